// SPDX-License-Identifier: Apache-2.0
// What this device knows about the boot clocks of the others in its rooms. Clocks run alike, so the
// difference between two is one number. A message says when it was sent; of the last 8 of a sender the one
// that came with the least delay tells the difference best, and a message that was held up for seconds does
// no harm. Pure.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "firmware/domain/time.h"

namespace tertulia {

class ClockOffsets {
 public:
  static constexpr std::size_t kSamples = 8;

  // A message that was sent at `sent` of the clock `boot_id` came in at `received`. `way` is the half of the
  // round trips of both devices to the broker: what the fastest message needs.
  void sample(const std::string& boot_id, BootTime sent, BootTime received, Milliseconds way);

  // The moment on this device's clock; none before the first sample of that clock.
  [[nodiscard]] std::optional<BootTime> own_time(const std::string& boot_id, BootTime theirs) const;

 private:
  struct Sample {
    BootTime difference{};  // received - sent
    Milliseconds way{};
  };
  static constexpr std::size_t kMostClocks = 256;  // a device has a new one at each of its starts

  std::map<std::string, std::deque<Sample>> clocks_;
};

}  // namespace tertulia
