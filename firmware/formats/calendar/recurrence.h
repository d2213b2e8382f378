// SPDX-License-Identifier: Apache-2.0
// The local times of a recurrence rule (RFC 5545, section 3.3.10), expanded by libical within a window. For
// the sources of this folder.
#pragma once

#include <optional>
#include <vector>

#include "firmware/formats/calendar/calendar_times.h"

struct icalproperty_impl;

namespace tertulia::formats {

struct RuleWindow {
  LocalTime from;  // no earlier occurrence is kept
  LocalTime to;    // no later one is looked for
};

struct RuleReading {
  std::vector<LocalTime> times;  // sorted, without regard to UNTIL
  bool is_cut = false;           // there were more than kMostOccurrences, or it took more than kMostSteps
  bool is_unreadable = false;    // no rule, or one that repeats every minute or second
};

inline constexpr std::size_t kMostOccurrences = 5000;
inline constexpr std::size_t kMostSteps = 100'000;  // hourly for 11 years, with a COUNT

// Of RRULE or EXRULE. A COUNT counts `first` as the first occurrence, also where the rule does not give it.
[[nodiscard]] RuleReading occurrences(icalproperty_impl* rule, const CalendarTime& first,
                                      const RuleWindow& window);
// UNTIL of the rule, if it has one. It may be in another zone than the rule: the caller compares instants.
[[nodiscard]] std::optional<CalendarTime> rule_end(icalproperty_impl* rule);

}  // namespace tertulia::formats
