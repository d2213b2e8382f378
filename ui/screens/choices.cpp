// SPDX-License-Identifier: Apache-2.0
// Select one or several: cards with a box or a circle, two columns where the screen is wide.
#include <algorithm>

#include "ui/icons.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace tertulia::ui {
namespace {

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
  Box inside = card.inset(frame.px(28), frame.px(6));
  const float side = std::min(frame.px(38), inside.h);
  const Box mark = inside.cut_left(side).centred(side, side);
  body.several ? draw_check_box(frame, mark, choice) : draw_radio(frame, mark, choice);
  inside.cut_left(frame.px(20));
  frame.write(inside, choice.label,
              {kBodySize, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2});
  return hit;
}

// As few as leave each row high enough for a finger; two at once where a few short cards would look lost.
int columns_of(const Frame& frame, int count, float height) {
  constexpr int kMost = 3;
  const int rows = std::max(1, static_cast<int>(height / (frame.smallest_target() + frame.px(kGap))));
  const int least = count > 4 && !frame.is_portrait() ? 2 : 1;
  return std::clamp((count + rows - 1) / rows, least, kMost);
}

}  // namespace

std::optional<Intent> draw_body(Frame& frame, const Box& box, const ChoicesBody& body) {
  std::optional<Intent> wish;
  const int count = static_cast<int>(body.choices.size());
  const float gap = frame.px(kGap);
  const int columns = columns_of(frame, count, box.h + gap);
  const int rows = (count + columns - 1) / columns;
  const float most = frame.px(104) * static_cast<float>(rows) + gap * static_cast<float>(rows - 1);
  Box area = box;
  area.h = std::min(area.h, most);
  for (int i = 0; i < count; ++i) {
    const Box card = area.column(i % columns, columns, gap).row(i / columns, rows, gap);
    const ChoiceButton& choice = body.choices[static_cast<std::size_t>(i)];
    if (draw_choice(frame, card, choice, body)) wish = intent::Choose{body.question, choice.name};
  }
  return wish;
}

}  // namespace tertulia::ui
