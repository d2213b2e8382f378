// SPDX-License-Identifier: Apache-2.0
// What stands for a character that no font has: a box with its code point in it, small digits of our own. So
// a hole in a text can be seen, read out and reported. Pure. Inside of the text engine only.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/ports/geometry.h"

namespace tertulia::ui {

struct MissingBox {
  Size size;
  int left = 0;                        // from the pen to the box
  int top = 0;                         // from the baseline up
  std::vector<std::uint8_t> coverage;  // rows without padding
};

[[nodiscard]] MissingBox missing_box(std::uint32_t code_point, int size_px);
// Pixels from this pen to the next.
[[nodiscard]] int missing_box_advance(std::uint32_t code_point, int size_px);

}  // namespace tertulia::ui
