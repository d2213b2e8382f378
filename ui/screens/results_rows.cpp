// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/results_rows.h"

#include <algorithm>

#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestLabel = 18;  // tokens
constexpr float kLabelStep = 1;
constexpr float kLeastLine = 30;  // the least height of a line below its label
constexpr float kLabelSpace = 6;
constexpr float kGapBelow = 1.5F;  // times the gap: what parts a line from the label of the next one

bool all_fit(Frame& frame, const std::vector<std::string>& labels, const Type& type, const Box& box) {
  return std::ranges::all_of(labels, [&](const std::string& label) { return frame.fits(box, label, type); });
}

// How large the labels are, and how wide their boxes.
struct Fitted {
  float size;
  float width;
};
// On one line where that leaves the lines their room, else on two; then smaller.
Fitted fitted_labels(Frame& frame, const std::vector<std::string>& labels, Type type, const RowStyle& style,
                     const Box& whole) {
  const float least = whole.w * style.least_share;
  const float most = whole.w * style.most_share;
  int widest = 0;
  for (const std::string& label : labels) widest = std::max(widest, frame.measure(label, type).width);
  for (const float width : {std::max(least, static_cast<float>(widest) + 2), least, most})
    if (width <= most && all_fit(frame, labels, type, {0, 0, width, whole.h})) return {type.size, width};
  while (type.size > kSmallestLabel && !all_fit(frame, labels, type, {0, 0, most, whole.h}))
    type.size = std::max(kSmallestLabel, type.size - kLabelStep);
  return {type.size, most};
}

ResultRows rows_beside(Frame& frame, const Box& page, const std::vector<std::string>& labels,
                       const RowStyle& style) {
  const auto count = static_cast<float>(labels.size());
  const float pitch = std::min(page.h / count, frame.text_px(style.line + style.gap));
  const float line = std::min(frame.px(style.line), pitch * style.line / (style.line + style.gap));
  ResultRows rows;
  rows.label = {kFarSize, frame.theme().text, Weight::kRegular, style.align, VerticalAlign::kMiddle, 2};
  const bool is_labelled = std::ranges::any_of(labels, [](const auto& label) { return !label.empty(); });
  const float height = pitch - frame.px(2);
  float start = 0;
  if (is_labelled) {
    const Fitted fitted = fitted_labels(frame, labels, rows.label, style, {0, 0, page.w, height});
    rows.label.size = fitted.size;
    start = fitted.width;
  }
  const float space = is_labelled ? frame.px(24) : 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float middle = page.y + pitch * static_cast<float>(i) + line / 2 + (pitch - line) / 4;
    rows.each.push_back({{page.x, middle - height / 2, start, height},
                         {page.x + start + space, middle - line / 2, page.w - start - space, line}});
  }
  return rows;
}

ResultRows rows_below(Frame& frame, const Box& page, const std::vector<std::string>& labels,
                      const RowStyle& style) {
  const float most = page.h / static_cast<float>(labels.size());
  ResultRows rows;
  rows.label = {kFarSize, frame.theme().text, Weight::kRegular, Align::kStart, VerticalAlign::kBottom, 2};
  const Box whole{0, 0, page.w, most - frame.px(kLeastLine + 2 * kLabelSpace)};
  const RowStyle full{style.line, style.gap, 1, 1, Align::kStart};
  rows.label.size = fitted_labels(frame, labels, rows.label, full, whole).size;
  float height = 0;
  for (const std::string& label : labels)
    height = std::max(height, frame.height_of(label, rows.label, whole));
  const float above = height > 0 ? height + frame.px(kLabelSpace) : 0;
  const float pitch = std::min(most, above + frame.px(style.line + style.gap * kGapBelow));
  const float line = std::min(frame.px(style.line), pitch - above - frame.px(kLabelSpace));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float top = page.y + pitch * static_cast<float>(i);
    rows.each.push_back({{page.x, top, page.w, height}, {page.x, top + above, page.w, line}});
  }
  return rows;
}

}  // namespace

ResultRows lay_out_rows(Frame& frame, const Box& page, const std::vector<std::string>& labels,
                        const RowStyle& style) {
  return frame.is_portrait() ? rows_below(frame, page, labels, style)
                             : rows_beside(frame, page, labels, style);
}

Type number_type(const Frame& frame, float size, Align align) {
  constexpr float kLineHeight = 1;
  return {size, frame.theme().text, Weight::kBold, align, VerticalAlign::kMiddle,
          2,    Digits::kAsDrawn,   kLineHeight};
}

Box beside(const Frame& frame, const Box& line, float x, float width) {
  const float height = std::max(line.h, frame.text_px(kFarSize + 4));
  return {x, line.middle_y() - height / 2, width, height};
}

float column_width(Frame& frame, const std::vector<std::string>& texts, const Type& type, const Box& page) {
  constexpr float kMost = 0.25F;
  int widest = 0;
  for (const std::string& text : texts)
    if (!text.empty()) widest = std::max(widest, frame.measure(text, type).width);
  return widest == 0 ? 0 : std::min(static_cast<float>(widest) + 2, page.w * kMost);
}

}  // namespace tertulia::ui
