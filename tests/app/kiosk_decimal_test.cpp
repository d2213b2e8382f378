// SPDX-License-Identifier: Apache-2.0
// How touches become a number with decimals.
#include <gtest/gtest.h>

#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

TextBody field(const Visitor& visitor) { return std::get<TextBody>(visitor.shows<QuestionView>().body); }
std::string page(const Visitor& visitor) { return visitor.shows<QuestionView>().page; }
std::string problem(const Visitor& visitor) { return visitor.shows<QuestionView>().problem; }

TEST(kiosk_decimal, digits_and_a_point_become_a_number_and_come_back) {
  Visitor visitor = visitor_asked(Decimal{});
  visitor.types("12.5");
  visitor.goes_on();
  EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue{12.5});
  visitor.wants(intent::Back{});
  EXPECT_EQ(field(visitor).text, "12.5");
  EXPECT_EQ(field(visitor).caret, 4U);
}

TEST(kiosk_decimal, the_field_shows_the_mark_of_the_language_and_the_answer_is_the_same) {
  Visitor visitor = visitor_asked(Decimal{}, false, "fr");
  visitor.types("12.5");
  EXPECT_EQ(field(visitor).text, "12,5");
  EXPECT_TRUE(field(visitor).number);
  visitor.goes_on();
  EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue{12.5});
  visitor.wants(intent::Back{});
  EXPECT_EQ(field(visitor).text, "12,5");
}

TEST(kiosk_decimal, a_whole_number_is_one_too_and_comes_back_without_decimals) {
  Visitor visitor = visitor_asked(Decimal{});
  visitor.types("12");
  visitor.goes_on();
  EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue{12.0});
  visitor.wants(intent::Back{});
  EXPECT_EQ(field(visitor).text, "12");
}

TEST(kiosk_decimal, half_typed_numbers_are_numbers) {
  for (const auto& [typed, number] : {std::pair("5.", 5.0), {".5", 0.5}, {"-.5", -0.5}}) {
    Visitor visitor = visitor_asked(Decimal{});
    visitor.types(typed);
    visitor.goes_on();
    EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue{number}) << typed;
  }
}

TEST(kiosk_decimal, there_is_no_minus_before_nothing) {
  Visitor visitor = visitor_asked(Decimal{});
  visitor.types("-0");
  visitor.goes_on();
  visitor.wants(intent::Back{});
  EXPECT_EQ(field(visitor).text, "0");
}

TEST(kiosk_decimal, a_second_point_is_not_taken) {
  Visitor visitor = visitor_asked(Decimal{});
  visitor.types("1.2.5");
  EXPECT_EQ(field(visitor).text, "1.25");
}

TEST(kiosk_decimal, it_takes_no_more_digits_than_a_number_keeps) {
  Visitor visitor = visitor_asked(Decimal{});
  visitor.types("0.12345678901234567890");
  const std::string typed = field(visitor).text;
  visitor.goes_on();
  visitor.wants(intent::Back{});
  EXPECT_EQ(field(visitor).text, typed);
}

TEST(kiosk_decimal, a_minus_is_offered_where_a_number_may_be_below_zero) {
  const auto offers_minus = [](const Visitor& visitor) {
    for (const auto& row : field(visitor).keyboard)
      for (const Key& key : row)
        if (key.text == "-") return true;
    return false;
  };
  EXPECT_TRUE(offers_minus(visitor_asked(Decimal{})));
  EXPECT_TRUE(offers_minus(visitor_asked(Decimal{-0.5, {}})));
  EXPECT_FALSE(offers_minus(visitor_asked(Decimal{0, 100})));
  Visitor visitor = visitor_asked(Decimal{});
  visitor.types("1.5-");
  EXPECT_EQ(field(visitor).text, "-1.5");
}

TEST(kiosk_decimal, a_number_beyond_the_limits_is_not_possible) {
  Visitor visitor = visitor_asked(Decimal{0, 100});
  visitor.types("100.1");
  visitor.goes_on();
  EXPECT_EQ(page(visitor), "first");
  EXPECT_EQ(plain(problem(visitor)), "Please give a number from 0 to 100.");
}

TEST(kiosk_decimal, what_is_no_number_stays_to_be_corrected_and_is_never_an_answer) {
  for (const char* typed : {".", "-", "-.", "inf", "1e5"}) {
    Visitor visitor = visitor_asked(Decimal{});
    visitor.types(typed);
    visitor.goes_on();
    EXPECT_EQ(problem(visitor), "Please check your answer.") << typed;
    visitor.wants(intent::Skip{});
    EXPECT_FALSE(visitor.draft().answers.contains("first")) << typed;
  }
}

TEST(kiosk_decimal, an_empty_field_is_no_answer) {
  Visitor visitor = visitor_asked(Decimal{});
  visitor.goes_on();
  EXPECT_EQ(page(visitor), "other");
}

TEST(kiosk_decimal, what_is_typed_is_not_read_aloud) {
  Visitor visitor = visitor_asked(Decimal{});
  visitor.settings.spoken_prompts = true;
  visitor.types("12.5");
  visitor.wants(intent::ReadAloud{});
  ASSERT_TRUE(visitor.heard);
  EXPECT_EQ(visitor.heard->text.find("12"), std::string::npos);
}

}  // namespace
