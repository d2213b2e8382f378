// SPDX-License-Identifier: Apache-2.0
// Days as people type them.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>

#include "firmware/formats/calendar/calendar_times.h"
#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/calendar/local_days.h"
#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

std::optional<LocalTime> day_of(int year, int month, int day) {
  const std::chrono::year_month_day date(std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (month < 1 || month > 12 || day < 1 || year < kFirstYear || year > kLastYear || !date.ok())
    return std::nullopt;
  return LocalTime{year, static_cast<unsigned>(month), static_cast<unsigned>(day), 0, 0, 0};
}

bool is_within(const LocalTime& day, const CalendarDays& days) {
  return day >= days.first_day && day <= days.last_day;
}

int weekday_of(const LocalTime& day) {
  return static_cast<int>(std::chrono::weekday(sys_day(day)).iso_encoding()) - 1;
}

// Up to nine digits.
int number_of(const std::string& digits) {
  return digits.size() > 9 ? 0 : static_cast<int>(whole_number(digits).value_or(0));
}

int full_year(const std::string& digits) {
  return digits.size() == 2 ? 2000 + number_of(digits) : number_of(digits);
}

// The year in which this day and month lies within the visit; else that of the first day.
int year_for(int month, int day, const CalendarDays& days) {
  const auto last = day_of(days.last_day.year, month, day);
  return last && is_within(*last, days) ? days.last_day.year : days.first_day.year;
}

// The day before the month, and the month before the day. Where both are days: that of the known order, else
// the first, unless only the second lies within the visit. A guess when both do, or neither.
std::optional<TypedDay> better(const std::optional<LocalTime>& first, const std::optional<LocalTime>& second,
                               const CalendarDays& days, DateOrder order) {
  if (!first && !second) return std::nullopt;
  if (!first || !second || *first == *second) return TypedDay{first ? *first : *second};
  if (order != DateOrder::kUnknown) return TypedDay{order == DateOrder::kDayFirst ? *first : *second};
  const bool first_fits = is_within(*first, days);
  const bool second_fits = is_within(*second, days);
  return TypedDay{second_fits && !first_fits ? *second : *first, {first_fits == second_fits}};
}

class DayReader {
 public:
  DayReader(std::string_view text, const CalendarDays& days, DateOrder order)
      : days_(days), order_(order), parts_(parts_of(plain_typed(text))) {
    for (const std::string& word : parts_.words) take(word);
    is_date_ = is_numeric_date(text);
  }

  std::optional<TypedDay> read() const {
    auto day = date();
    if (!day) day = day_of_visit();
    if (day && weekday_ && weekday_of(day->day) != *weekday_) day->doubt.weekday_differs = true;
    return day;
  }

  // Whether words, a year or the shape of a date make it a day and nothing else.
  bool is_certain() const {
    if (is_date_) return true;
    const bool has_year = std::any_of(parts_.numbers.begin(), parts_.numbers.end(),
                                      [](const std::string& digits) { return digits.size() == 4; });
    const bool has_day =  // "May 2027" has none
        std::any_of(parts_.numbers.begin(), parts_.numbers.end(),
                    [](const std::string& digits) { return digits.size() <= 2; });
    return (month_ && has_day) || (has_year && parts_.numbers.size() == 3) ||
           (weekday_ && parts_.words.size() == 1) || (says_day_ && parts_.numbers.size() == 1);
  }

 private:
  // "mar" is March and mardi: the month only where no other word is one.
  void take(const std::string& word) {
    const auto month = month_named(word);
    const auto weekday = weekday_named(word);
    if (is_word_for_day(word)) says_day_ = true;
    if (month && weekday) {
      unclear_ = month;
    } else if (month) {
      month_ = static_cast<int>(*month);
    } else if (weekday) {
      weekday_ = weekday;
    }
  }

  std::optional<TypedDay> date() const {
    const auto& numbers = parts_.numbers;
    const auto month = month_ ? month_ : unclear_;
    if (month && !numbers.empty() && !says_day_) return by_name(static_cast<int>(*month));
    if (numbers.size() == 1 && numbers[0].size() == 8) {
      const int all = number_of(numbers[0]);
      if (const auto day = day_of(all / 10000, all / 100 % 100, all % 100)) return TypedDay{*day};
    }
    if (numbers.size() == 3) return by_three(numbers[0], numbers[1], numbers[2]);
    if (numbers.size() == 2) return by_two(number_of(numbers[0]), number_of(numbers[1]));
    return std::nullopt;
  }

  std::optional<TypedDay> by_name(int month) const {
    int year = 0;
    int day = 0;
    for (const std::string& digits : parts_.numbers) {
      if (digits.size() == 4)
        year = number_of(digits);
      else if (day == 0)
        day = number_of(digits);
      else if (digits.size() == 2 && year == 0)
        year = full_year(digits);
    }
    const auto found = day_of(year != 0 ? year : year_for(month, day, days_), month, day);
    if (!found) return std::nullopt;
    return TypedDay{*found, {year == 0 && !is_within(*found, days_)}};
  }

  std::optional<TypedDay> by_three(const std::string& a, const std::string& b, const std::string& c) const {
    if (a.size() == 4) {  // nobody writes the year first and the day before the month
      const auto day = day_of(number_of(a), number_of(b), number_of(c));
      return day ? std::optional(TypedDay{*day}) : std::nullopt;
    }
    const int year = full_year(c);
    return better(day_of(year, number_of(b), number_of(a)), day_of(year, number_of(a), number_of(b)), days_,
                  order_);
  }

  std::optional<TypedDay> by_two(int a, int b) const {
    auto found =
        better(day_of(year_for(b, a, days_), b, a), day_of(year_for(a, b, days_), a, b), days_, order_);
    if (found) found->doubt.is_guess = !is_within(found->day, days_);
    return found;
  }

  // "Day 2", "2", "Monday".
  std::optional<TypedDay> day_of_visit() const {
    const int length = days_between(days_.first_day, days_.last_day) + 1;
    std::optional<TypedDay> found;
    for (int index = 0; index < std::min(length, 400); ++index) {
      const LocalTime day = days_later(days_.first_day, index);
      if (parts_.numbers.empty() && weekday_ && weekday_of(day) == *weekday_) {
        if (found) return std::nullopt;  // two Mondays
        found = TypedDay{day};
      }
      if (parts_.numbers.size() != 1) continue;
      const int number = number_of(parts_.numbers[0]);
      if (number == index + 1 && (says_day_ || parts_.words.empty()) && !found)
        found = TypedDay{day, {!says_day_}};
      if (static_cast<int>(day.day) == number && !says_day_) found = TypedDay{day, {!weekday_}};
    }
    return found;
  }

  const CalendarDays& days_;
  DateOrder order_;
  TypedParts parts_;
  bool is_date_ = false;
  std::optional<int> month_;
  std::optional<int> unclear_;
  std::optional<int> weekday_;
  bool says_day_ = false;
};

}  // namespace

