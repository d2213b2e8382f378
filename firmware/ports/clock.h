// SPDX-License-Identifier: Apache-2.0
// Port: the only source of time. Pure functions take a Now instead.
#pragma once

#include "firmware/domain/time.h"

namespace tertulia {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Now now() const = 0;  // any thread
  // The machine's own time, also in a demonstration. It is compared with times that others set, such as the
  // expiry of a hub command.
  [[nodiscard]] virtual Now machine() const { return now(); }
  // The wall clock of the kernel, whoever has set it: certificates are judged by it.
  [[nodiscard]] virtual WallTime kernel_wall() const { return machine().wall; }
  // A person says what time it is. It counts from here on, until the network says better. Does nothing on a
  // clock that the network has set, or that no person can reach. Any thread.
  virtual void set_by_hand(WallTime /*wall*/) {}
  // The instant of the kernel's CLOCK_BOOTTIME at which this clock shows `boot`, for poll() and timerfd. Both
  // are the same, except in a demonstration that runs faster or slower than life.
  [[nodiscard]] virtual BootTime kernel_time(BootTime boot) const { return boot; }
};

}  // namespace tertulia
