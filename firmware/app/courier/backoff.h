// SPDX-License-Identifier: Apache-2.0
// How long to rest after a failure: full jitter, from 1 s doubling to 40 s (decision 047). A value; knows no
// clock.
#pragma once

#include <algorithm>
#include <functional>
#include <utility>

#include "firmware/domain/time.h"

namespace tertulia {

using Jitter = std::function<double()>;  // uniform in [0, 1)

class Backoff {
 public:
  static constexpr Milliseconds kFirst{1000};
  static constexpr Milliseconds kLongest{40'000};

  explicit Backoff(Jitter jitter) : jitter_(std::move(jitter)) {}

  // Between nothing and the ceiling, which doubles with each call.
  [[nodiscard]] BootTime next() {
    const auto rest = share_of(ceiling_);
    ceiling_ = std::min(ceiling_ * 2, kLongest);
    return rest;
  }
  // Between half of the longest and the longest: for what waiting does not cure.
  [[nodiscard]] BootTime next_long() { return kLongest / 2 + share_of(kLongest / 2); }
  void reset() { ceiling_ = kFirst; }

 private:
  [[nodiscard]] BootTime share_of(Milliseconds ceiling) const {
    return std::chrono::duration_cast<BootTime>(
        std::chrono::duration<double, std::milli>(static_cast<double>(ceiling.count()) * jitter_()));
  }

  Jitter jitter_;
  Milliseconds ceiling_ = kFirst;
};

}  // namespace tertulia
