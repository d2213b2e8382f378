// SPDX-License-Identifier: Apache-2.0
// Port: the only source of time.
#pragma once

#include "firmware/domain/time.h"

namespace tertulia {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Now now() const = 0;  // any thread
  // The machine's own time, also in a demonstration: for what others date, as orders of the hub.
  [[nodiscard]] virtual Now machine() const { return now(); }
  // The instant of the kernel's CLOCK_BOOTTIME at which this clock's boot time shows `boot` (they differ only
  // when a demonstration runs faster than life). For timerfd and poll.
  [[nodiscard]] virtual BootTime kernel_time(BootTime boot) const { return boot; }
};

}  // namespace tertulia
