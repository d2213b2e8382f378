// SPDX-License-Identifier: Apache-2.0
// Finds what changed between two frames, as a few rectangles.
#pragma once

#include <cstddef>
#include <vector>

#include "firmware/ports/geometry.h"
#include "ui/raster/primitive.h"

namespace tertulia::ui {

inline constexpr std::size_t kMostRects = 8;

// A region of at most kMostRects rectangles. It may cover a little more than what was added: neighbours are
// joined when that costs few pixels.
class Damage {
 public:
  void add(const Rect& rect);
  [[nodiscard]] const std::vector<Rect>& rects() const { return rects_; }

 private:
  std::vector<Rect> rects_;
};

// Covers every pixel that can differ between the two frames. Primitives that both frames have in the same
// order cost nothing.
[[nodiscard]] std::vector<Rect> damage_between(const Primitives& last, const Primitives& now);

}  // namespace tertulia::ui
