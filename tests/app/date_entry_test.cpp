// SPDX-License-Identifier: Apache-2.0
// Digits that fall into the places of a date or a time of day.
#include "firmware/app/kiosk/date_entry.h"

#include <gtest/gtest.h>

using namespace tertulia;

namespace {

constexpr const char* kEnglish = "DD/MM/YYYY";

std::string shown(std::string_view pattern, std::string_view digits) {
  const FilledPattern filled = fill_places(pattern, 8, digits);
  std::string all = filled.typed + "|" + filled.rest;
  for (auto at = all.find("\u200E"); at != std::string::npos; at = all.find("\u200E")) all.erase(at, 3);
  return all;
}

TEST(places, digits_fall_into_them_one_after_the_other) {
  EXPECT_EQ(shown(kEnglish, ""), "|DD/MM/YYYY");
  EXPECT_EQ(shown(kEnglish, "1"), "1|D/MM/YYYY");
  EXPECT_EQ(shown(kEnglish, "110"), "11/0|M/YYYY");
  EXPECT_EQ(shown(kEnglish, "1105202"), "11/05/202|Y");
  EXPECT_EQ(shown(kEnglish, "11052027"), "11/05/2027|");
}

TEST(places, a_separator_comes_with_the_digit_before_it) {
  EXPECT_EQ(shown(kEnglish, "11"), "11/|MM/YYYY");
  EXPECT_EQ(shown("დდ.თთ.წწწწ", "1105"), "11.05.|წწწწ");
  EXPECT_EQ(shown("DD. MM. YYYY", "11"), "11. |MM. YYYY");
}

TEST(places, what_follows_them_is_said_behind_the_answer) {
  EXPECT_EQ(shown("ቀቀ/ወወ/ዓዓዓዓ እ.ኤ.አ.", "11"), "11/|ወወ/ዓዓዓዓ እ.ኤ.አ.");
  EXPECT_EQ(shown("ቀቀ/ወወ/ዓዓዓዓ እ.ኤ.አ.", "11052027"), "11/05/2027| እ.ኤ.አ.");
}

// UAX #9: a slash between Arabic letters would go their way, and the year would come first.
TEST(places, no_separator_stands_between_letters_from_the_right_without_a_mark) {
  EXPECT_EQ(fill_places("يي/شش/سسسس", 8, "1").rest, "ي\u200E/شش\u200E/سسسس");
}

TEST(places, an_answer_goes_there_and_back) {
  EXPECT_EQ(answer_of_digits(Date{}, "11052027"), "2027-05-11");
  EXPECT_EQ(digits_of_answer(Date{}, "2027-05-11"), "11052027");
  EXPECT_EQ(answer_of_digits(TimeOfDay{}, "1430"), "14:30");
  EXPECT_EQ(digits_of_answer(TimeOfDay{}, "14:30"), "1430");
}

TEST(places, half_an_answer_is_none) {
  EXPECT_EQ(answer_of_digits(Date{}, "1105"), "");
  EXPECT_EQ(answer_of_digits(TimeOfDay{}, "143"), "");
  EXPECT_EQ(digits_of_answer(Date{}, "14:30"), "");
  EXPECT_EQ(digits_of_answer(TimeOfDay{}, ""), "");
}

TEST(places, only_dates_and_times_are_typed_into_them) {
  EXPECT_EQ(places_of(Date{}), 8U);
  EXPECT_EQ(places_of(TimeOfDay{}), 4U);
  for (const QuestionType& type : {QuestionType(Text{}), QuestionType(Integer{}), QuestionType(Note{})}) {
    EXPECT_EQ(places_of(type), 0U) << type.index();
    EXPECT_EQ(answer_of_digits(type, ""), "") << type.index();
  }
}

}  // namespace
