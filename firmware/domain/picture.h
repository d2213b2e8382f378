// SPDX-License-Identifier: Apache-2.0
// A picture as pixels, and smaller copies of it. Pure; the same bits on every machine.
#pragma once

#include <cstdint>
#include <vector>

namespace tertulia {

struct PictureSize {  // pixels
  int width = 0;
  int height = 0;
  friend bool operator==(const PictureSize&, const PictureSize&) = default;
};

// The largest logo of a pack: enough for a header on a panel of 3840x2160 with large type.
inline constexpr PictureSize kLargestLogo{512, 256};
// The largest picture of a form: three beside each other fill a panel of 1920x1080.
inline constexpr PictureSize kLargestPicture{640, 640};

struct Picture {
  PictureSize size;
  std::vector<std::uint32_t> pixels;  // 0xAARRGGBB, not premultiplied; rows from the top without padding

  [[nodiscard]] std::uint32_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width) +
                  static_cast<std::size_t>(x)];
  }
  friend bool operator==(const Picture&, const Picture&) = default;
};

// The largest size in the box that keeps the proportions. Never larger than the picture, nor under one pixel.
[[nodiscard]] PictureSize fitted(PictureSize picture, PictureSize box);

// The picture in that size, which is at most its own. Each pixel is the mean of the area that it covers.
// Transparent pixels add no colour to their neighbours.
[[nodiscard]] Picture scaled_down(const Picture& picture, PictureSize size);

}  // namespace tertulia
