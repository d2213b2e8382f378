// SPDX-License-Identifier: Apache-2.0
// The widgets that all screens are made of.
#pragma once

#include <string_view>

#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

// How a button looks. `line` with alpha 0 means: no border.
struct ButtonLook {
  Color fill;
  Color text;
  Color line{0};
  float radius = kButtonRadius;
  float size = kBodySize + 1;
  Weight weight = Weight::kBold;
};
[[nodiscard]] ButtonLook primary_look(const Theme& theme);
[[nodiscard]] ButtonLook plain_look(const Theme& theme);  // a card with a border
[[nodiscard]] ButtonLook quiet_look(const Theme& theme);  // text only

[[nodiscard]] bool button(Frame& frame, const Box& box, std::string_view name, std::string_view label,
                          const ButtonLook& look);

// The box of a button, a little smaller while a finger presses it.
[[nodiscard]] Box pressed_in(const Frame& frame, const Box& box);
// The fill of a button while a finger presses it: mixed with a little ink.
[[nodiscard]] Color lit(const Frame& frame, Color fill, Color ink);
// The colour of a symbol that is itself a button, drawn right after pressed(): from `resting` to the primary
// colour.
[[nodiscard]] Color touched_ink(const Frame& frame, Color resting);

// Draws a card. Call card_state() right after pressed(): the card is lit and pressed in while a finger is on
// it.
enum class CardState { kPlain, kHeld, kChosen };
void draw_card(Frame& frame, const Box& box, const Theme& theme, CardState state);
[[nodiscard]] CardState card_state(const Frame& frame, bool chosen);

// The heading of a screen: a name in bold and a detail behind a dot, each in a cell of its own so that it
// keeps its direction. On a narrow screen the detail stands below. The logo stands before the name where
// there is space.
struct Heading {
  std::string_view name;
  std::string_view detail;
  float size = kLabelSize;  // of the name
};
void draw_heading(Frame& frame, Box box, const Heading& heading);
// Cuts the line of the heading off the top of a page; on a portrait screen it has room for two lines.
[[nodiscard]] Box cut_heading(const Frame& frame, Box& page);
// Whether the whole name stands there, with no word broken and not much smaller.
[[nodiscard]] bool shows_name(Frame& frame, const Box& box, const Heading& heading);

// Cuts the space of the logo and a gap off the start of the line. A box without width: there is no logo.
[[nodiscard]] Box cut_logo(Frame& frame, Box& line, Color ground, float height);

// Draws a bar with round ends, filled to done/1000.
void draw_bar(Frame& frame, const Box& box, const Theme& theme, int done);
// The same with the amber and red ticks of a countdown, in the colour of its tone.
void draw_time_bar(Frame& frame, const Box& box, const Theme& theme, const TimeBar& bar, Tone tone);

[[nodiscard]] Color tone_color(const Theme& theme, Tone tone);
// Draws a shape that says the same as the colour of the tone; nothing for a calm tone. Returns the width that
// it took.
float draw_tone_shape(Frame& frame, const Box& box, const Theme& theme, Tone tone);

// The largest size in tokens, at most type.size, at which the text fits the box on one line.
[[nodiscard]] float largest_size(Frame& frame, std::string_view text, const Type& type, const Box& box);

// The largest size in tokens, from type.size down to `least`, at which the text fits the box without breaking
// a word. A narrow headline with long words gets smaller type, not a hyphen.
struct SizeRange {
  Box box;
  float least = 0;
};
[[nodiscard]] float unbroken_size(Frame& frame, std::string_view text, const Type& type,
                                  const SizeRange& range);

}  // namespace tertulia::ui