std::optional<TypedDay> typed_day(std::string_view text, const CalendarDays& days, DateOrder order) {
  if (text.size() > 200) return std::nullopt;
  if (const auto serial = serial_moment(text)) return TypedDay{serial->local};
  return DayReader(text, days, order).read();
}

std::optional<TypedDay> heading_day(std::string_view text, const CalendarDays& days, DateOrder order) {
  if (text.size() > 200) return std::nullopt;
  const DayReader reader(text, days, order);
  if (!reader.is_certain()) return std::nullopt;
  return reader.read();
}

bool names_day(std::string_view text) {
  static const CalendarDays kNoDays{};
  return text.size() <= 200 && DayReader(text, kNoDays, DateOrder::kUnknown).is_certain();
}

std::string counted_from_1900(std::string text) {
  constexpr long long kDaysBetween = 1462;
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto days = whole_number(std::string_view(text).substr(0, point));
  if (!days || *days < 0 || *days > 100'000) return text;
  const std::string moved = std::to_string(*days + kDaysBetween) + text.substr(point);
  return serial_moment(moved) ? moved : text;
}

std::optional<TypedMoment> serial_moment(std::string_view text) {
  const auto number = decimal_number(trim(text));
  if (!number || *number < 20000 || *number >= 80500) return std::nullopt;
  const auto minutes = static_cast<long long>(std::llround(*number * 24 * 60));
  constexpr long long kDay = 24LL * 60;
  const LocalTime local = at_time({1899, 12, 30, 0, 0, 0}, Minutes(minutes));
  return TypedMoment{local, std::nullopt, minutes % kDay != 0};
}

}  // namespace tertulia::formats
