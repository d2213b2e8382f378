// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/number_format.h"

#include <limits>

#include <gtest/gtest.h>

namespace tertulia::formats {
namespace {

std::string shown(double value, std::string_view code) { return shown_number(value, number_format(code)); }

TEST(number_format, days_are_iso_whatever_the_country_of_the_format) {
  for (const char* code :
       {"yyyy-mm-dd", "dd/mm/yyyy", "[$-409]d-mmm-yy;@", "m/d/yy", "yyyy\\-mm\\-dd", "mmm yy"})
    EXPECT_EQ(shown(45413, code), "2024-05-01") << code;
  EXPECT_EQ(shown(45413.5, "dd/mm/yyyy hh:mm"), "2024-05-01 12:00");
}

TEST(number_format, times_have_24_hours_and_seconds_where_the_format_has_them) {
  EXPECT_EQ(shown(0.375, "h:mm"), "09:00");
  EXPECT_EQ(shown(0.75, "h:mm AM/PM"), "18:00");
  EXPECT_EQ(shown(0.395833333333333, "hh:mm:ss"), "09:30:00");
  EXPECT_EQ(shown(45413.375, "h:mm"), "09:00");
  EXPECT_EQ(shown(1.1041666666667, "[h]:mm"), "26:30");
}

TEST(number_format, numbers_have_the_digits_that_the_format_says) {
  EXPECT_EQ(shown(0.25, "0%"), "25%");
  EXPECT_EQ(shown(0.256, "0.0%"), "25.6%");
  EXPECT_EQ(shown(1.5, "0.00"), "1.50");
  EXPECT_EQ(shown(3, "#,##0.00 \"days\""), "3.00");
  EXPECT_EQ(shown(9, "[Red]0"), "9");
}

TEST(number_format, a_general_number_has_no_noise_and_no_needless_exponent) {
  EXPECT_EQ(shown(0.1 + 0.2, "General"), "0.3");
  EXPECT_EQ(shown(1e5, "0E+00"), "100000");
  EXPECT_EQ(shown(123456789012345678.0, "General"), "123456789012345680");
  EXPECT_EQ(shown(0.5, "# ?/?"), "0.5");
  EXPECT_EQ(shown(7, "@"), "7");
}

TEST(number_format, the_year_1900_has_a_leap_day_that_never_was) {
  EXPECT_EQ(shown(1, "yyyy-mm-dd"), "1900-01-01");
  EXPECT_EQ(shown(59, "yyyy-mm-dd"), "1900-02-28");
  EXPECT_EQ(shown(61, "yyyy-mm-dd"), "1900-03-01");
}

TEST(number_format, days_may_count_from_1904) {
  EXPECT_EQ(shown_number(43951, number_format("yyyy-mm-dd"), DayCount::kFrom1904), "2024-05-01");
}

TEST(number_format, what_is_no_day_is_a_number) {
  EXPECT_EQ(shown(-2, "yyyy-mm-dd"), "-2");
  EXPECT_EQ(shown(3e6, "yyyy-mm-dd"), "3000000");
  EXPECT_EQ(shown(1e300, "[h]:mm"), "1e+300");
  for (const char* code : {"yyyy-mm-dd", "h:mm", "[h]:mm"})
    EXPECT_EQ(shown(std::numeric_limits<double>::quiet_NaN(), code), "nan") << code;
  EXPECT_FALSE(shown(std::numeric_limits<double>::max(), "0.000").empty());
}

TEST(number_format, formats_without_a_code_have_numbers) {
  EXPECT_EQ(shown_number(45413, builtin_format(14)), "2024-05-01");
  EXPECT_EQ(shown_number(0.5, builtin_format(20)), "12:00");
  EXPECT_EQ(shown_number(0.5, builtin_format(9)), "50%");
  EXPECT_EQ(shown_number(0.5, builtin_format(999)), "0.5");
}

}  // namespace
}  // namespace tertulia::formats
