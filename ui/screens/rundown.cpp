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
  const bool held = view.rows_are_sessions && frame.is_held();
  if (row.current || held) frame.fill(box, row.current ? kPaper.selected : kPaper.track, frame.px(16));
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
  const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor(inside.h / least)));
  const std::size_t shown = std::min(view.rows.size(), fitting);
  // The current row is always among the shown ones, with one past row above it.
  const auto current =
      std::find_if(view.rows.begin(), view.rows.end(), [](const RundownRow& row) { return row.current; });
  const auto at =
      current == view.rows.end() ? std::size_t{0} : static_cast<std::size_t>(current - view.rows.begin());
  const std::size_t first = std::min(at > 0 ? at - 1 : 0, view.rows.size() - shown);
  const float height = std::min(frame.px(100), inside.h / static_cast<float>(shown));
  for (std::size_t i = 0; i < shown; ++i)
    if (auto pressed = draw_row(frame, inside.cut_top(height), view.rows[first + i], view))
      wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
