// SPDX-License-Identifier: Apache-2.0
// How touches become a date or a time of day.
#include <gtest/gtest.h>

#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

const Key kBackspaceKey{KeyKind::kBackspace, "", ""};

TextBody field(const Visitor& visitor) {
  const View view = kiosk_view(visitor.state, visitor.context());
  return std::get<TextBody>(std::get<QuestionView>(view).body);
}

std::string page(const Visitor& visitor) { return visitor.shows<QuestionView>().page; }
std::string problem(const Visitor& visitor) { return visitor.shows<QuestionView>().problem; }

TEST(kiosk_date, what_is_typed_stands_in_the_pattern_of_the_language) {
  Visitor visitor = visitor_asked(Date{}, false, "fr");
  EXPECT_EQ(field(visitor).text, "");
  visitor.types("1105");
  EXPECT_EQ(field(visitor).text, "11/05/");
  EXPECT_EQ(field(visitor).unfilled, "AAAA");
  EXPECT_EQ(field(visitor).caret, 6U);
}

TEST(kiosk_date, it_is_typed_on_a_pad_of_digits_and_reads_from_the_left) {
  const TextBody body = field(visitor_asked(Date{}));
  EXPECT_TRUE(body.number);
  EXPECT_EQ(body.keyboard.front()[1].label, "1");
  for (const auto& row : body.keyboard)
    for (const Key& key : row) EXPECT_NE(key.text, "-");
}

TEST(kiosk_date, backspace_takes_digits_never_separators) {
  Visitor visitor = visitor_asked(Date{});
  visitor.types("1105");
  visitor.wants(intent::PressKey{kBackspaceKey});
  EXPECT_EQ(field(visitor).text, "11/0");
  visitor.wants(intent::PressKey{kBackspaceKey});
  visitor.wants(intent::PressKey{kBackspaceKey});
  EXPECT_EQ(field(visitor).text, "1");
}

TEST(kiosk_date, a_digit_beyond_the_last_one_is_not_taken) {
  Visitor visitor = visitor_asked(Date{});
  visitor.types("110520279");
  EXPECT_EQ(field(visitor).text, "11/05/2027");
  EXPECT_EQ(field(visitor).unfilled, "");
}

TEST(kiosk_date, its_pattern_is_filled_in_order_wherever_a_finger_touches_the_field) {
  Visitor visitor = visitor_asked(Date{});
  visitor.types("11");
  visitor.wants(intent::PlaceCaret{0});
  visitor.wants(intent::SelectWord{1});
  EXPECT_EQ(field(visitor).caret, 3U);
  EXPECT_EQ(field(visitor).selected, 0U);
  visitor.types("05");
  EXPECT_EQ(field(visitor).text, "11/05/");
}

TEST(kiosk_date, it_is_answered_as_iso_8601) {
  Visitor visitor = visitor_asked(Date{});
  visitor.types("11052027");
  visitor.goes_on();
  EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue{"2027-05-11"});
  EXPECT_EQ(page(visitor), "other");
}

TEST(kiosk_date, back_shows_what_was_answered) {
  Visitor visitor = visitor_asked(Date{});
  visitor.types("11052027");
  visitor.goes_on();
  visitor.wants(intent::Back{});
  EXPECT_EQ(field(visitor).text, "11/05/2027");
  visitor.wants(intent::PressKey{kBackspaceKey});
  EXPECT_EQ(field(visitor).text, "11/05/202");
}

TEST(kiosk_date, a_day_that_does_not_exist_says_so_and_stays) {
  Visitor visitor = visitor_asked(Date{});
  visitor.types("31022027");
  visitor.goes_on();
  EXPECT_EQ(page(visitor), "first");
  EXPECT_EQ(problem(visitor), "There is no such day. Please check the date.");
  EXPECT_EQ(field(visitor).text, "31/02/2027");
  visitor.wants(intent::PressKey{kBackspaceKey});
  EXPECT_EQ(problem(visitor), "");
}

TEST(kiosk_date, a_day_that_does_not_exist_is_no_answer_of_those_who_leave) {
  Visitor visitor = visitor_asked(Date{});
  visitor.types("31022027");
  visitor.goes_on();
  visitor.waits(visitor.settings.idle);
  visitor.waits(visitor.settings.still_there);
  ASSERT_TRUE(visitor.is_at<kiosk::Attract>());
  EXPECT_FALSE(visitor.sent().answers.contains("first"));
}

TEST(kiosk_date, half_a_date_says_so_and_is_never_an_answer) {
  Visitor visitor = visitor_asked(Date{});
  visitor.types("11052027");
  visitor.goes_on();
  visitor.wants(intent::Back{});
  visitor.wants(intent::PressKey{kBackspaceKey});
  visitor.goes_on();
  EXPECT_EQ(problem(visitor), "Some digits are missing.");
  EXPECT_EQ(field(visitor).text, "11/05/202");
  visitor.wants(intent::Skip{});
  EXPECT_EQ(page(visitor), "other");
  EXPECT_FALSE(visitor.draft().answers.contains("first"));
}

TEST(kiosk_date, a_day_beyond_the_limits_is_not_possible) {
  Visitor visitor = visitor_asked(Date{"2027-05-10", "2027-05-13"});
  visitor.types("09052027");
  visitor.goes_on();
  EXPECT_EQ(plain(problem(visitor)), "Please give a date from 10/05/2027 to 13/05/2027.");
}

TEST(kiosk_date, an_empty_field_is_no_answer) {
  Visitor visitor = visitor_asked(Date{});
  visitor.goes_on();
  EXPECT_EQ(page(visitor), "other");
}

TEST(kiosk_time, hours_and_minutes_become_a_time_of_day_and_come_back) {
  Visitor visitor = visitor_asked(TimeOfDay{});
  visitor.types("1");
  EXPECT_EQ(field(visitor).unfilled, "H\u200E:MM");
  visitor.types("430");
  EXPECT_EQ(field(visitor).text, "14:30");
  visitor.goes_on();
  EXPECT_EQ(visitor.draft().answers.at("first"), AnswerValue{"14:30"});
  visitor.wants(intent::Back{});
  EXPECT_EQ(field(visitor).text, "14:30");
}

TEST(kiosk_time, one_that_does_not_exist_says_so_and_stays) {
  Visitor visitor = visitor_asked(TimeOfDay{});
  visitor.types("2570");
  visitor.goes_on();
  EXPECT_EQ(problem(visitor), "There is no such time. It goes from 00:00 to 23:59.");
  EXPECT_EQ(field(visitor).text, "25:70");
}

}  // namespace
