// SPDX-License-Identifier: Apache-2.0
// Dates and times as answers hold them (ISO 8601 as ODK XForms has it in "Data Types"), as numbers of days,
// and as people read them. Years 1 to 9999 of the Gregorian calendar. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/time.h"

namespace tertulia::formats {

// "2027-05-11", or "2027-05-11T14:30:00.250+02:00" with or without seconds, decimals and offset.
struct Moment {
  std::int64_t day = 0;      // since 1970-01-01, in its own offset
  Milliseconds into_day{0};  // 0 of a date
  bool has_time = false;
  std::optional<Minutes> offset;  // from UTC
};
[[nodiscard]] std::optional<Moment> read_moment(std::string_view text);

// "14:30", "14:30:05.250", "14:30:00.000+02:00".
struct TimeOfDay {
  Milliseconds into_day{0};
  std::optional<Minutes> offset;
};
[[nodiscard]] std::optional<TimeOfDay> read_time_of_day(std::string_view text);

// Since 1970-01-01T00:00Z. A date counts whole days, whatever the zone: today() + 1 is tomorrow everywhere.
[[nodiscard]] double days_since_epoch(const Moment& moment);
// The same; a time without an offset is one of `zone`.
[[nodiscard]] double days_since_epoch(const Moment& moment, std::string_view zone);
// As clocks of `zone` show it, so that it compares with a date.
[[nodiscard]] Moment in_zone(const Moment& moment, std::string_view zone);
// So many days after 1970-01-01T00:00Z, in `zone`. None: outside the years 1 to 9999.
[[nodiscard]] std::optional<Moment> moment_after(double days, std::string_view zone);
[[nodiscard]] Moment moment_of(WallTime time, std::string_view zone);

[[nodiscard]] std::string date_text(const Moment& moment);       // "2027-05-11"
[[nodiscard]] std::string date_time_text(const Moment& moment);  // "2027-05-11T14:30:00.250+02:00"

// The short names that %b and %a write.
struct CalendarWords {
  std::array<std::string, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::array<std::string, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};  // from Sunday on
};

// What is wrong with a format of format-date() or format-date-time(); empty when nothing is.
[[nodiscard]] std::string wrong_in_format(std::string_view format);
// Codes: %Y %y %m %n %b %d %e %a %W %H %h %M %S %3 and %%. Unknown ones stay as they are.
[[nodiscard]] std::string formatted(const Moment& moment, std::string_view format,
                                    const CalendarWords& words);

}  // namespace tertulia::formats
