// SPDX-License-Identifier: Apache-2.0
// The few widgets that all screens are made of.
#pragma once

#include <string_view>

#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

// How a button looks. `line` with alpha 0: no border.
struct ButtonLook {
  Color fill;
  Color text;
  Color line{0};
  float radius = kButtonRadius;
  float size = kBodySize + 1;
  Weight weight = Weight::kBold;
};
[[nodiscard]] ButtonLook primary_look(const Theme& theme);
[[nodiscard]] ButtonLook plain_look(const Theme& theme);  // card with a line around it
[[nodiscard]] ButtonLook quiet_look(const Theme& theme);  // words only

[[nodiscard]] bool button(Frame& frame, const Box& box, std::string_view name, std::string_view label,
                          const ButtonLook& look);

// What a finger presses gives by a hair, and comes back after it.
[[nodiscard]] Box pressed_in(const Frame& frame, const Box& box);
// The fill of a button under the finger: a little of the ink comes through.
[[nodiscard]] Color lit(const Frame& frame, Color fill, Color ink);
// The ink of what is a button by itself, drawn right after pressed(): from `rest` to the primary colour.
[[nodiscard]] Color touched_ink(const Frame& frame, Color rest);

// A white card; lit and pressed in while a finger is on it, when drawn right after pressed().
enum class CardState { kPlain, kHeld, kChosen };
void draw_card(Frame& frame, const Box& box, const Theme& theme, CardState state);
[[nodiscard]] CardState card_state(const Frame& frame, bool chosen);

// What a screen is about, at its top: a name in bold and what goes with it. Behind a dot, in cells of their
// own so that each keeps its direction; below each other on a narrow screen. The logo stands before it, if
// the words have room beside it.
struct Heading {
  std::string_view name;
  std::string_view detail;
  float size = kLabelSize;  // of the name
};
void draw_heading(Frame& frame, Box box, const Heading& heading);

// Where the programme's logo may stand at the start of a line; cuts that and a gap off. Without width: there
// is none.
[[nodiscard]] Box cut_logo(Frame& frame, Box& line, Color ground, float height);

// A round-ended bar filled to done/1000.
void draw_bar(Frame& frame, const Box& box, const Theme& theme, int done);
// The same with the amber and red marks of a countdown, in the colour of its tone.
void draw_time_bar(Frame& frame, const Box& box, const Theme& theme, const TimeBar& bar, Tone tone);

[[nodiscard]] Color tone_color(const Theme& theme, Tone tone);
// A shape that says the same as the tone's colour; nothing for a calm one. Returns the width that it took.
float draw_tone_mark(Frame& frame, const Box& box, const Theme& theme, Tone tone);

// The largest size in tokens, at most type.size, at which the text fits the box on one line.
[[nodiscard]] float largest_size(Frame& frame, std::string_view text, const Type& type, const Box& box);

// The largest size in tokens, from type.size down to `least`, at which the text fits the box without breaking
// a word: long words in a narrow headline ask for smaller type, not for a hyphen.
struct SizeRange {
  Box box;
  float least = 0;
};
[[nodiscard]] float unbroken_size(Frame& frame, std::string_view text, const Type& type,
                                  const SizeRange& range);

}  // namespace tertulia::ui
