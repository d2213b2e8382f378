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
    Frame& frame, Box box, const Screenfuls& things,
    const std::function<std::optional<Intent>(const Box&, int)>& draw);

}  // namespace tertulia::ui
