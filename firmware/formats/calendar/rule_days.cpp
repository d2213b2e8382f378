// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/rule_days.h"

#include <algorithm>

namespace tertulia::formats {
namespace {

using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

// A day within a month or year, counted from 1.
struct DayOf {
  int number;
  int last;
};

DayOf day_of_month(const year_month_day& date) {
  const std::chrono::year_month_day_last last(date.year(), date.month() / std::chrono::last);
  return {static_cast<int>(static_cast<unsigned>(date.day())),
          static_cast<int>(static_cast<unsigned>(last.day()))};
}

DayOf day_of_year(sys_days day, year of) {
  const sys_days first = of / 1 / 1;
  const sys_days next = (of + std::chrono::years(1)) / 1 / 1;
  return {static_cast<int>((day - first).count()) + 1, static_cast<int>((next - first).count())};
}

// By its number, or by its number from behind: -1 is the last.
bool is_listed(const std::vector<int>& list, const DayOf& day) {
  return std::binary_search(list.begin(), list.end(), day.number) ||
         std::binary_search(list.begin(), list.end(), day.number - day.last - 1);
}

// A week belongs to the year that its fourth day lies in: week 1 has at least four days of the year.
DayOf week_of_year(sys_days day, std::chrono::weekday week_start) {
  const sys_days fourth = day - (std::chrono::weekday(day) - week_start) + std::chrono::days(3);
  const DayOf within = day_of_year(fourth, year_month_day(fourth).year());
  const int number = (within.number - 1) / 7 + 1;
  return {number, number + (within.last - within.number) / 7};
}

// "2TU" is the second Tuesday of the month; of the year in a yearly rule that names no months. Elsewhere its
// number has no meaning.
bool is_on_weekday(const RecurrenceRule& rule, sys_days day, const year_month_day& date) {
  const bool is_yearly = rule.frequency == Frequency::kYearly;
  const bool has_positions = (is_yearly && rule.weeks.empty()) || rule.frequency == Frequency::kMonthly;
  const bool is_of_year = is_yearly && rule.months.empty();
  const DayOf within = is_of_year ? day_of_year(day, date.year()) : day_of_month(date);
  const int position = (within.number - 1) / 7 + 1;
  const int from_behind = -((within.last - within.number) / 7 + 1);
  const std::chrono::weekday weekday(day);
  return std::any_of(rule.weekdays.begin(), rule.weekdays.end(), [&](const RuleWeekday& wanted) {
    return wanted.day == weekday && (!has_positions || wanted.position == 0 || wanted.position == position ||
                                     wanted.position == from_behind);
  });
}

}  // namespace

bool takes_place_on(const RecurrenceRule& rule, sys_days day) {
  const year_month_day date(day);
  const auto month_number = static_cast<int>(static_cast<unsigned>(date.month()));
  return (rule.months.empty() || std::binary_search(rule.months.begin(), rule.months.end(), month_number)) &&
         (rule.month_days.empty() || is_listed(rule.month_days, day_of_month(date))) &&
         (rule.year_days.empty() || is_listed(rule.year_days, day_of_year(day, date.year()))) &&
         (rule.weeks.empty() || is_listed(rule.weeks, week_of_year(day, rule.week_start))) &&
         (rule.weekdays.empty() || is_on_weekday(rule, day, date));
}

}  // namespace tertulia::formats
