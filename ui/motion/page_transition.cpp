// SPDX-License-Identifier: Apache-2.0
#include "ui/motion/page_transition.h"

#include <algorithm>
#include <cmath>

#include "ui/motion/ease.h"

namespace tertulia::ui {

void PageTransition::start(PixelView leaving, Way way, BootTime now) {
  const auto count =
      static_cast<std::size_t>(leaving.size.width) * static_cast<std::size_t>(leaving.size.height);
  pixels_.assign(leaving.pixels, leaving.pixels + count);
  size_ = leaving.size;
  way_ = way;
  since_ = now;
  gone_ = 0;
}

void PageTransition::stop() { PrivateVector<std::uint32_t>().swap(pixels_); }

bool PageTransition::is_over(BootTime now) const { return ui::is_over(since_, kPageTransitionTime, now); }

PixelView PageTransition::picture(PixelView arriving, BootTime now) {
  const int width = size_.width;
  const float part = progress(since_, kPageTransitionTime, now);
  const int gone = std::clamp(static_cast<int>(std::lround(part * static_cast<float>(width))), gone_, width);
  for (int y = 0; y < size_.height; ++y) {
    const auto start = std::ptrdiff_t{y} * width;
    std::uint32_t* row = pixels_.data() + start;
    const std::uint32_t* next = arriving.pixels + start;
    if (way_ == Way::kToTheLeft) {
      std::copy(row + (gone - gone_), row + (width - gone_), row);
      std::copy(next, next + gone, row + (width - gone));
    } else {
      std::copy_backward(row + gone_, row + (width - gone + gone_), row + width);
      std::copy(next + (width - gone), next + width, row);
    }
  }
  gone_ = gone;
  return {pixels_.data(), size_};
}

}  // namespace tertulia::ui
