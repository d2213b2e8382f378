// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/dates.h"

#include <chrono>
#include <cmath>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

using std::chrono::sys_days;
constexpr Milliseconds kDay = std::chrono::hours(24);

// Takes exactly so many digits from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::int64_t> take_day(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || *year < 1 || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date).time_since_epoch().count();
}

// ".250" as 250 ms; further digits are cut.
Milliseconds take_decimals(std::string_view& text) {
  if (text.size() < 2 || text[0] != '.' || text[1] < '0' || text[1] > '9') return Milliseconds(0);
  text.remove_prefix(1);
  int thousandths = 0;
  for (int weight = 100; !text.empty() && text[0] >= '0' && text[0] <= '9'; weight /= 10) {
    thousandths += weight * (text[0] - '0');
    text.remove_prefix(1);
  }
  return Milliseconds(thousandths);
}

// "Z", "+02:00", "-0330", "+02"; none: something else.
std::optional<Minutes> read_offset(std::string_view text) {
  if (text == "Z") return Minutes(0);
  const bool is_behind = text.starts_with('-');
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 23) return std::nullopt;
  int minutes = 0;
  if (!text.empty()) {
    take(text, ':');
    const auto read = take_digits(text, 2);
    if (!read || *read > 59 || !text.empty()) return std::nullopt;
    minutes = *read;
  }
  const Minutes offset(*hours * 60 + minutes);
  return is_behind ? -offset : offset;
}

}  // namespace

std::optional<TimeOfDay> read_time_of_day(std::string_view text) {
  text = trim(text);
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  TimeOfDay time{std::chrono::hours(*hour) + Minutes(*minute), std::nullopt};
  if (take(text, ':')) {
    const auto second = take_digits(text, 2);
    if (!second || *second > 59) return std::nullopt;
    time.into_day += std::chrono::seconds(*second);
    time.into_day += take_decimals(text);
  }
  if (text.empty()) return time;
  time.offset = read_offset(text);
  if (!time.offset) return std::nullopt;
  return time;
}

std::optional<Moment> read_moment(std::string_view text) {
  text = trim(text);
  const auto day = take_day(text);
  if (!day) return std::nullopt;
  Moment moment;
  moment.day = *day;
  if (text.empty()) return moment;
  if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
  const auto time = read_time_of_day(text);
  if (!time) return std::nullopt;
  moment.into_day = time->into_day;
  moment.has_time = true;
  moment.offset = time->offset;
  return moment;
}

double days_since_epoch(const Moment& moment) {
  const Milliseconds into_day = moment.into_day - moment.offset.value_or(Minutes(0));
  return static_cast<double>(moment.day) +
         static_cast<double>(into_day.count()) / static_cast<double>(kDay.count());
}

double days_since_epoch(const Moment& moment, std::string_view zone) {
  if (!moment.has_time || moment.offset) return days_since_epoch(moment);
  const std::chrono::year_month_day date{sys_days(std::chrono::days(moment.day))};
  const LocalTime day{static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                      static_cast<unsigned>(date.day())};
  const auto wall = to_wall(day, moment.into_day, zone);
  if (!wall) return days_since_epoch(moment);
  return static_cast<double>(wall.value().time_since_epoch().count()) / static_cast<double>(kDay.count());
}

Moment moment_of(WallTime time, std::string_view zone) {
  const auto local = to_local(time, zone);
  const Milliseconds utc = time.time_since_epoch();
  Milliseconds shown = utc;
  if (local) {
    const LocalTime& at = local.value();
    const sys_days day = std::chrono::year(at.year) / static_cast<int>(at.month) / static_cast<int>(at.day);
    shown = day.time_since_epoch() + std::chrono::hours(at.hour) + Minutes(at.minute) +
            std::chrono::seconds(at.second) + (utc - std::chrono::floor<std::chrono::seconds>(utc));
  }
  const auto day = std::chrono::floor<std::chrono::days>(shown);
  return {day.count(), shown - day, true, std::chrono::duration_cast<Minutes>(shown - utc)};
}

std::optional<Moment> moment_after(double days, std::string_view zone) {
  const double milliseconds = days * static_cast<double>(kDay.count());
  if (!(milliseconds >= static_cast<double>(kFirstWallTime.time_since_epoch().count())) ||
      !(milliseconds <= static_cast<double>(kLastWallTime.time_since_epoch().count())))
    return std::nullopt;
  return moment_of(WallTime(Milliseconds(std::llround(milliseconds))), zone);
}

Moment in_zone(const Moment& moment, std::string_view zone) {
  if (!moment.has_time || !moment.offset) return moment;
  return moment_after(days_since_epoch(moment), zone).value_or(moment);
}

}  // namespace tertulia::formats
