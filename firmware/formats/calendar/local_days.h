// SPDX-License-Identifier: Apache-2.0
// Days without a zone: counted on, and as findings write them. Pure.
#pragma once

#include <chrono>
#include <string>

#include "firmware/domain/time.h"

namespace tertulia::formats {

[[nodiscard]] std::chrono::sys_days sys_day(const LocalTime& time);
[[nodiscard]] LocalTime local_time(std::chrono::sys_days day, int hour, int minute, int second);

// The same time of day, `days` later.
[[nodiscard]] LocalTime days_later(const LocalTime& time, int days);
// Its midnight.
[[nodiscard]] LocalTime day_of(const LocalTime& time);
// So many minutes behind the midnight of `day`; 24 hours and more lie in the days after it.
[[nodiscard]] LocalTime at_time(const LocalTime& day, Minutes time);
// The reverse, without seconds.
[[nodiscard]] Minutes time_of(const LocalTime& time);

// "2027-05-10 09:00", of a whole day "2027-05-10".
[[nodiscard]] std::string day_and_time(const LocalTime& time, bool is_day);

}  // namespace tertulia::formats
