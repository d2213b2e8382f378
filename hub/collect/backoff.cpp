// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/backoff.h"

#include <algorithm>

namespace tertulia::hub {

Milliseconds reconnect_delay(unsigned attempt, double chance) {
  constexpr Milliseconds kFloor{100};
  constexpr Milliseconds kCeiling{30'000};
  constexpr unsigned kMostDoublings = 5;  // 2^5 s is above the ceiling already
  const auto ceiling = std::min(Milliseconds(1000) * (1 << std::min(attempt, kMostDoublings)), kCeiling);
  const auto delay =
      static_cast<Milliseconds::rep>(static_cast<double>(ceiling.count()) * std::clamp(chance, 0.0, 1.0));
  return std::max(Milliseconds(delay), kFloor);
}

}  // namespace tertulia::hub
