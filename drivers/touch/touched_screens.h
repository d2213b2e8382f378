// SPDX-License-Identifier: Apache-2.0
// The fingers on all screens of a window: turns contacts into its events. A value.
#pragma once

#include <optional>
#include <vector>

#include "drivers/touch/touch_tracker.h"

namespace tertulia {

class TouchedScreens {
 public:
  // The next screen; they are counted from 0.
  void add() { screens_.push_back({TouchTracker(static_cast<int>(screens_.size()))}); }

  // Adds what the contact means to `events`, and what has become dirt by then.
  void apply(int screen, const TouchContact& contact, std::vector<WindowEvent>& events);
  // Adds what has become dirt by `now`.
  void expire(BootTime now, std::vector<WindowEvent>& events);
  // When expire() is to be called at the latest: the earlier of that and `until`.
  [[nodiscard]] std::optional<BootTime> earlier(std::optional<BootTime> until) const;

 private:
  struct Screen {
    TouchTracker tracker;
    bool has_dirt = false;  // as it was told last
  };
  static void tell(int screen, Screen& each, std::vector<WindowEvent>& events);

  std::vector<Screen> screens_;
};

}  // namespace tertulia
