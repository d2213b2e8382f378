// SPDX-License-Identifier: Apache-2.0
// Where the picture of a sign stands, so that nothing burns in: it moves by a pixel or two every few minutes,
// slowly round a small square. Backgrounds stay, and what can be touched moves with the picture. Pure.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>

#include "firmware/domain/time.h"
#include "firmware/ports/geometry.h"

namespace tertulia::ui {

inline constexpr BootTime kShiftInterval = std::chrono::minutes(3);

// The offset in pixels at a time; of a screen so many pixels high.
[[nodiscard]] inline Point shift_at(BootTime now, int height) {
  constexpr Point kWay[] = {{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}};
  const auto step = static_cast<std::size_t>(now / kShiftInterval) % std::size(kWay);
  const int pixels = std::max(1, height / 540);  // a pixel of a large panel is too small to spare anything
  return {kWay[step].x * pixels, kWay[step].y * pixels};
}

// When shift_at() next changes.
[[nodiscard]] inline BootTime next_shift(BootTime now) { return (now / kShiftInterval + 1) * kShiftInterval; }

}  // namespace tertulia::ui
