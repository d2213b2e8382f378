// SPDX-License-Identifier: Apache-2.0
// Draws the box for a character that no font has, with its code point in small digits of our own. So a
// missing character can be seen, read out and reported. Pure. For ui/text only.
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
