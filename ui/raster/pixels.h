// SPDX-License-Identifier: Apache-2.0
// Blends colours onto pixels. Colours are 0xAARRGGBB, not premultiplied; pixels are opaque, 0xffRRGGBB. sRGB,
// every channel rounded to the nearest value.
#pragma once

#include <cstdint>
#include <span>

#include "firmware/ports/geometry.h"

namespace tertulia::ui {

// The nearest integer to value / 255, for value <= 255 * 255.
[[nodiscard]] constexpr std::uint32_t div255(std::uint32_t value) {
  return (value + 128 + ((value + 128) >> 8)) >> 8;
}

[[nodiscard]] constexpr std::uint32_t with_alpha(std::uint32_t colour, std::uint32_t alpha) {
  return (colour & 0x00ffffff) | alpha << 24;
}

// `colour` over `pixel` with its alpha replaced by 0 <= alpha <= 255. Red and blue share one multiplication.
[[nodiscard]] constexpr std::uint32_t blended(std::uint32_t pixel, std::uint32_t colour,
                                              std::uint32_t alpha) {
  constexpr std::uint32_t kLanes = 0x00ff00ff, kHalf = 0x00800080;
  const std::uint32_t remaining = 255 - alpha;
  const std::uint32_t red_blue = (pixel & kLanes) * remaining + (colour & kLanes) * alpha + kHalf;
  const std::uint32_t green = ((pixel >> 8) & 0xff) * remaining + ((colour >> 8) & 0xff) * alpha;
  return 0xff000000 | (((red_blue + ((red_blue >> 8) & kLanes)) >> 8) & kLanes) | div255(green) << 8;
}

// The pixels that are being drawn. Does not own them.
struct Canvas {
  std::uint32_t* pixels = nullptr;
  Size size;

  // The pixels [left, right) of row y; inside the canvas.
  [[nodiscard]] std::span<std::uint32_t> row(int y, int left, int right) const {
    const auto start = static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width);
    return {pixels + start + static_cast<std::size_t>(left), static_cast<std::size_t>(right - left)};
  }
};

void fill(std::span<std::uint32_t> run, std::uint32_t colour);

// Blends the colour onto each pixel, its alpha times the coverage of that pixel (one byte for each).
void cover(std::span<std::uint32_t> run, const std::uint8_t* coverage, std::uint32_t colour);

// Blends a colour of its own onto each pixel, its alpha times `alpha`.
void cover(std::span<std::uint32_t> run, const std::uint32_t* colours, std::uint32_t alpha);

}  // namespace tertulia::ui
