// SPDX-License-Identifier: Apache-2.0
// A clock that was good once in this boot stays good on the boot clock, for days without a network. The
// kernel gives up after nine hours: then adjtimex() says that it is unsynchronised, although it counts on as
// before. A clock that a person has set is good, too, until the network says better.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "firmware/domain/time.h"

namespace tertulia {

// What an oscillator of a small computer is wrong by, at room temperature: 20 us in a second.
inline constexpr std::int64_t kHoldoverPartsPerMillion = 20;
// What a person who types hours and minutes from a watch is wrong by.
inline constexpr Milliseconds kErrorByHand{60'000};

// May be used by any thread.
class Holdover {
 public:
  // What the kernel says, or the last good time carried on; Now::error grows with the time since.
  [[nodiscard]] Now judge(const Now& kernel);
  // A person says that it is `wall` at the moment of `kernel`.
  void set_by_hand(const Now& kernel, WallTime wall);

 private:
  std::mutex mutex_;
  std::optional<Now> good_;
};

}  // namespace tertulia
