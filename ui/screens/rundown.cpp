// SPDX-License-Identifier: Apache-2.0
// The rundown on the moderator's desk, or the sessions to load.
#include <algorithm>
#include <cmath>

#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace tertulia::ui {
namespace {

std::optional<Intent> draw_row(Frame& frame, const Box& box, const RundownRow& row,
                               const ModeratorView& view) {
  std::optional<Intent> wish;
  const bool hit = view.rows_are_sessions && frame.pressed(box, "session:" + row.id);
  if (hit) wish = intent::LoadSession{row.id};
  const float depth = view.rows_are_sessions ? frame.depth() : 0;
  if (row.current)
    frame.fill(box, kPaper.selected, frame.px(16));
  else if (depth > 0)
    frame.fill(pressed_in(frame, box), lit(frame, kPaper.card, kPaper.text), frame.px(16));
  const Color ink = row.past ? mixed(kPaper.muted, kPaper.card, 90) : kPaper.text;
  Box inside = box.inset(frame.px(14), frame.px(6));
  frame.write(inside.cut_left(frame.px(78)), row.time,
              {21, ink, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1, Digits::kEqualWidth});
  const Type title{
      21, ink, row.current ? Weight::kBold : Weight::kRegular, Align::kStart, VerticalAlign::kBottom, 2};
  Box detail = inside.cut_bottom(inside.h * 0.32F);
  frame.write(inside, row.title, title);
  frame.write(detail, row.detail,
              {kSmallSize - 2, row.past ? ink : kPaper.muted, Weight::kRegular, Align::kStart,
               VerticalAlign::kTop, 1});
  return wish;
}

}  // namespace

std::optional<Intent> draw_rundown(Frame& frame, const Box& card, const ModeratorView& view) {
  std::optional<Intent> wish;
  draw_card(frame, card, kPaper, CardState::kPlain);
  Box inside = card.inset(frame.px(16), frame.px(14));
  if (!view.rows_end.empty()) {
    Box end = inside.cut_bottom(frame.px(40));
    frame.write(end.inset(frame.px(14), 0), view.rows_end,
                {kSmallSize, kPaper.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  }
  if (view.rows.empty()) return wish;
  const float least = std::max(frame.smallest_target(), frame.px(74));
  const auto count = static_cast<float>(view.rows.size());
  const float fitting = std::clamp(std::floor(inside.h / least), 1.0F, count);
  const float height = std::min(frame.px(100), inside.h / fitting);
  // The current row is always among the shown ones, with one past row above it.
  const auto current =
      std::find_if(view.rows.begin(), view.rows.end(), [](const RundownRow& row) { return row.current; });
  const auto before = current == view.rows.end() ? 0 : current - view.rows.begin() - 1;
  const float focus = std::max(0.0F, height * static_cast<float>(before));
  Box rows = frame.begin_list({inside, "rundown", fitting < count ? height * count : 0, focus});
  for (const RundownRow& row : view.rows)
    if (auto pressed = draw_row(frame, rows.cut_top(height), row, view)) wish = std::move(pressed);
  frame.end_list(kPaper.card, kPaper.ring);
  return wish;
}

}  // namespace tertulia::ui
