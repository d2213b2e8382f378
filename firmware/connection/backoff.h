// SPDX-License-Identifier: Apache-2.0
// How long to wait after a failure before the next try: a random share of a ceiling that starts at 1 s and
// doubles to 40 s ("full jitter"). With 40 s and one attempt after it, a device is back within a minute
// (decision 047). A value; it reads no clock.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <utility>

#include "firmware/domain/time.h"

namespace tertulia {

using Jitter = std::function<double()>;  // uniform in [0, 1)

[[nodiscard]] inline Jitter random_jitter(std::uint64_t seed) {
  return [engine = std::mt19937_64(seed)]() mutable { return std::generate_canonical<double, 53>(engine); };
}

class Backoff {
 public:
  static constexpr Milliseconds kFirst{1000};
  static constexpr Milliseconds kLongest{40'000};

  explicit Backoff(Jitter jitter) : jitter_(std::move(jitter)) {}

  // Between zero and the ceiling, which doubles with each call.
  [[nodiscard]] BootTime next() {
    const auto wait = share_of(ceiling_);
    ceiling_ = std::min(ceiling_ * 2, kLongest);
    return wait;
  }
  // Between half of the longest and the longest, for a failure that only a person can cure.
  [[nodiscard]] BootTime next_long() const { return kLongest / 2 + share_of(kLongest / 2); }
  // Between zero and this ceiling.
  [[nodiscard]] BootTime share_of(BootTime ceiling) const {
    return std::chrono::duration_cast<BootTime>(
        std::chrono::duration<double, std::nano>(static_cast<double>(ceiling.count()) * jitter_()));
  }
  void reset() { ceiling_ = kFirst; }

 private:
  Jitter jitter_;
  Milliseconds ceiling_ = kFirst;
};

}  // namespace tertulia
