// SPDX-License-Identifier: Apache-2.0
// A recurrence rule (RFC 5545, section 3.3.10) as plain values, and why one cannot be used. libical parses
// it; it does not expand it, because its iterator is wrong for some valid rules and has no bound for others.
// For the sources of this folder.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "firmware/formats/calendar/calendar_times.h"

struct icalproperty_impl;

namespace tertulia::formats {

enum class Frequency { kHourly, kDaily, kWeekly, kMonthly, kYearly };

struct RuleWeekday {
  int position = 0;  // "2" of 2TU, "-1" the last one; 0: every one
  std::chrono::weekday day = std::chrono::Monday;
};

// What it leaves out is filled in from DTSTART. The lists are sorted; an empty one does not matter.
struct RecurrenceRule {
  Frequency frequency = Frequency::kDaily;
  int interval = 1;
  std::optional<int> count;
  std::chrono::weekday week_start = std::chrono::Monday;
  std::vector<int> months;
  std::vector<int> weeks;  // of the year; this and the next two also from behind, -1 is the last
  std::vector<int> year_days;
  std::vector<int> month_days;
  std::vector<RuleWeekday> weekdays;
  std::vector<int> hours;  // of an hourly rule those that count, else never empty
  std::vector<int> minutes;
  std::vector<int> seconds;
  std::vector<int> positions;      // BYSETPOS
  bool gives_one_in_each = false;  // hour, day or week: the n-th occurrence needs no counting
};

// The middle and the end of a sentence for the findings: "The rule <why>; ... <cure>".
struct UnusableRule {
  std::string_view why;
  std::string_view cure;
};
inline constexpr UnusableRule kRuleTakesTooLong{
    "takes too many steps to work out", "Let it begin nearer to the visit's days, or repeat less often."};

// Of RRULE or EXRULE.
[[nodiscard]] std::variant<RecurrenceRule, UnusableRule> rule_of(icalproperty_impl* property,
                                                                 const CalendarTime& first);
// UNTIL of the rule, if it has one. It may be in another zone than the rule: the caller compares instants.
[[nodiscard]] std::optional<CalendarTime> rule_end(icalproperty_impl* property);

}  // namespace tertulia::formats
