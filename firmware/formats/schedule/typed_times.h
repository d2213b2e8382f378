// SPDX-License-Identifier: Apache-2.0
// Reads days, times of day and lengths as people and programs type them: "10/05/2027", "lundi 10 mai",
// "Day 2", "9.30", "09h30", "9:30 am", "01:30", and the numbers that a spreadsheet stores for them. Pure;
// none of them fails but by saying nothing. Hours that are counted from sunrise (Swahili, Amharic) are not
// read: nobody could tell them from the others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/time.h"
#include "firmware/formats/schedule/date_order.h"

namespace tertulia::formats {

struct CalendarDays;

// How sure a day is.
struct DayDoubt {
  bool is_guess = false;         // another reading was possible, or part of it is the visit's
  bool weekday_differs = false;  // it names a weekday that this day is not
};

struct TypedDay {
  LocalTime day;  // time of day unused
  DayDoubt doubt = {};
};

// What a day without its year, "Day 2" or "Monday" means is what lies within the visit's days.
[[nodiscard]] std::optional<TypedDay> typed_day(std::string_view text, const CalendarDays& days,
                                                DateOrder order = DateOrder::kUnknown);
// The same, and only when nothing but a day can be meant: a heading, the name of a sheet.
[[nodiscard]] std::optional<TypedDay> heading_day(std::string_view text, const CalendarDays& days,
                                                  DateOrder order = DateOrder::kUnknown);
// Whether nothing but a day can be meant, of the visit or not: "Wednesday 10" of a visit that ends on Monday.
[[nodiscard]] bool names_day(std::string_view text);

// Since midnight, 0 to 24 hours.
[[nodiscard]] std::optional<Minutes> typed_time(std::string_view text);

struct TypedRange {
  Minutes start{};
  Minutes end{};  // may be less than the start: after midnight
};
// "9:00 - 10:30", "9 to 10.30 am".
[[nodiscard]] std::optional<TypedRange> typed_range(std::string_view text);

// "90", "90 min", "1h30", "01:30", "1:30:00", "PT1H30M"; a bare number is minutes. Above zero, up to a week.
[[nodiscard]] std::optional<Minutes> typed_length(std::string_view text);

// A day and a time of day together: "2027-05-10T09:30:00+01:00", "2027-05-10 09:30", "10.05.2027 9:30".
struct TypedMoment {
  LocalTime local;
  std::optional<WallTime> instant;  // when it says its offset from UTC
  bool has_time = false;
  DayDoubt doubt = {};
  LocalTime written = local;  // the digits, whatever the offset behind them
};
[[nodiscard]] std::optional<TypedMoment> typed_moment(std::string_view text, const CalendarDays& days,
                                                      DateOrder order = DateOrder::kUnknown);

// The day, and the time of day, of the number that a spreadsheet stores for them (ECMA-376 18.17.4.1; its day
// 1 is 1900-01-01). None below the year 1954 and above 2119.
[[nodiscard]] std::optional<TypedMoment> serial_moment(std::string_view text);
// The number of the same moment, of a spreadsheet that counts from 1904. What is no such number stays as it
// is.
[[nodiscard]] std::string counted_from_1900(std::string text);

}  // namespace tertulia::formats
