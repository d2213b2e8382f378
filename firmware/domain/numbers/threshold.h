// SPDX-License-Identifier: Apache-2.0
// k: the smallest group of people of whom a number may be said. A value. It is between 5 and 100 whatever
// anybody says: a visit pack, an event of a device, an option.
#pragma once

#include <algorithm>
#include <cstdint>

#include "firmware/domain/visit.h"

namespace tertulia::numbers {

class Threshold {
 public:
  constexpr Threshold() = default;
  constexpr explicit Threshold(std::uint64_t said)
      : k_(std::clamp<std::uint64_t>(said, kLeastThreshold, kMostThreshold)) {}
  constexpr explicit Threshold(const Privacy& privacy)
      : Threshold(static_cast<std::uint64_t>(std::max(0, privacy.threshold))) {}
  [[nodiscard]] constexpr std::uint64_t k() const { return k_; }
  friend auto operator<=>(const Threshold&, const Threshold&) = default;

 private:
  std::uint64_t k_ = kLeastThreshold;
};

}  // namespace tertulia::numbers
