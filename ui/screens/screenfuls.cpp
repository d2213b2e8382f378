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

}  // namespace

std::optional<Intent> draw_screenfuls(Frame& frame, Box box, const Screenfuls& things,
                                      const std::function<std::optional<Intent>(const Box&, int)>& draw) {
  std::optional<Intent> wish;
  const float gap = frame.px(kGap);
  const int screenfuls = (things.count + things.at_once - 1) / things.at_once;
  Box turns = box.cut_right(screenfuls > 1 ? std::max(1.5F * frame.smallest_target(), frame.px(120)) : 0);
  if (screenfuls > 1) box.cut_right(gap);
  box = {box.x, std::round(box.y), box.w, std::floor(box.h)};
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
  const auto turn_to = [&](int wanted) {
    frame.send_list(things.name, screenful * static_cast<float>(wanted));
  };
  if (draw_turn(frame, turns.row(0, 2, gap), Turn::kUp, at > 0 ? CanTurn::kYes : CanTurn::kNo))
    turn_to(at - 1);
  if (draw_turn(frame, turns.row(1, 2, gap), Turn::kDown, at + 1 < screenfuls ? CanTurn::kYes : CanTurn::kNo))
    turn_to(at + 1);
  return wish;
}

}  // namespace tertulia::ui
