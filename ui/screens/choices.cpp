// SPDX-License-Identifier: Apache-2.0
// Select one or several: cards with a box or a circle, two columns where the screen is wide; a list where
// they have no room; with large targets a few at a time.
#include <algorithm>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/screenfuls.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr const char* kList = "choices";
constexpr float kListRow = 80;  // high enough for two lines
constexpr float kLargeSize = 32;

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
  const Box tick = inside.cut_left(side).centred(side, side);
  body.several ? draw_check_box(frame, tick, choice) : draw_radio(frame, tick, choice);
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

}  // namespace

std::optional<Intent> draw_body(Frame& frame, const Box& box, const ChoicesBody& body) {
  if (std::any_of(body.choices.begin(), body.choices.end(),
                  [](const ChoiceButton& choice) { return choice.picture.exists(); }))
    return draw_picture_choices(frame, box, body);
  const int count = static_cast<int>(body.choices.size());
  const auto draw_one = [&](const Box& card, int index) -> std::optional<Intent> {
    const ChoiceButton& choice = body.choices[static_cast<std::size_t>(index)];
    if (!draw_choice(frame, card, choice, body)) return std::nullopt;
    return intent::Choose{body.question, choice.name};
  };
  if (body.at_once > 0) return draw_screenfuls(frame, box, {kList, count, body.at_once}, draw_one);
  std::optional<Intent> wish;
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
    if (auto pressed = draw_one(card, i)) wish = std::move(pressed);
  }
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

}  // namespace tertulia::ui
