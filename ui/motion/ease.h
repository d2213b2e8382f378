// SPDX-License-Identifier: Apache-2.0
// How a movement runs: fast at its start, slow at its end. Pure.
#pragma once

#include <algorithm>
#include <chrono>

#include "firmware/domain/time.h"

namespace tertulia::ui {

inline constexpr std::chrono::milliseconds kFrameTime{16};
inline constexpr std::chrono::milliseconds kPressTime{140};
inline constexpr std::chrono::milliseconds kPageTransitionTime{180};

[[nodiscard]] inline float ease_out(float part) {
  const float left = 1 - std::clamp(part, 0.0F, 1.0F);
  return 1 - left * left * left;
}

// How far a movement of this length is at `now`, 0..1. Its first frame already shows some movement, so that a
// finger sees an effect at once.
[[nodiscard]] inline float progress(BootTime since, std::chrono::milliseconds length, BootTime now) {
  const std::chrono::duration<float> passed = now - since + kFrameTime;
  return ease_out(passed / std::chrono::duration<float>(length));
}
[[nodiscard]] inline bool is_over(BootTime since, std::chrono::milliseconds length, BootTime now) {
  return now - since + kFrameTime >= length;
}

}  // namespace tertulia::ui
