// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/flags.h"

#include <chrono>

#include <gtest/gtest.h>

namespace tertulia::numbers {
namespace {

using namespace std::chrono_literals;

// Questions q0, q1... with so many choices c0, c1...
Questionnaire form(std::size_t questions, std::size_t choices) {
  Questionnaire made;
  SelectOne kind;
  for (std::size_t place = 0; place < choices; ++place)
    kind.choices.push_back({"c" + std::to_string(place), {}});
  for (std::size_t number = 0; number < questions; ++number) {
    Question question;
    question.name = "q" + std::to_string(number);
    question.kind = kind;
    made.pages.push_back({{}, {question}});
  }
  return made;
}

Answers all_the_same(std::size_t questions) {
  Answers answers;
  for (std::size_t number = 0; number < questions; ++number)
    answers["q" + std::to_string(number)] = std::string("c1");
  return answers;
}

TEST(a_run, is_six_equal_places_and_not_five) {
  EXPECT_FALSE(is_run(all_the_same(5), form(5, 5)));
  EXPECT_TRUE(is_run(all_the_same(6), form(6, 5)));
}

TEST(a_run, ends_with_one_other_answer) {
  Answers answers = all_the_same(8);
  answers["q3"] = std::string("c0");
  EXPECT_FALSE(is_run(answers, form(8, 5)));
}

TEST(a_run, of_two_choices_or_of_texts_is_nothing_strange) {
  EXPECT_FALSE(is_run(all_the_same(9), form(9, 2)));
  EXPECT_TRUE(is_run(all_the_same(9), form(9, 3)));
  Questionnaire texts = form(9, 5);
  for (Page& page : texts.pages) page.questions[0].kind = Text{};
  EXPECT_FALSE(is_run(all_the_same(9), texts));
}

TEST(a_run, goes_on_over_scales_of_numbers) {
  Questionnaire mixed = form(6, 5);
  mixed.pages[0].questions[0].kind = tertulia::Range{1, 5, 1};
  Answers answers = all_the_same(6);
  answers["q0"] = std::int64_t{2};  // the second step, as c1 is the second choice
  EXPECT_TRUE(is_run(answers, mixed));
  answers["q0"] = 3.0;
  EXPECT_FALSE(is_run(answers, mixed));
  answers["q0"] = 1e300;  // no step of it
  EXPECT_FALSE(is_run(answers, mixed));
}

TEST(speed, is_impossible_below_seven_tenths_of_a_second_for_a_question) {
  EXPECT_TRUE(is_too_fast(6'999ms, 10));
  EXPECT_FALSE(is_too_fast(7'000ms, 10));
  EXPECT_FALSE(is_too_fast(1ms, 2)) << "two questions may be answered in one look";
}

TEST(watch, flags_the_sixth_form_in_a_minute) {
  Watch watch;
  for (int number = 0; number < 10; ++number) watch.sent(BootTime(number * 10s), 60s, 5);
  EXPECT_EQ(Watch::told(watch.counts(), Threshold(5)).in_bursts, 5U);
  Watch slow;
  for (int number = 0; number < 50; ++number) slow.sent(BootTime(number * 13s), 60s, 5);
  EXPECT_EQ(Watch::told(slow.counts(), Threshold(5)).in_bursts, 0U);
}

TEST(watch, tells_in_steps_of_k) {
  Watch watch;
  for (int number = 0; number < 4; ++number) watch.sent(BootTime(number * 100s), 1s, 5);
  EXPECT_EQ(Watch::told(watch.counts(), Threshold(5)), (Watch::Counts{0, 0, 0}));
  for (int number = 4; number < 9; ++number) watch.sent(BootTime(number * 100s), 1s, 5);
  EXPECT_EQ(Watch::told(watch.counts(), Threshold(5)), (Watch::Counts{5, 5, 0}));
}

}  // namespace
}  // namespace tertulia::numbers
