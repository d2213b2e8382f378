// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/local_days.h"

namespace tertulia::formats {

std::chrono::sys_days sys_day(const LocalTime& time) {
  using namespace std::chrono;
  return year(time.year) / month(time.month) / day(time.day);
}

LocalTime local_time(std::chrono::sys_days day, int hour, int minute, int second) {
  const std::chrono::year_month_day date(day);
  return {static_cast<int>(date.year()),
          static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()),
          hour,
          minute,
          second};
}

LocalTime days_later(const LocalTime& time, int days) {
  return local_time(sys_day(time) + std::chrono::days(days), time.hour, time.minute, time.second);
}

LocalTime day_of(const LocalTime& time) { return {time.year, time.month, time.day, 0, 0, 0}; }

LocalTime at_time(const LocalTime& day, Minutes time) {
  constexpr int kDay = 24 * 60;
  const auto minutes = static_cast<int>(time.count());
  return local_time(sys_day(day) + std::chrono::days(minutes / kDay), minutes % kDay / 60, minutes % 60, 0);
}

Minutes time_of(const LocalTime& time) { return Minutes(time.hour * 60 + time.minute); }

std::string day_and_time(const LocalTime& time, bool is_day) {
  const auto two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::string day = to_iso_day(time);
  return is_day ? day : day + " " + two(time.hour) + ":" + two(time.minute);
}

}  // namespace tertulia::formats
