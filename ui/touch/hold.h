// SPDX-License-Identifier: Apache-2.0
// How long the finger has been resting, and whether it has already caused something by that. A contact that
// has caused something presses nothing when it is lifted. One for each Glass; main thread.
#pragma once

#include <chrono>
#include <optional>

#include "ui/touch/touch_feed.h"

namespace tertulia::ui {

inline constexpr std::chrono::milliseconds kLongPress{400};
inline constexpr std::chrono::milliseconds kRepeat{60};

class Hold {
 public:
  // To be called before each frame.
  void follow(const Pointer& pointer, BootTime now);

  // True once, when the finger has been down for kLongPress.
  [[nodiscard]] bool is_long() { return !is_spent_ && is_due(); }
  // True after kLongPress and then every kRepeat. After a late frame it continues from there and does not
  // catch up.
  [[nodiscard]] bool repeats() { return is_due(); }

  // True once, when the finger has been down for `time` and has caused nothing before.
  [[nodiscard]] bool is_down_for(BootTime time);

  [[nodiscard]] bool is_spent() const { return is_spent_; }
  // When one of the functions above would return something else; none if no one called them in this frame.
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
