// SPDX-License-Identifier: Apache-2.0
// How long the finger on the glass has been resting, and what it has set off by that. A contact that has set
// something off presses nothing when it is lifted. One for each glass; main thread.
#pragma once

#include <chrono>
#include <optional>

#include "ui/touch/touch_feed.h"

namespace tertulia::ui {

inline constexpr std::chrono::milliseconds kLongPress{400};
inline constexpr std::chrono::milliseconds kRepeat{60};

class Hold {
 public:
  // Before each frame.
  void follow(const Pointer& pointer, BootTime now);

  // True once, when the finger has been down for kLongPress.
  [[nodiscard]] bool is_long() { return !is_spent_ && is_due(); }
  // True at that time, and then every kRepeat: after a frame that came late it goes on from there.
  [[nodiscard]] bool repeats() { return is_due(); }

  // True once, when the finger has been down for `time` and has set nothing off before.
  [[nodiscard]] bool is_down_for(BootTime time);

  [[nodiscard]] bool is_spent() const { return is_spent_; }
  // When the answers above change, if somebody has asked in this frame.
  [[nodiscard]] std::optional<BootTime> wake() const { return wake_; }

 private:
  [[nodiscard]] bool is_due();

  BootTime now_{};
  BootTime since_{};
  BootTime due_{};
  bool is_down_ = false;
  bool is_spent_ = false;
  std::optional<BootTime> wake_;
};

}  // namespace tertulia::ui
