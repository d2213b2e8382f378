// SPDX-License-Identifier: Apache-2.0
// How long each step of an attempt to connect may take (decision 116). A step that ran out of time has twice
// as long at the next attempt, up to what a satellite needs. One that was reached falls back to three times
// what it took. A value; it reads no clock.
#pragma once

#include <algorithm>
#include <array>

#include "firmware/domain/time.h"
#include "firmware/ports/broker.h"

namespace tertulia {

class Patience {
 public:
  static constexpr BootTime kFirst = std::chrono::seconds(10);
  // With round trips of 5 s, and packets that TCP has to repeat. Less than the minute of decision 047.
  static constexpr BootTime kLongest = std::chrono::seconds(50);
  // Between two messages before the line is asked whether it is there, and then until its answer.
  static constexpr std::chrono::seconds kKeepAlive{20};
  static constexpr std::chrono::seconds kLongestKeepAlive{60};

  Patience() { limits_.fill(kFirst); }

  [[nodiscard]] BootTime with(ConnectionStep step) const { return limits_[at(step)]; }
  // For the next connection: eight times what the broker took for its slower answer.
  [[nodiscard]] std::chrono::seconds keep_alive() const {
    const BootTime slowest = std::max(answer_took_, subscription_took_);
    return std::clamp(std::chrono::ceil<std::chrono::seconds>(8 * slowest), kKeepAlive, kLongestKeepAlive);
  }

  void took(ConnectionStep step, BootTime duration) {
    limits_[at(step)] = std::clamp(3 * duration, kFirst, kLongest);
    if (step == ConnectionStep::kAnswer) answer_took_ = duration;
    if (step == ConnectionStep::kSubscription) subscription_took_ = duration;
  }
  void ran_out(ConnectionStep step) { limits_[at(step)] = std::min(2 * limits_[at(step)], kLongest); }

 private:
  [[nodiscard]] static std::size_t at(ConnectionStep step) { return static_cast<std::size_t>(step); }

  std::array<BootTime, kConnectionSteps> limits_{};
  BootTime answer_took_{};
  BootTime subscription_took_{};
};

}  // namespace tertulia
