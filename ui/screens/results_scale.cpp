// SPDX-License-Identifier: Apache-2.0
// Answers on a scale: for each row a line of parts, from the low end to the high one.
#include <algorithm>
#include <cmath>

#include "ui/screens/results_rows.h"
#include "ui/screens/sign_parts.h"
#include "ui/theme/contrast.h"
#include "ui/theme/scale_colors.h"

namespace tertulia::ui {
namespace {

constexpr RowStyle kScaleRows{62, 27, 0.36F, 0.46F, Align::kStart};
constexpr RowStyle kOneScale{96, 27, 0.36F, 0.46F, Align::kStart};
constexpr int kRoundedAway = 10;  // in 1/1000: so much may be missing of a row that is full

// A number grows with a high line and shrinks with a low one.
Type part_type(const Frame& frame, const Box& line, Color ground) {
  constexpr float kOfHighLine = 0.38F;
  constexpr float kOfLowLine = 0.8F;
  const float height = line.h / frame.text_px(1);
  const float size = std::min(std::max(kFarSize, height * kOfHighLine), height * kOfLowLine);
  Type type = number_type(frame, size, Align::kCenter);
  type.color = ink_on(ground);
  type.max_lines = 1;
  return type;
}

void draw_part(Frame& frame, const Box& box, Color color, RoundEnds ends) {
  const Theme& theme = frame.theme();
  if (contrast(color, theme.background) >= kShapeContrast) return fill_part(frame, box, color, ends);
  // A light part on light ground has a rim.
  const float rim = std::max(1.0F, std::round(frame.px(2)));
  fill_part(frame, box, theme.ring, ends);
  fill_part(frame, box.inset(std::min(rim, box.w / 4), rim), color, ends);
}

void draw_parts(Frame& frame, const Box& line, const std::vector<ResultScale::Part>& parts) {
  const float gap = std::max(2.0F, std::round(frame.px(3)));
  int told = 0;
  for (const auto& part : parts) told += std::max(0, part.length);
  const bool is_full = told >= 1000 - kRoundedAway;
  const auto whole = static_cast<float>(is_full ? told : 1000);
  const auto count = static_cast<int>(parts.size());
  int sum = 0;
  float from = std::round(line.x);
  for (int i = 0; i < count; ++i) {
    const auto& [value, length] = parts[static_cast<std::size_t>(i)];
    if (length <= 0) continue;
    const bool is_first = sum == 0;
    sum += length;
    const bool is_last = is_full && sum == told;
    const float until = std::round(line.x + line.w * static_cast<float>(sum) / whole) - (is_last ? 0 : gap);
    const Box box{from, line.y, std::max(until - from, frame.px(3)), line.h};
    const Color color = step_color(frame.theme().scale, i, count);
    draw_part(frame, box, color, {is_first, is_last});
    const Type type = part_type(frame, line, color);
    if (const Box inner = box.inset(frame.px(4), 0); frame.fits(inner, value, type))
      frame.write(inner, value, type);
    from = box.right() + gap;
  }
  // Those who have not answered this row.
  if (!is_full)
    fill_part(frame, {from, line.y, line.right() - from, line.h}, frame.theme().track, {sum == 0, true});
}

struct EndLabels {
  Type low;
  Type high;
  bool stand_on_one_line = true;
};
EndLabels end_labels(Frame& frame, const ResultsView& view, float width) {
  const auto type = [&](Align align) {
    return Type{kFarSize, frame.theme().muted, Weight::kRegular, align, VerticalAlign::kBottom, 2};
  };
  EndLabels labels{type(Align::kStart), type(Align::kEnd)};
  const int both = frame.measure(view.low, labels.low).width + frame.measure(view.high, labels.high).width;
  labels.stand_on_one_line = static_cast<float>(both) + frame.px(32) <= width;
  return labels;
}

void draw_ends(Frame& frame, const Box& box, const ResultsView& view, const EndLabels& labels) {
  Box low = box;
  Box high = box;
  if (!labels.stand_on_one_line) {
    low.cut_right(box.w / 2 + frame.px(8));
    high.cut_left(box.w / 2 + frame.px(8));
  }
  frame.write(low, view.low, labels.low);
  frame.write(high, view.high, labels.high);
}

}  // namespace

void draw_scales(Frame& frame, Box page, const ResultsView& view) {
  std::vector<std::string> labels, medians;
  for (const ResultScale& scale : view.scales) {
    labels.push_back(scale.label);
    medians.push_back(scale.median);
  }
  const Type number = number_type(frame, kFarSize + 3, Align::kEnd);
  const Type head{kFarSize, frame.theme().muted, Weight::kRegular, Align::kEnd, VerticalAlign::kBottom, 2};
  const float median =
      std::max(column_width(frame, medians, number, page), column_width(frame, {view.median}, head, page));
  const Box column = page.cut_right(median);
  if (median > 0) page.cut_right(frame.px(24));

  const RowStyle& style = view.scales.size() == 1 ? kOneScale : kScaleRows;
  const bool has_heads = !(view.low + view.high + view.median).empty();
  Box rest = page;
  Box heads = rest.cut_top(has_heads ? frame.text_px(44) : 0);
  // They belong to all rows, not to the label of the first one.
  if (frame.is_portrait()) rest.cut_top(frame.px(12));
  ResultRows rows = lay_out_rows(frame, rest, labels, style);
  const EndLabels ends = end_labels(frame, view, rows.each[0].line.w);
  if (!ends.stand_on_one_line) {
    heads.h += frame.text_px(38);
    rest.cut_top(frame.text_px(38));
    rows = lay_out_rows(frame, rest, labels, style);
  }
  const auto& first = rows.each[0].line;
  heads.cut_bottom(frame.px(4));
  draw_ends(frame, {first.x, heads.y, first.w, heads.h}, view, ends);
  frame.write({column.x, heads.y, column.w, heads.h}, view.median, head);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto& [label, line] = rows.each[i];
    frame.write(label, labels[i], rows.label);
    draw_parts(frame, line, view.scales[i].parts);
    frame.write(beside(frame, line, column.x, column.w), medians[i], number);
  }
}

}  // namespace tertulia::ui
