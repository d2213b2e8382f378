// SPDX-License-Identifier: Apache-2.0
// A clock that is set by hand. Any thread.
#pragma once

#include <mutex>

#include "firmware/ports/clock.h"

namespace tertulia {

class FakeClock final : public Clock {
 public:
  // 2027-05-11T14:30:00Z, one hour after boot.
  FakeClock()
      : now_{WallTime{Milliseconds{1'810'132'200'000}}, std::chrono::hours(1), "boot-1",
             ClockQuality::kSynced} {}
  explicit FakeClock(Now now) : now_(std::move(now)) {}

  [[nodiscard]] Now now() const override {
    const std::lock_guard lock(mutex_);
    return now_;
  }
  void set_by_hand(WallTime wall) override {
    const std::lock_guard lock(mutex_);
    if (now_.quality == ClockQuality::kSynced) return;
    now_.wall = wall;
    now_.quality = ClockQuality::kOperator;
  }
  void set(Now now) {
    const std::lock_guard lock(mutex_);
    now_ = std::move(now);
  }
  // Both clocks go on.
  void advance(Milliseconds by) {
    const std::lock_guard lock(mutex_);
    now_.wall += by;
    now_.boot += by;
  }
  // Only the label changes, as when the network sets the time.
  void set_wall(WallTime wall) {
    const std::lock_guard lock(mutex_);
    now_.wall = wall;
  }

 private:
  mutable std::mutex mutex_;
  Now now_;
};

}  // namespace tertulia
