// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/rooms/clock_offsets.h"

#include <algorithm>

namespace tertulia {

void ClockOffsets::sample(const std::string& boot_id, BootTime sent, BootTime received, Milliseconds way) {
  if (!clocks_.contains(boot_id) && clocks_.size() >= kMostClocks) clocks_.clear();
  auto& samples = clocks_[boot_id];
  samples.push_back({received - sent, way});
  if (samples.size() > kSamples) samples.pop_front();
}

std::optional<BootTime> ClockOffsets::own_time(const std::string& boot_id, BootTime theirs) const {
  const auto found = clocks_.find(boot_id);
  if (found == clocks_.end()) return std::nullopt;
  const auto best = std::min_element(
      found->second.begin(), found->second.end(),
      [](const Sample& one, const Sample& other) { return one.difference < other.difference; });
  return theirs + best->difference - best->way;
}

}  // namespace tertulia
