// SPDX-License-Identifier: Apache-2.0
// The logo of a programme as pixels, and smaller copies of it. Pure; the same bits on every machine.
#pragma once

#include <cstdint>
#include <vector>

namespace tertulia {

struct LogoSize {  // pixels
  int width = 0;
  int height = 0;
  friend bool operator==(const LogoSize&, const LogoSize&) = default;
};

// The largest logo of a pack: enough for a header on a panel of 3840x2160 with large type.
inline constexpr LogoSize kLargestLogo{512, 256};

struct Logo {
  LogoSize size;
  std::vector<std::uint32_t> pixels;  // 0xAARRGGBB, not premultiplied; rows from the top without padding

  [[nodiscard]] std::uint32_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width) +
                  static_cast<std::size_t>(x)];
  }
  friend bool operator==(const Logo&, const Logo&) = default;
};

// The largest size in the box that keeps the proportions. Never larger than the logo, nor under one pixel.
[[nodiscard]] LogoSize fitted(LogoSize logo, LogoSize box);

// The logo in that size, which is at most its own. Each pixel is the mean of the area that it covers.
// Transparent pixels add no colour to their neighbours.
[[nodiscard]] Logo scaled_down(const Logo& logo, LogoSize size);

}  // namespace tertulia
