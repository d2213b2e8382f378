// SPDX-License-Identifier: Apache-2.0
// Shows a few large things at a time, with two buttons that turn to the others. For people whose hands
// tremble.
#pragma once

#include <functional>
#include <optional>

#include "firmware/ports/intents.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

struct Screenfuls {
  const char* name = "";                    // of the list, on its page
  int count = 0;                            // of all things
  int at_once = 1;                          // > 0
  std::optional<int> focus = std::nullopt;  // index of the one that matters now
};

// Calls `draw` with the box and the index of each thing. Returns the intent of the pressed one.
[[nodiscard]] std::optional<Intent> draw_screenfuls(
    Frame& frame, const Box& whole, const Screenfuls& things,
    const std::function<std::optional<Intent>(const Box&, int)>& draw);
// The size of the box that each thing gets.
[[nodiscard]] Box box_in_screenful(const Frame& frame, const Box& box, const Screenfuls& things);

// The two buttons, for other lists. Cuts their place off the end of the box.
[[nodiscard]] Box cut_turns(const Frame& frame, Box& box);
struct Turns {  // that are possible now
  bool back = false;
  bool onward = false;
};
// -1: back was pressed, 1: onward, 0: none.
[[nodiscard]] int draw_turns(Frame& frame, const Box& turns, const Turns& can);

}  // namespace tertulia::ui
