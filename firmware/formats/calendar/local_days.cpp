// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/local_days.h"

#include <chrono>

namespace tertulia::formats {

LocalTime days_later(const LocalTime& time, int days) {
  using namespace std::chrono;
  const year_month_day moved(sys_days(year(time.year) / month(time.month) / day(time.day)) +
                             std::chrono::days(days));
  LocalTime result = time;
  result.year = static_cast<int>(moved.year());
  result.month = static_cast<unsigned>(moved.month());
  result.day = static_cast<unsigned>(moved.day());
  return result;
}

LocalTime day_of(const LocalTime& time) { return {time.year, time.month, time.day, 0, 0, 0}; }

std::string day_and_time(const LocalTime& time, bool is_day) {
  const auto two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::string day = std::to_string(time.year) + "-" + two(time.month) + "-" + two(time.day);
  return is_day ? day : day + " " + two(time.hour) + ":" + two(time.minute);
}

}  // namespace tertulia::formats
