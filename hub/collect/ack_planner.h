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

// How old a hole must be before an ack lists it as missing. Until then another collector may still deliver
// the rows.
inline constexpr BootTime kHolePatience = std::chrono::seconds(30);
// The longest time between two requests for the same missing rows.
inline constexpr BootTime kLongestAskInterval = std::chrono::hours(1);
inline constexpr std::size_t kMostMisses = 200;  // keeps an ack far below the maximum packet

class AckPlanner {
 public:
  explicit AckPlanner(std::string epoch) : epoch_(std::move(epoch)) {}

  // Tells the planner which rows the database holds after a commit. The first kMostMisses + 2 ranges are
  // enough: no ack reaches beyond them.
  void hold(const Ranges& held, BootTime now);
  // Makes the ack. `seq` ends before the first hole that is younger than kHolePatience, or before the hole
  // that no longer fits into kMostMisses. Older holes are listed in `miss`, so that the device sends them
  // again.
  [[nodiscard]] Ack ack(BootTime now) const;
  // Tells the planner that ack(now) was published.
  void published(BootTime now);
  // Whether an ack must be published although nothing arrived: a hole has become old, or it is time to ask
  // for it again. The planner asks again after 30 s, then at doubling intervals up to an hour. A device that
  // dropped those rows never sends them; it reported them in a `gap` event.
  [[nodiscard]] bool due(BootTime now) const;
  // False: due() stays false until rows come.
  [[nodiscard]] bool has_holes() const { return !holes_.empty(); }

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
