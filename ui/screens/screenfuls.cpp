// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/screenfuls.h"

#include <algorithm>
#include <cmath>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"

namespace tertulia::ui {
namespace {

constexpr Color kClear{0};

enum class Turn { kUp, kDown };
enum class CanTurn { kNo, kYes };

CanTurn can_turn(bool can) { return can ? CanTurn::kYes : CanTurn::kNo; }

bool draw_turn(Frame& frame, const Box& box, Turn turn, CanTurn can) {
  const Theme& theme = frame.theme();
  if (can == CanTurn::kNo) {
    draw_card(frame, box, theme, CardState::kPlain);
  } else if (button(frame, box, turn == Turn::kUp ? "earlier" : "later", "", plain_look(theme))) {
    return true;
  }
  const Box icon = box.centred(frame.px(44), frame.px(44));
  const Color ink = can == CanTurn::kNo ? theme.line : theme.text;
  turn == Turn::kUp ? draw_chevron_up(frame, icon, ink) : draw_chevron_down(frame, icon, ink);
  return false;
}

struct ScreenfulCut {  // the box of the things and that of the buttons
  Box things;
  Box turns;
};
ScreenfulCut cut_for(const Frame& frame, Box box, const Screenfuls& things) {
  const Box turns = things.count > things.at_once ? cut_turns(frame, box) : Box{};
  return {{box.x, std::round(box.y), box.w, std::floor(box.h)}, turns};
}

}  // namespace

Box cut_turns(const Frame& frame, Box& box) {
  const Box turns = box.cut_right(std::max(1.5F * frame.smallest_target(), frame.px(120)));
  box.cut_right(frame.px(kGap));
  return turns;
}

int draw_turns(Frame& frame, const Box& turns, const Turns& can) {
  const float gap = frame.px(kGap);
  int turned = 0;
  if (draw_turn(frame, turns.row(0, 2, gap), Turn::kUp, can_turn(can.back))) turned = -1;
  if (draw_turn(frame, turns.row(1, 2, gap), Turn::kDown, can_turn(can.onward))) turned = 1;
  return turned;
}

Box box_in_screenful(const Frame& frame, const Box& box, const Screenfuls& things) {
  return cut_for(frame, box, things).things.row(0, things.at_once, frame.px(kGap));
}

std::optional<Intent> draw_screenfuls(Frame& frame, const Box& whole, const Screenfuls& things,
                                      const std::function<std::optional<Intent>(const Box&, int)>& draw) {
  std::optional<Intent> wish;
  const float gap = frame.px(kGap);
  const int screenfuls = (things.count + things.at_once - 1) / things.at_once;
  const auto [box, turns] = cut_for(frame, whole, things);
  const float screenful = box.h + gap;
  const auto offset_of = [&](int index) {
    const int before = index / things.at_once;  // whole screenfuls
    return screenful * static_cast<float>(before);
  };
  List list{box, things.name, screenful * static_cast<float>(screenfuls) - gap};
  if (things.focus) list.focus = offset_of(*things.focus);
  const Box all = frame.begin_list(list);
  for (int i = 0; i < things.count; ++i) {
    const Box page{all.x, all.y + offset_of(i), all.w, box.h};
    if (auto pressed = draw(page.row(i % things.at_once, things.at_once, gap), i)) wish = std::move(pressed);
  }
  frame.end_list(kClear, frame.theme().ring);  // they end with the box: nothing is cut
  if (screenfuls < 2) return wish;
  const int at = static_cast<int>(std::lround((box.y - all.y) / screenful));
  if (const int turned = draw_turns(frame, turns, {at > 0, at + 1 < screenfuls}); turned != 0)
    frame.send_list(things.name, screenful * static_cast<float>(at + turned));
  return wish;
}

}  // namespace tertulia::ui
