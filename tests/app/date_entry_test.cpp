// SPDX-License-Identifier: Apache-2.0
// Digits that fill the pattern of a date or a time of day.
#include "firmware/app/kiosk/date_entry.h"

#include <gtest/gtest.h>

using namespace tertulia;

namespace {

constexpr const char* kEnglish = "DD/MM/YYYY";

std::string shown(std::string_view pattern, std::string_view digits) {
  const FilledPattern filled = fill_pattern(pattern, 8, digits);
  std::string all = filled.typed + "|" + filled.unfilled;
  for (auto at = all.find("\u200E"); at != std::string::npos; at = all.find("\u200E")) all.erase(at, 3);
  return all;
}

TEST(date_entry, digits_fill_the_pattern_one_after_the_other) {
  EXPECT_EQ(shown(kEnglish, ""), "|DD/MM/YYYY");
  EXPECT_EQ(shown(kEnglish, "1"), "1|D/MM/YYYY");
  EXPECT_EQ(shown(kEnglish, "110"), "11/0|M/YYYY");
  EXPECT_EQ(shown(kEnglish, "1105202"), "11/05/202|Y");
  EXPECT_EQ(shown(kEnglish, "11052027"), "11/05/2027|");
}

TEST(date_entry, a_separator_comes_with_the_digit_before_it) {
  EXPECT_EQ(shown(kEnglish, "11"), "11/|MM/YYYY");
  EXPECT_EQ(shown("დდ.თთ.წწწწ", "1105"), "11.05.|წწწწ");
  EXPECT_EQ(shown("DD. MM. YYYY", "11"), "11. |MM. YYYY");
}

TEST(date_entry, what_follows_the_letters_for_digits_is_said_behind_the_answer) {
  EXPECT_EQ(shown("ቀቀ/ወወ/ዓዓዓዓ እ.ኤ.አ.", "11"), "11/|ወወ/ዓዓዓዓ እ.ኤ.አ.");
  EXPECT_EQ(shown("ቀቀ/ወወ/ዓዓዓዓ እ.ኤ.አ.", "11052027"), "11/05/2027| እ.ኤ.አ.");
}

// UAX #9: a slash between Arabic letters would go their way, and the year would come first.
TEST(date_entry, no_separator_stands_between_letters_from_the_right_without_a_mark) {
  EXPECT_EQ(fill_pattern("يي/شش/سسسس", 8, "1").unfilled, "ي\u200E/شش\u200E/سسسس");
}

TEST(date_entry, an_answer_goes_there_and_back) {
  EXPECT_EQ(answer_of(Date{}, "11052027"), "2027-05-11");
  EXPECT_EQ(digits_of(Date{}, "2027-05-11"), "11052027");
  EXPECT_EQ(answer_of(TimeOfDay{}, "1430"), "14:30");
  EXPECT_EQ(digits_of(TimeOfDay{}, "14:30"), "1430");
}

TEST(date_entry, half_an_answer_is_none) {
  EXPECT_EQ(answer_of(Date{}, "1105"), "");
  EXPECT_EQ(answer_of(TimeOfDay{}, "143"), "");
  EXPECT_EQ(digits_of(Date{}, "14:30"), "");
  EXPECT_EQ(digits_of(TimeOfDay{}, ""), "");
}

TEST(date_entry, of_a_month_or_a_year_the_first_day_is_the_answer) {
  const Date month{{}, {}, DateParts::kMonth};
  const Date year{{}, {}, DateParts::kYear};
  EXPECT_EQ(answer_of(month, "052027"), "2027-05-01");
  EXPECT_EQ(digits_of(month, "2027-05-01"), "052027");
  EXPECT_EQ(answer_of(year, "2027"), "2027-01-01");
  EXPECT_EQ(digits_of(year, "2027-01-01"), "2027");
  EXPECT_EQ(answer_of(month, "52027"), "");
}

TEST(date_entry, of_a_month_or_a_year_the_pattern_has_what_is_asked) {
  const Catalogue english;
  EXPECT_EQ(pattern_for(english, Date{{}, {}, DateParts::kMonth}), "MM/YYYY");
  EXPECT_EQ(pattern_for(english, Date{{}, {}, DateParts::kYear}), "YYYY");
}

TEST(date_entry, a_moment_is_a_day_and_a_time_of_day) {
  const DateTime moment;
  EXPECT_EQ(answer_of(moment, "110520271430"), "2027-05-11T14:30");
  EXPECT_EQ(digits_of(moment, "2027-05-11T14:30"), "110520271430");
  EXPECT_EQ(digits_of(moment, "2027-05-11"), "");
  EXPECT_EQ(pattern_for(Catalogue(), moment), "DD/MM/YYYY HH:MM");
}

}  // namespace
