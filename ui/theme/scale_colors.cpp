// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/scale_colors.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "ui/theme/contrast.h"

namespace tertulia::ui {

Color step_color(const ScaleColors& scale, int index, int count) {
  constexpr int kMiddle = 2;
  const int half = std::max(1, count / 2);  // how many steps one side has
  const bool is_high = 2 * index + 1 > count;
  // How many steps away from the middle: 0 to `half`.
  const int away = is_high ? index - (count - half) + 1 : std::max(0, half - index);
  const int side = is_high ? 1 : -1;
  // The anchors lie half a side apart.
  const int anchor = std::min(2 * away / half, 1);
  const auto part = static_cast<std::uint32_t>(255 * (2 * away - anchor * half) / half);
  const auto at = [&](int steps) {
    const int place = kMiddle + side * steps;
    return scale[static_cast<std::size_t>(place)];
  };
  return mixed(at(anchor), at(anchor + 1), part);
}

Color ink_on(Color ground) {
  if (contrast(kFaceInk, ground) >= kHighContrast) return kFaceInk;
  // One of them has always 4.5:1.
  const Color black = rgb(0x000000), white = rgb(0xffffff);
  return contrast(black, ground) > contrast(white, ground) ? black : white;
}

}  // namespace tertulia::ui
