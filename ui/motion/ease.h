// SPDX-License-Identifier: Apache-2.0
// How movement on the glass runs: quick at once, gentle at its end. Pure.
#pragma once

#include <algorithm>
#include <chrono>

#include "firmware/domain/time.h"

namespace tertulia::ui {

inline constexpr std::chrono::milliseconds kFrameTime{16};
inline constexpr std::chrono::milliseconds kPressTime{140};
inline constexpr std::chrono::milliseconds kSlideTime{180};

[[nodiscard]] inline float ease_out(float part) {
  const float rest = 1 - std::clamp(part, 0.0F, 1.0F);
  return 1 - rest * rest * rest;
}

// How far a movement of that length is at `now`, 0..1. Its first frame shows it under way: a finger must not
// wait for an answer that begins at nothing.
[[nodiscard]] inline float progress(BootTime since, std::chrono::milliseconds length, BootTime now) {
  const std::chrono::duration<float> passed = now - since + kFrameTime;
  return ease_out(passed / std::chrono::duration<float>(length));
}
[[nodiscard]] inline bool is_over(BootTime since, std::chrono::milliseconds length, BootTime now) {
  return now - since + kFrameTime >= length;
}

}  // namespace tertulia::ui
