// SPDX-License-Identifier: Apache-2.0
// The local times of a recurrence rule (RFC 5545, section 3.3.10) within a window. Looks at no day before the
// window unless a COUNT has to be counted. For the sources of this folder.
#pragma once

#include <optional>
#include <vector>

#include "firmware/formats/calendar/recurrence_rule.h"
#include "firmware/formats/calendar/rule_budget.h"

namespace tertulia::formats {

struct RuleWindow {
  LocalTime from;  // no earlier occurrence is kept
  LocalTime to;    // no later one is looked for
};

struct RuleReading {
  std::vector<LocalTime> times;          // sorted, without regard to UNTIL
  bool is_cut = false;                   // after 5,000; there may be more
  std::optional<UnusableRule> unusable;  // then there are no times
};

// Of RRULE or EXRULE. A COUNT counts `first` as the first occurrence, also where the rule does not give it.
[[nodiscard]] RuleReading occurrences(icalproperty_impl* property, const CalendarTime& first,
                                      const RuleWindow& window, RuleBudget& budget);

}  // namespace tertulia::formats
