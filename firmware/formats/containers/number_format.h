// SPDX-License-Identifier: Apache-2.0
// What a spreadsheet shows for a number: its format decides (ECMA-376 18.8.30 and 18.8.31). Days are written
// as ISO 8601 and times of 24 hours, whatever the country of the format. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia::formats {

enum class NumberLook { kGeneral, kFixed, kPercent, kDay, kTime, kDayAndTime, kDuration };

struct NumberFormat {
  NumberLook look = NumberLook::kGeneral;
  int decimals = 0;          // of kFixed and kPercent
  bool has_seconds = false;  // of times
  friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

// Of a format code: "yyyy-mm-dd", "0.00", "[h]:mm", "0%". Only its first section counts.
[[nodiscard]] NumberFormat number_format(std::string_view code);
// Of the formats that have a number and no code, 0 to 163. Unknown ones are general.
[[nodiscard]] NumberFormat builtin_format(int id);

// Days count from 1899-12-30, or from 1904-01-01 where the workbook says so.
enum class DayCount { kFrom1900, kFrom1904 };

// "2027-05-10", "09:30", "2027-05-10 09:30", "26:30", "25%", "1.50", "3". A number that is no day of the
// years 1900 to 9999 is shown as a number.
[[nodiscard]] std::string shown_number(double value, const NumberFormat& format,
                                       DayCount days = DayCount::kFrom1900);

// With 15 digits, as spreadsheets calculate: 0.1 + 0.2 is "0.3". Whole numbers up to 10^18 have no exponent.
[[nodiscard]] std::string general_number(double value);

// "3.0" and "3E0" as "3"; anything else as it is.
[[nodiscard]] std::string number_text(const std::string& text);

}  // namespace tertulia::formats
