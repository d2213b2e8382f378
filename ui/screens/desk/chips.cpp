// SPDX-License-Identifier: Apache-2.0
// Chips that flow from line to line.
#include <algorithm>

#include "ui/screens/desk/desk.h"

namespace tertulia::ui {
namespace {

constexpr float kText = 22;

template <class Place>
void flow(Frame& frame, const Box& box, std::span<const ChoiceButton> chips, Place place) {
  const float height = std::max(frame.smallest_target(), frame.px(64));
  const float gap = frame.px(8);
  Box line = box;
  line.h = height;
  for (const ChoiceButton& chip : chips) {
    const Type type{kText, {}, Weight::kBold};
    const auto label = static_cast<float>(frame.measure(chip.label, type).width);
    const float width = std::min(box.w, std::max(frame.smallest_target(), label + frame.px(44)));
    if (width > line.w) line = {box.x, line.y + line.h + gap, box.w, height};
    // One that is wider than the box has a line of its own, as high as its words.
    if (label + frame.px(44) > box.w)
      line.h =
          std::max(height, static_cast<float>(frame.measure(chip.label, type, box.w - frame.px(44)).height) +
                               frame.px(16));
    place(chip, line.cut_left(width));
    line.cut_left(gap);
  }
}

ButtonLook look_of(const Theme& theme, bool chosen) {
  ButtonLook look = chosen ? ButtonLook{theme.text, theme.card} : plain_look(theme);
  look.size = kText;
  return look;
}

}  // namespace

float chips_height(Frame& frame, float width, std::span<const ChoiceButton> chips) {
  float bottom = 0;
  flow(frame, {0, 0, width, 0}, chips,
       [&bottom](const ChoiceButton&, const Box& each) { bottom = each.bottom(); });
  return bottom;
}

std::optional<std::string> draw_chips(Frame& frame, const Box& box, std::string_view prefix,
                                      std::span<const ChoiceButton> chips) {
  std::optional<std::string> pressed;
  flow(frame, box, chips, [&](const ChoiceButton& chip, const Box& at) {
    const ButtonLook look = look_of(frame.theme(), chip.chosen);
    if (button(frame, at, std::string(prefix) + chip.name, chip.label, look)) pressed = chip.name;
  });
  return pressed;
}

}  // namespace tertulia::ui
