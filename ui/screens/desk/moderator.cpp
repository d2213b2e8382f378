// SPDX-License-Identifier: Apache-2.0
// The moderator's desk: the rundown, the countdown, the controls, and what the room says.
#include <algorithm>

#include "ui/screens/desk/desk.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

// Where the parts of the desk lie.
struct DeskLayout {
  Box rundown;
  Box timer;
  Box controls;
  Box speaking;
  Box floor;
};

// Rundown and desk side by side, or on top of each other.
Box place_rundown(const Frame& frame, Box page, const ModeratorView& view, DeskLayout& layout) {
  const bool has_cards = view.speaking || view.floor;
  if (frame.is_portrait()) {
    layout.rundown = page.cut_bottom(page.h * (has_cards ? 0.33F : 0.5F));
    page.cut_bottom(frame.px(kGap));
    return page;
  }
  layout.rundown = page.cut_left(page.w * 0.325F);
  page.cut_left(frame.px(20));
  return page;
}

// The card of the running part has the same height with and without a line about a delay: what comes by
// itself must not move a button away from under a finger.
float least_of_timer(const Frame& frame) {
  const float target = frame.smallest_target();
  const float line = std::max(target, frame.text_px(56)) + frame.px(8);
  const float rows = std::max(target, frame.text_px(52)) + line + std::max(target, frame.px(56));
  const float digits = frame.is_portrait() ? frame.text_px(90) : 0;
  return rows + digits + frame.px(24 + 28);
}

// The cards get what the countdown and the controls leave; where that is too little there are none.
void place_cards(const Frame& frame, Box& desk, const ModeratorView& view, DeskLayout& layout) {
  if (!view.speaking && !view.floor) return;
  const float gap = frame.px(kGap);
  const float timer = least_of_timer(frame);
  const float controls = std::max(frame.smallest_target(), std::min(frame.px(96), desk.h * 0.16F));
  const float left = desk.h - timer - controls - 2 * gap;
  if (left < std::max(frame.px(190), 3 * frame.smallest_target())) return;
  Box cards = desk.cut_bottom(left);
  desk.cut_bottom(gap);
  if (view.speaking && view.floor) {
    layout.speaking = cards.cut_left((cards.w - gap) * 0.53F);
    cards.cut_left(gap);
    layout.floor = cards;
  } else {
    (view.speaking ? layout.speaking : layout.floor) = cards;
  }
  layout.controls = desk.cut_bottom(controls);
}

DeskLayout layout_of(const Frame& frame, const Box& page, const ModeratorView& view) {
  DeskLayout layout;
  Box desk = place_rundown(frame, page, view, layout);
  place_cards(frame, desk, view, layout);
  if (layout.controls.h <= 0) {
    const float most = frame.px(frame.is_portrait() ? 120.0F : 190.0F);
    const float least = frame.smallest_target();
    layout.controls = desk.cut_bottom(std::max(least, std::min(most, desk.h * 0.28F)));
  }
  desk.cut_bottom(frame.px(kGap));
  layout.timer = desk;
  return layout;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ModeratorView& view) {
  frame.fill(frame.screen(), frame.theme().background);
  Box page = frame.screen();
  std::optional<Intent> wish = draw_desk_strip(frame, page, view.strip);
  const DeskLayout layout = layout_of(frame, page.inset(frame.px(24), frame.px(20)), view);
  if (auto pressed = draw_rundown(frame, layout.rundown, view)) wish = std::move(pressed);
  if (auto pressed = draw_timer_card(frame, layout.timer, view)) wish = std::move(pressed);
  if (auto pressed = draw_controls(frame, layout.controls, view)) wish = std::move(pressed);
  if (layout.speaking.h > 0)
    if (auto pressed = draw_speaking(frame, layout.speaking, *view.speaking)) wish = std::move(pressed);
  if (layout.floor.h > 0)
    if (auto pressed = draw_floor(frame, layout.floor, *view.floor)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
