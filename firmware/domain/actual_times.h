// SPDX-License-Identifier: Apache-2.0
// When sessions really ran, from what their timers reported. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/event.h"

namespace tertulia {

struct ActualTimes {
  WallTime start;               // of the first segment that was started
  std::optional<WallTime> end;  // when the last segment was over or stopped; none: it still runs
  Milliseconds added{};         // minutes that the moderator added, less those taken away
  friend bool operator==(const ActualTimes&, const ActualTimes&) = default;
};

struct TimerReport {
  WallTime time;
  event::TimerChanged change;
};

// By the slug of the session. The reports may be in any order, of several rooms, and some may be missing.
[[nodiscard]] std::map<std::string, ActualTimes> actual_times(std::vector<TimerReport> reports);

}  // namespace tertulia
