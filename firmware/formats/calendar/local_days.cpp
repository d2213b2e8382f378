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

std::string day_and_time(const LocalTime& time, bool is_day) {
  const auto two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::string day = std::to_string(time.year) + "-" + two(time.month) + "-" + two(time.day);
  return is_day ? day : day + " " + two(time.hour) + ":" + two(time.minute);
}

}  // namespace tertulia::formats
