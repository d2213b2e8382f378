// SPDX-License-Identifier: Apache-2.0
// Pictures put together from pictures. Pure.
#pragma once

#include <vector>

#include "drivers/files/png.h"
#include "tests/support/read_png.h"

namespace tertulia::test {

// Of one colour, 0xffRRGGBB.
[[nodiscard]] Screenshot blank(Size size, std::uint32_t color);

// `from` with its top left corner at `at`; what does not fit is cut.
void paste(Screenshot& into, PixelView from, Point at);

// Smaller, each pixel the mean of those that it stands for; never larger than the picture.
[[nodiscard]] Screenshot shrunk(PixelView picture, int width);

}  // namespace tertulia::test
