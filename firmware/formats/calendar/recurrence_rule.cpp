// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/recurrence_rule.h"

#include <algorithm>
#include <iterator>

#include <libical/ical.h>

#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr UnusableRule kUnreadableRule{"cannot be read", "Set it again."};
constexpr UnusableRule kTooOften{"repeats every minute or second",
                                 "Let it repeat by the hour or by the day."};
constexpr UnusableRule kDayTooOften{"repeats a whole day every hour", "Let it repeat by the day."};
constexpr UnusableRule kOtherCalendar{"counts in another calendar or moves its days (RSCALE)",
                                      "Enter its meetings one by one."};

// RRULE and EXRULE have one type of value.
std::optional<icalrecurrencetype> parsed_rule(icalproperty* property) {
  icalvalue* value = icalproperty_get_value(property);
  if (value == nullptr || icalvalue_isa(value) != ICAL_RECUR_VALUE) return std::nullopt;
  return icalvalue_get_recur(value);
}

std::optional<UnusableRule> problem_of(const icalrecurrencetype& rule, const CalendarTime& first) {
  if (rule.freq == ICAL_NO_RECURRENCE) return kUnreadableRule;
  if (rule.freq == ICAL_SECONDLY_RECURRENCE || rule.freq == ICAL_MINUTELY_RECURRENCE) return kTooOften;
  if (rule.freq == ICAL_HOURLY_RECURRENCE && first.is_day) return kDayTooOften;
  const bool is_of_other = rule.rscale != nullptr && upper_ascii(rule.rscale) != "GREGORIAN";
  const bool moves_days = rule.skip == ICAL_SKIP_FORWARD || rule.skip == ICAL_SKIP_BACKWARD;
  if (is_of_other || moves_days) return kOtherCalendar;
  return std::nullopt;
}

Frequency frequency_of(icalrecurrencetype_frequency frequency) {
  switch (frequency) {
    case ICAL_YEARLY_RECURRENCE:
      return Frequency::kYearly;
    case ICAL_MONTHLY_RECURRENCE:
      return Frequency::kMonthly;
    case ICAL_WEEKLY_RECURRENCE:
      return Frequency::kWeekly;
    case ICAL_HOURLY_RECURRENCE:
      return Frequency::kHourly;
    default:
      return Frequency::kDaily;
  }
}

std::chrono::weekday weekday_of(int number) {  // libical's: 1 is Sunday, 0 is none
  return number == 0 ? std::chrono::Monday : std::chrono::weekday(static_cast<unsigned>(number - 1));
}

// A list ends with a mark unless it is full.
template <std::size_t size>
std::vector<int> numbers_of(const short (&list)[size]) {
  const auto end = std::find(std::begin(list), std::end(list), ICAL_RECURRENCE_ARRAY_MAX);
  std::vector<int> numbers(std::begin(list), end);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::vector<RuleWeekday> weekdays_of(const icalrecurrencetype& rule) {
  std::vector<RuleWeekday> weekdays;
  for (const int coded : numbers_of(rule.by_day)) {
    const auto day = static_cast<short>(coded);
    weekdays.push_back(
        {icalrecurrencetype_day_position(day), weekday_of(icalrecurrencetype_day_day_of_week(day))});
  }
  return weekdays;
}

// "Information, not contained in the rule, ... [is] derived from the Start Time" (RFC 5545, section 3.3.10).
void fill_days(RecurrenceRule& rule, const CalendarTime& first) {
  const bool names_days = !rule.year_days.empty() || !rule.month_days.empty() || !rule.weekdays.empty();
  if (names_days || rule.frequency < Frequency::kWeekly) return;
  if (rule.frequency == Frequency::kWeekly || !rule.weeks.empty()) {
    rule.weekdays = {{0, std::chrono::weekday(sys_day(first.local))}};
    return;
  }
  rule.month_days = {static_cast<int>(first.local.day)};
  if (rule.frequency == Frequency::kYearly && rule.months.empty())
    rule.months = {static_cast<int>(first.local.month)};
}

void fill_times(RecurrenceRule& rule, const CalendarTime& first) {
  if (first.is_day) {  // of a whole day no time of day counts
    rule.hours = rule.minutes = rule.seconds = {0};
    return;
  }
  if (rule.hours.empty() && rule.frequency != Frequency::kHourly) rule.hours = {first.local.hour};
  if (rule.minutes.empty()) rule.minutes = {first.local.minute};
  if (rule.seconds.empty()) rule.seconds = {first.local.second};
}

}  // namespace

std::variant<RecurrenceRule, UnusableRule> rule_of(icalproperty* property, const CalendarTime& first) {
  const auto parsed = parsed_rule(property);
  if (!parsed) return kUnreadableRule;
  if (const auto problem = problem_of(*parsed, first)) return *problem;
  RecurrenceRule rule;
  rule.frequency = frequency_of(parsed->freq);
  rule.interval = std::max(1, static_cast<int>(parsed->interval));
  if (parsed->count > 0) rule.count = parsed->count;
  rule.week_start = weekday_of(parsed->week_start);
  rule.months = numbers_of(parsed->by_month);
  rule.weeks = numbers_of(parsed->by_week_no);
  rule.year_days = numbers_of(parsed->by_year_day);
  rule.month_days = numbers_of(parsed->by_month_day);
  rule.weekdays = weekdays_of(*parsed);
  rule.hours = numbers_of(parsed->by_hour);
  rule.minutes = numbers_of(parsed->by_minute);
  rule.seconds = numbers_of(parsed->by_second);
  rule.positions = numbers_of(parsed->by_set_pos);
  const bool is_plain = rule.months.empty() && rule.weeks.empty() && rule.year_days.empty() &&
                        rule.month_days.empty() && rule.weekdays.empty() && rule.hours.empty() &&
                        rule.minutes.empty() && rule.seconds.empty() && rule.positions.empty();
  rule.gives_one_in_each = is_plain && rule.frequency <= Frequency::kWeekly;
  fill_days(rule, first);
  fill_times(rule, first);
  return rule;
}

std::optional<CalendarTime> rule_end(icalproperty_impl* property) {
  const auto rule = parsed_rule(property);
  if (!rule || icaltime_is_null_time(rule->until) != 0) return std::nullopt;
  return from_ical(rule->until);
}

}  // namespace tertulia::formats
