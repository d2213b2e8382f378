// SPDX-License-Identifier: Apache-2.0
// Select one or several: cards with a box or a circle, two columns where the screen is wide; a list where
// they have no room; with large targets a few at a time.
#include <algorithm>
#include <cmath>

#include "ui/icons.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace tertulia::ui {
namespace {

constexpr const char* kList = "choices";
constexpr float kListRow = 80;  // high enough for two lines
constexpr float kLargeSize = 32;
constexpr Color kClear{0};

void draw_check_box(Frame& frame, const Box& box, const ChoiceButton& choice) {
  const Theme& theme = frame.theme();
  const float radius = frame.px(kOptionRadius);
  if (!choice.chosen) return frame.outline(box, theme.ring, radius, std::max(2.0F, frame.px(3)));
  frame.fill(box, theme.primary, radius);
  draw_check(frame, box.inset(box.w * 0.24F), theme.on_primary);
}

void draw_radio(Frame& frame, const Box& box, const ChoiceButton& choice) {
  const Theme& theme = frame.theme();
  frame.outline(box, choice.chosen ? theme.primary : theme.ring, box.w / 2, std::max(2.0F, frame.px(3)));
  if (choice.chosen) frame.disc(box.middle_x(), box.middle_y(), box.w * 0.29F, theme.primary);
}

bool draw_choice(Frame& frame, const Box& card, const ChoiceButton& choice, const ChoicesBody& body) {
  const Theme& theme = frame.theme();
  const bool hit = frame.pressed(card, "choice:" + choice.name);
  draw_card(frame, card, theme, card_state(frame, choice.chosen));
  Box inside = pressed_in(frame, card).inset(frame.px(28), frame.px(6));
  const bool is_large = body.at_once > 0;
  const float side = std::min(frame.px(is_large ? 52.0F : 38.0F), inside.h);
  const Box mark = inside.cut_left(side).centred(side, side);
  body.several ? draw_check_box(frame, mark, choice) : draw_radio(frame, mark, choice);
  inside.cut_left(frame.px(20));
  frame.write(inside, choice.label,
              {is_large ? kLargeSize : kBodySize, theme.text, Weight::kRegular, Align::kStart,
               VerticalAlign::kMiddle, 2});
  return hit;
}

// As few as leave each row high enough for a finger; two at once where a few short cards would look lost.
// Where not even narrow cards have room they are wide ones in a list.
int columns_of(const Frame& frame, int count, float height) {
  const int most = frame.is_portrait() ? 2 : 3;
  const int rows = std::max(1, static_cast<int>(height / (frame.smallest_target() + frame.px(kGap))));
  const int least = count > 4 && !frame.is_portrait() ? 2 : 1;
  const int columns = std::max((count + rows - 1) / rows, least);
  return columns > most ? least : columns;
}

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

// A screenful of choices as high as there is room, and two buttons that turn to the others.
std::optional<Intent> draw_large(Frame& frame, Box box, const ChoicesBody& body) {
  std::optional<Intent> wish;
  const float gap = frame.px(kGap);
  const int count = static_cast<int>(body.choices.size());
  const int screenfuls = (count + body.at_once - 1) / body.at_once;
  Box turns = box.cut_right(screenfuls > 1 ? std::max(1.5F * frame.smallest_target(), frame.px(120)) : 0);
  if (screenfuls > 1) box.cut_right(gap);
  box = {box.x, std::round(box.y), box.w, std::floor(box.h)};
  const float screenful = box.h + gap;
  const Box all = frame.begin_list({box, kList, screenful * static_cast<float>(screenfuls) - gap});
  for (int i = 0; i < count; ++i) {
    const int before = i / body.at_once;  // whole screenfuls
    const float top = all.y + screenful * static_cast<float>(before);
    const Box card = Box{all.x, top, all.w, box.h}.row(i % body.at_once, body.at_once, gap);
    const ChoiceButton& choice = body.choices[static_cast<std::size_t>(i)];
    if (draw_choice(frame, card, choice, body)) wish = intent::Choose{body.question, choice.name};
  }
  frame.end_list(kClear, frame.theme().ring);  // cards end with the box: nothing is cut
  if (screenfuls < 2) return wish;
  const int at = static_cast<int>(std::lround((box.y - all.y) / screenful));
  const auto turn_to = [&](int wanted) { frame.send_list(kList, screenful * static_cast<float>(wanted)); };
  if (draw_turn(frame, turns.row(0, 2, gap), Turn::kUp, at > 0 ? CanTurn::kYes : CanTurn::kNo))
    turn_to(at - 1);
  if (draw_turn(frame, turns.row(1, 2, gap), Turn::kDown, at + 1 < screenfuls ? CanTurn::kYes : CanTurn::kNo))
    turn_to(at + 1);
  return wish;
}

}  // namespace

std::optional<Intent> draw_body(Frame& frame, const Box& box, const ChoicesBody& body) {
  if (body.at_once > 0) return draw_large(frame, box, body);
  std::optional<Intent> wish;
  const int count = static_cast<int>(body.choices.size());
  const float gap = frame.px(kGap);
  const int columns = columns_of(frame, count, box.h + gap);
  const int rows = (count + columns - 1) / columns;
  const float most = frame.px(104) * static_cast<float>(rows) + gap * static_cast<float>(rows - 1);
  const float least = std::max(frame.smallest_target(), frame.px(kListRow));
  const bool is_list = (frame.smallest_target() + gap) * static_cast<float>(rows) - gap > box.h;
  Box area = box;
  area.h = std::min(area.h, most);
  const Box cards =
      frame.begin_list({area, kList, is_list ? (least + gap) * static_cast<float>(rows) - gap : 0});
  for (int i = 0; i < count; ++i) {
    const Box card = cards.column(i % columns, columns, gap).row(i / columns, rows, gap);
    const ChoiceButton& choice = body.choices[static_cast<std::size_t>(i)];
    if (draw_choice(frame, card, choice, body)) wish = intent::Choose{body.question, choice.name};
  }
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace tertulia::ui
