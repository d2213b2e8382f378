// SPDX-License-Identifier: Apache-2.0
// What a new visit pack changes, session by session, and the two answers to it.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/screens/desk/desk.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kLabel = 20;
constexpr float kDetail = 22;

Type label_type(const Theme& theme, Tone tone) {
  return {kLabel,
          tone == Tone::kCalm ? theme.primary : tone_color(theme, tone),
          Weight::kBold,
          Align::kStart,
          VerticalAlign::kMiddle,
          0};
}
Type title_type(const Theme& theme) {
  return {kBodySize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kTop, 0};
}
Type detail_type(const Theme& theme) {
  return {kDetail, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 0};
}

struct RowHeights {
  float label = 0, title = 0, detail = 0;
  [[nodiscard]] float all(float gap) const { return label + title + detail + 2 * gap; }
};

float height_of(Frame& frame, std::string_view text, const Type& type, float width) {
  return text.empty() ? 0.0F : static_cast<float>(frame.measure(text, type, width).height) + 1;
}

RowHeights heights_of(Frame& frame, const ChangeRow& row, float width) {
  const Theme& theme = frame.theme();
  return {height_of(frame, row.label, label_type(theme, row.tone), width - frame.px(36)),
          height_of(frame, row.title, title_type(theme), width),
          height_of(frame, row.detail, detail_type(theme), width)};
}

// The shape beside the label says what its colour says.
void draw_row(Frame& frame, Box box, const ChangeRow& row, const RowHeights& heights) {
  const Theme& theme = frame.theme();
  Box label = box.cut_top(heights.label);
  if (!row.label.empty()) {
    const float shape = draw_tone_shape(frame, {label.x, label.y, frame.px(22), label.h}, theme, row.tone);
    if (shape > 0) label.cut_left(shape + frame.px(10));
    frame.write(label, row.label, label_type(theme, row.tone));
  }
  frame.write(box.cut_top(heights.title), row.title, title_type(theme));
  if (!row.detail.empty()) frame.write(box.cut_top(heights.detail), row.detail, detail_type(theme));
}

void draw_rows(Frame& frame, const Box& card, const ChangesView& view) {
  const Theme& theme = frame.theme();
  draw_card(frame, card, theme, CardState::kPlain);
  const Box inside = card.inset(frame.px(28), frame.px(8));
  if (view.rows.empty()) {
    frame.write(inside.inset(0, frame.px(12)), view.empty, detail_type(theme));
    return;
  }
  const float gap = frame.px(12);
  const float width = inside.w - frame.px(16);  // a list leaves room for its bar
  std::vector<RowHeights> heights;
  float needed = 0;
  for (const ChangeRow& row : view.rows) {
    heights.push_back(heights_of(frame, row, width));
    needed += heights.back().all(gap);
  }
  Box rows = frame.begin_list({inside, "changes", needed > inside.h + 1 ? needed : 0});
  rows.w = std::min(rows.w, width);
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    Box row = rows.cut_top(heights[i].all(gap));
    if (i > 0) draw_line_above(frame, row);
    draw_row(frame, row.inset(0, gap), view.rows[i], heights[i]);
  }
  frame.end_list(theme.card, theme.ring);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ChangesView& view) {
  const Theme& theme = frame.theme();
  Box page;
  std::optional<Intent> wish = begin_desk_page(frame, page, view.strip);
  const Box buttons = page.cut_bottom(std::max(frame.smallest_target(), frame.px(84)));
  page.cut_bottom(frame.px(16));
  draw_headline(frame, page, view.headline, theme.text);
  const Type note{kDetail, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kBottom, 3};
  const float words = frame.height_of(view.note, note, {0, 0, page.w, page.h * 0.3F}) + 1;
  frame.write(page.cut_bottom(words), view.note, note);
  page.cut_bottom(frame.px(16));
  draw_rows(frame, page, view);
  if (auto pressed = draw_button_row(frame, buttons, view.controls)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
