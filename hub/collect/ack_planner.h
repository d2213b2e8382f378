// SPDX-License-Identifier: Apache-2.0
// Decides which ack the hub may publish for one stream (an epoch of a device), and when to publish it again.
// The rule: an ack never covers a row that the hub does not hold. Reads no clock and no database: the writer
// passes in which rows are committed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/domain/time.h"
#include "hub/arrival/ranges.h"

namespace tertulia::hub {

// A younger hole may still be on its way through another collector, so the ack ends before it.
inline constexpr BootTime kHolePatience = std::chrono::seconds(30);
inline constexpr BootTime kLongestAskInterval = std::chrono::hours(1);
inline constexpr std::size_t kMostMisses = 200;  // keeps an ack far below the maximum packet

class AckPlanner {
 public:
  explicit AckPlanner(std::string epoch) : epoch_(std::move(epoch)) {}

  // What the database holds, after the commit.
  void hold(const Ranges& held, BootTime now);
  // `seq` is the last row before the first young hole. Older holes are listed in `miss`, so that the device
  // sends them again.
  [[nodiscard]] Ack ack(BootTime now) const;
  // ack(now) was published.
  void published(BootTime now);
  // An ack must be published although nothing arrived: a hole has become old, or it is time to ask for it
  // again. The first time that is after 30 s, then after doubling intervals, because a device that dropped
  // those rows has reported that in a `gap` event and sends nothing more.
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
  std::optional<BootTime> published_at_;
  BootTime ask_interval_ = kHolePatience;
};

}  // namespace tertulia::hub
