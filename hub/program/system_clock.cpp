// SPDX-License-Identifier: Apache-2.0
#include "hub/program/system_clock.h"

#include <ctime>

namespace tertulia::hub {

Now SystemClock::now() const {
  timespec boot{};
  clock_gettime(CLOCK_BOOTTIME, &boot);
  Now now;
  now.wall = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
  now.boot = std::chrono::seconds(boot.tv_sec) + std::chrono::nanoseconds(boot.tv_nsec);
  now.quality = ClockQuality::kSynced;
  return now;
}

}  // namespace tertulia::hub
