// SPDX-License-Identifier: Apache-2.0
// The rundown on the moderator's desk, or the sessions to load.
#include <algorithm>
#include <cmath>
#include <variant>

#include "ui/screens/desk/desk.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kRowSize = 21;
constexpr float kRowInset = 14;
constexpr float kTimeWidth = 78;
constexpr int kMostLines = 4;

// What the longest title needs, in bold as if its turn had come.
float row_height(Frame& frame, const ModeratorView& view, float width) {
  const Type title{kRowSize, {}, Weight::kBold};
  const float title_width = width - 2 * frame.px(kRowInset) - frame.text_px(kTimeWidth);
  const auto line = static_cast<float>(frame.measure("x", title).height);
  float most = 0;
  for (const RundownRow& row : view.rows)
    most = std::max(most, static_cast<float>(frame.measure(row.title, title, title_width).height));
  return std::min(most, kMostLines * line) + line + 2 * frame.px(6);
}

std::optional<Intent> draw_row(Frame& frame, const Box& box, const RundownRow& row,
                               const ModeratorView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const bool hit = frame.pressed(box, (view.rows_are_sessions ? "session:" : "part:") + row.id);
  if (hit && view.rows_are_sessions) wish = intent::LoadSession{row.id};
  if (hit && !view.rows_are_sessions) wish = intent::GoToPart{row.id};
  const float depth = frame.depth();
  if (row.current)
    frame.fill(box, theme.selected, frame.px(16));
  else if (depth > 0)
    frame.fill(pressed_in(frame, box), lit(frame, theme.card, theme.text), frame.px(16));
  const Color ink = row.past ? theme.muted : theme.text;
  Box inside = box.inset(frame.px(kRowInset), frame.px(6));
  frame.write(inside.cut_left(frame.text_px(kTimeWidth)), row.time,
              {kRowSize, ink, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1, Digits::kEqualWidth});
  const Type title{
      kRowSize,  ink, row.current ? Weight::kBold : Weight::kRegular, Align::kStart, VerticalAlign::kTop,
      kMostLines};
  const Type detail{kSmallSize - 2,      row.current ? theme.text : theme.muted,
                    Weight::kRegular,    Align::kStart,
                    VerticalAlign::kTop, 1};
  const float detail_height = static_cast<float>(frame.measure(row.detail, detail).height);
  const float title_height =
      std::min(frame.height_of(row.title, title, {0, 0, inside.w, inside.h - detail_height}),
               inside.h - detail_height);
  Box texts = inside.centred(inside.w, title_height + detail_height + 1);
  frame.write(texts.cut_top(title_height + 1), row.title, title);
  frame.write(texts, row.detail, detail);
  return wish;
}

// When the session ends, and beside it what the room sees, where there is room for a picture. A touch there
// opens the page of the display.
std::optional<Intent> draw_foot(Frame& frame, Box& card, const ModeratorView& view) {
  constexpr float kPicture = 96;  // high
  constexpr float kShape = 1.6F;  // width to height of a room display
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const bool has_picture = view.display && card.h > frame.px(kPicture) * 5;
  const bool has_button = !view.screen.label.empty();
  if (view.rows_end.empty() && !has_picture && !has_button) return wish;
  const float target = std::max(frame.smallest_target(), frame.px(64));
  Box foot = card.cut_bottom(
      std::max({frame.text_px(40), has_picture ? frame.px(kPicture) : 0.0F, has_button ? target : 0.0F}));
  card.cut_bottom(frame.px(4));
  if (has_picture) {
    const Box picture = foot.cut_right(std::round(frame.px(kPicture) * kShape));
    if (has_button && frame.pressed(picture, name_of(view.screen.control)))
      wish = intent::Steer{view.screen.control};
    std::visit(
        [&](const auto& sign) {
          Frame small = frame.inside(picture, sign.tongue, Ground::kDark);
          (void)draw(small, sign);
        },
        *view.display);
    foot.cut_right(frame.px(6));
  } else if (has_button) {
    ButtonLook look = plain_look(theme);
    look.size = 20;
    const auto label =
        static_cast<float>(frame.measure(view.screen.label, {look.size, {}, look.weight}).width);
    const float width = view.rows_end.empty() ? foot.w : std::min(label + frame.px(48), foot.w * 0.5F);
    if (button(frame, foot.cut_right(width), name_of(view.screen.control), view.screen.label, look))
      wish = intent::Steer{view.screen.control};
    foot.cut_right(frame.px(6));
  }
  frame.write(foot.inset(frame.px(14), 0), view.rows_end,
              {kSmallSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 3});
  return wish;
}

}  // namespace

std::optional<Intent> draw_rundown(Frame& frame, const Box& card, const ModeratorView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  draw_card(frame, card, theme, CardState::kPlain);
  Box inside = card.inset(frame.px(16), frame.px(14));
  if (auto pressed = draw_foot(frame, inside, view)) wish = std::move(pressed);
  if (view.rows.empty()) return wish;
  const float least = std::max({frame.smallest_target(), frame.px(74), row_height(frame, view, inside.w)});
  const auto count = static_cast<float>(view.rows.size());
  const float fitting = std::clamp(std::floor(inside.h / least), 1.0F, count);
  const float height = std::min(std::max(frame.px(100), least), inside.h / fitting);
  // The current row is always among the shown ones, with one past row above it.
  const auto current =
      std::find_if(view.rows.begin(), view.rows.end(), [](const RundownRow& row) { return row.current; });
  const auto before = current == view.rows.end() ? 0 : current - view.rows.begin() - 1;
  const float focus = std::max(0.0F, height * static_cast<float>(before));
  Box rows = frame.begin_list({inside, "rundown", fitting < count ? height * count : 0, focus});
  for (const RundownRow& row : view.rows)
    if (auto pressed = draw_row(frame, rows.cut_top(height), row, view)) wish = std::move(pressed);
  frame.end_list(theme.card, theme.ring);
  return wish;
}

}  // namespace tertulia::ui
