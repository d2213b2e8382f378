// SPDX-License-Identifier: Apache-2.0
// Decides what the hub may say about one (device, epoch), and when to say it again. Pure: it is told which
// rows are committed and what time it is. The rule it keeps: an ack never covers a row that the hub does not
// hold.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/domain/time.h"
#include "hub/arrival/ranges.h"

namespace tertulia::hub {

// A hole younger than this may still be on its way through another collector: the ack stops before it.
inline constexpr BootTime kHolePatience = std::chrono::seconds(30);
inline constexpr BootTime kLongestAskInterval = std::chrono::hours(1);
inline constexpr std::size_t kMostMisses = 200;  // keeps an ack far below the maximum packet

class AckPlanner {
 public:
  explicit AckPlanner(std::string epoch) : epoch_(std::move(epoch)) {}

  // What the database holds, after the commit.
  void hold(const Ranges& held, BootTime now);
  // seq ends the contiguous prefix; past a hole only when that hole is old enough to be asked for in `miss`.
  [[nodiscard]] Ack ack(BootTime now) const;
  // ack(now) was handed out.
  void told(BootTime now);
  // Something must be said although nothing arrived: a hole came of age, or it is time to ask again (after 30
  // s, then in doubling intervals: a device that dropped those rows has said so in a `gap` event and stays
  // silent).
  [[nodiscard]] bool due(BootTime now) const;

 private:
  struct Hole {
    Range range;
    BootTime since{};
  };

  [[nodiscard]] BootTime first_seen(const Range& hole, BootTime now) const;

  std::string epoch_;
  std::vector<Hole> holes_;
  std::uint64_t highest_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> last_misses_;
  std::optional<BootTime> told_at_;
  BootTime ask_interval_ = kHolePatience;
};

}  // namespace tertulia::hub
