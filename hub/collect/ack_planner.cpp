// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/ack_planner.h"

#include <algorithm>
#include <iterator>

namespace tertulia::hub {

// A hole that shrinks keeps its age. New holes only open above the highest row, so each lies in one old hole
// or in none.
BootTime AckPlanner::first_seen(const Range& hole, BootTime now) const {
  const auto after =
      std::upper_bound(holes_.begin(), holes_.end(), hole.first,
                       [](std::uint64_t first, const Hole& old) { return first < old.range.first; });
  if (after == holes_.begin()) return now;
  const Hole& old = *std::prev(after);
  return hole.last <= old.range.last ? old.since : now;
}

void AckPlanner::hold(const Ranges& held, BootTime now) {
  std::vector<Hole> holes;
  for (const Range& hole : held.holes()) holes.push_back({hole, first_seen(hole, now)});
  holes_ = std::move(holes);
  highest_ = held.highest();
}

Ack AckPlanner::ack(BootTime now) const {
  Ack ack;
  ack.epoch = epoch_;
  for (const Hole& hole : holes_) {
    if (now - hole.since < kHolePatience || ack.miss.size() == kMostMisses) {
      ack.seq = hole.range.first - 1;
      return ack;
    }
    ack.miss.emplace_back(hole.range.first, hole.range.last);
  }
  ack.seq = highest_;
  return ack;
}

void AckPlanner::published(BootTime now) {
  auto misses = ack(now).miss;
  const bool asked_again = due(now) && misses == last_misses_;
  if (misses != last_misses_) ask_interval_ = kHolePatience;
  if (asked_again) ask_interval_ = std::min(2 * ask_interval_, kLongestAskInterval);
  last_misses_ = std::move(misses);
  published_at_ = now;
}

bool AckPlanner::due(BootTime now) const {
  if (holes_.empty()) return false;
  if (ack(now).miss != last_misses_) return true;
  return !last_misses_.empty() && published_at_ && now - *published_at_ >= ask_interval_;
}

}  // namespace tertulia::hub
