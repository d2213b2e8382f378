// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/recurrence.h"

#include <algorithm>
#include <chrono>
#include <limits>

#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/calendar/rule_days.h"

namespace tertulia::formats {
namespace {

using std::chrono::sys_days;

constexpr std::size_t kMostOccurrences = 5000;

// One year, month, week, day or hour: what an INTERVAL counts and BYSETPOS counts in.
struct Period {
  sys_days first{};
  int days = 1;
  int hour = 0;  // of an hourly rule, else 0
};

// How many days before 1970-01-01, a Thursday, the week of that day began.
int days_before_epoch(const RecurrenceRule& rule) {
  return static_cast<int>((std::chrono::Thursday - rule.week_start).count());
}

// The periods of a frequency are numbered through, so that those between two days need no steps.
int number_of_period(const RecurrenceRule& rule, const LocalTime& time) {
  const auto day = static_cast<int>(sys_day(time).time_since_epoch().count());
  switch (rule.frequency) {
    case Frequency::kYearly:
      return time.year;
    case Frequency::kMonthly:
      return time.year * 12 + static_cast<int>(time.month) - 1;
    case Frequency::kWeekly:
      return (day + days_before_epoch(rule)) / 7;
    case Frequency::kDaily:
      return day;
    case Frequency::kHourly:
      return day * 24 + time.hour;
  }
  return 0;
}

Period days_from(sys_days first, sys_days next) { return {first, static_cast<int>((next - first).count())}; }

Period period_of(const RecurrenceRule& rule, int number) {
  using namespace std::chrono;
  switch (rule.frequency) {
    case Frequency::kYearly:
      return days_from(year(number) / 1 / 1, year(number + 1) / 1 / 1);
    case Frequency::kMonthly: {
      const year_month month = year(number / 12) / (number % 12 + 1);
      return days_from(month / 1, (month + months(1)) / 1);
    }
    case Frequency::kWeekly:
      return {sys_days(std::chrono::days(number * 7 - days_before_epoch(rule))), 7};
    case Frequency::kDaily:
      return {sys_days(std::chrono::days(number))};
    case Frequency::kHourly:
      return {sys_days(std::chrono::days(number / 24)), 1, number % 24};
  }
  return {};
}

// Those that BYSETPOS names.
std::vector<LocalTime> chosen(const std::vector<LocalTime>& times, const std::vector<int>& positions) {
  std::vector<LocalTime> result;
  const auto size = static_cast<int>(times.size());
  for (const int position : positions) {
    const int index = position > 0 ? position - 1 : size + position;
    if (index >= 0 && index < size) result.push_back(times[static_cast<std::size_t>(index)]);
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

// Reads one period of a rule after the other.
class Periods {
 public:
  Periods(const RecurrenceRule& rule, RuleBudget& budget) : rule_(rule), budget_(budget) {}

  // Sorted. None when the budget is used up.
  std::optional<std::vector<LocalTime>> times_in(const Period& period) {
    if (!budget_.take(static_cast<std::size_t>(period.days))) return std::nullopt;
    std::vector<LocalTime> times;
    for (int index = 0; index < period.days; ++index)
      if (const sys_days day = period.first + std::chrono::days(index); takes_place_on(rule_, day))
        if (!add_times(day, period.hour, times)) return std::nullopt;
    return rule_.positions.empty() ? times : chosen(times, rule_.positions);
  }

 private:
  bool add_times(sys_days day, int hour_of_period, std::vector<LocalTime>& times) {
    if (rule_.frequency != Frequency::kHourly)
      return std::all_of(rule_.hours.begin(), rule_.hours.end(),
                         [&](int hour) { return add_hour(day, hour, times); });
    const bool is_of_rule =
        rule_.hours.empty() || std::binary_search(rule_.hours.begin(), rule_.hours.end(), hour_of_period);
    return !is_of_rule || add_hour(day, hour_of_period, times);
  }

  bool add_hour(sys_days day, int hour, std::vector<LocalTime>& times) {
    if (!budget_.take(rule_.minutes.size() * rule_.seconds.size())) return false;
    for (const int minute : rule_.minutes)
      for (const int second : rule_.seconds) times.push_back(local_time(day, hour, minute, second));
    return true;
  }

  const RecurrenceRule& rule_;
  RuleBudget& budget_;
};

// How many of the rule's periods end before the window and need not be read.
int periods_before(const RecurrenceRule& rule, const LocalTime& first, const LocalTime& from) {
  if (rule.count && !rule.gives_one_in_each) return 0;
  const int between = number_of_period(rule, from) - number_of_period(rule, first);
  return std::max(0, between) / rule.interval;
}

RuleReading occurrences(const RecurrenceRule& rule, const LocalTime& first, const RuleWindow& window,
                        RuleBudget& budget) {
  RuleReading reading;
  Periods periods(rule, budget);
  const int passed = periods_before(rule, first, window.from);
  int left = rule.count ? *rule.count - passed : std::numeric_limits<int>::max();
  bool is_first = passed == 0;
  const int last = number_of_period(rule, window.to);
  for (int number = number_of_period(rule, first) + passed * rule.interval;; number += rule.interval) {
    if (left <= 0 || number > last) return reading;
    const auto times = periods.times_in(period_of(rule, number));
    if (!times) return {{}, false, kRuleTakesTooLong};
    for (const LocalTime& time : *times) {
      if (time < first) continue;
      if (is_first && rule.count && time != first) --left;  // `first` is not of the rule, and counts
      is_first = false;
      if (time > window.to || left <= 0) return reading;
      --left;
      if (time < window.from) continue;
      if (!budget.take(RuleBudget::kOfOccurrence)) return {{}, false, kRuleTakesTooLong};
      reading.times.push_back(time);
      reading.is_cut = reading.times.size() >= kMostOccurrences;
      if (reading.is_cut) return reading;
    }
  }
}

}  // namespace

RuleReading occurrences(icalproperty_impl* property, const CalendarTime& first, const RuleWindow& window,
                        RuleBudget& budget) {
  const auto rule = rule_of(property, first);
  if (const auto* unusable = std::get_if<UnusableRule>(&rule)) return {{}, false, *unusable};
  return occurrences(std::get<RecurrenceRule>(rule), first.local, window, budget);
}

}  // namespace tertulia::formats
