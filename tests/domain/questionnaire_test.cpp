// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/questionnaire.h"

#include <limits>

#include <gtest/gtest.h>

namespace tertulia {
namespace {

using Names = std::vector<std::string>;

std::vector<Choice> red_green_blue() { return {{"red", {}}, {"green", {}}, {"blue", {}}}; }

Question asking(QuestionKind kind) {
  Question question;
  question.name = "q";
  question.kind = std::move(kind);
  return question;
}

Question required(QuestionKind kind) {
  Question question = asking(std::move(kind));
  question.required = true;
  return question;
}

Range from_one_to_five() { return Range{1, 5, 1}; }

std::vector<QuestionKind> all_kinds_that_ask() {
  return {SelectOne{red_green_blue()},
          SelectMultiple{red_green_blue(), {}},
          Text{},
          Integer{},
          from_one_to_five(),
          Date{},
          TimeOfDay{},
          Decimal{},
          Ranking{red_green_blue()},
          Acknowledge{}};
}

TEST(answer, none_is_fine_where_none_is_required) {
  for (const QuestionKind& kind : all_kinds_that_ask())
    EXPECT_EQ(check_answer(asking(kind), {}), AnswerProblem::kNone) << kind.index();
}

TEST(answer, none_is_a_problem_where_one_is_required) {
  for (const QuestionKind& kind : all_kinds_that_ask())
    EXPECT_EQ(check_answer(required(kind), {}), AnswerProblem::kRequired) << kind.index();
}

TEST(answer, blanks_and_no_choices_are_no_answer) {
  EXPECT_EQ(check_answer(required(Text{}), std::string()), AnswerProblem::kRequired);
  EXPECT_EQ(check_answer(required(Text{}), std::string(" \t\n")), AnswerProblem::kRequired);
  EXPECT_EQ(check_answer(asking(Text{}), std::string(" ")), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(required(SelectMultiple{red_green_blue(), {}}), Names{}), AnswerProblem::kRequired);
}

TEST(answer, select_one_takes_the_name_of_a_choice) {
  const Question question = required(SelectOne{red_green_blue()});
  EXPECT_EQ(check_answer(question, std::string("green")), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, std::string("Green")), AnswerProblem::kUnknownChoice);
  EXPECT_EQ(check_answer(question, Names{"green"}), AnswerProblem::kWrongKind);
  EXPECT_EQ(check_answer(question, std::int64_t{1}), AnswerProblem::kWrongKind);
}

TEST(answer, select_multiple_takes_different_names_of_choices) {
  const Question question = required(SelectMultiple{red_green_blue(), {}});
  EXPECT_EQ(check_answer(question, Names{"blue", "red"}), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, Names{"blue", "pink"}), AnswerProblem::kUnknownChoice);
  EXPECT_EQ(check_answer(question, Names{"blue", "blue"}), AnswerProblem::kWrongKind);
  EXPECT_EQ(check_answer(question, std::string("blue")), AnswerProblem::kWrongKind);
}

TEST(answer, select_multiple_takes_at_most_so_many) {
  const Question question = asking(SelectMultiple{red_green_blue(), 2});
  EXPECT_EQ(check_answer(question, Names{"red", "green"}), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, Names{"red", "green", "blue"}), AnswerProblem::kTooMany);
}

TEST(answer, text_is_measured_in_characters_as_a_person_counts_them) {
  const Question question = asking(Text{false, 3});
  EXPECT_EQ(check_answer(question, std::string("ሰላም")), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, std::string("e\u0301e\u0301e\u0301")), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, std::string("four")), AnswerProblem::kTooLong);
  EXPECT_EQ(check_answer(question, 3.0), AnswerProblem::kWrongKind);
}

TEST(answer, an_integer_stays_within_its_bounds) {
  const Question question = asking(Integer{0, 120});
  EXPECT_EQ(check_answer(question, std::int64_t{0}), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, std::int64_t{120}), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, std::int64_t{-1}), AnswerProblem::kOutOfRange);
  EXPECT_EQ(check_answer(question, std::int64_t{121}), AnswerProblem::kOutOfRange);
  EXPECT_EQ(check_answer(question, 12.0), AnswerProblem::kWrongKind);
}

TEST(answer, an_integer_without_bounds_may_be_any) {
  EXPECT_EQ(check_answer(asking(Integer{}), std::numeric_limits<std::int64_t>::min()), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(asking(Integer{{}, 5}), std::numeric_limits<std::int64_t>::max()),
            AnswerProblem::kOutOfRange);
}

TEST(answer, a_rank_is_every_choice_once_in_any_order) {
  const Question question = asking(Ranking{red_green_blue()});
  EXPECT_EQ(check_answer(question, Names{"blue", "red", "green"}), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, Names{"blue", "red"}), AnswerProblem::kIncomplete);
  EXPECT_EQ(check_answer(question, Names{"blue", "red", "red"}), AnswerProblem::kWrongKind);
  EXPECT_EQ(check_answer(question, Names{"blue", "red", "pink"}), AnswerProblem::kUnknownChoice);
  EXPECT_EQ(check_answer(question, std::string("blue")), AnswerProblem::kWrongKind);
}

TEST(answer, an_acknowledgement_is_given_or_not) {
  const Question question = required(Acknowledge{});
  EXPECT_EQ(check_answer(question, std::string("OK")), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, std::string("no")), AnswerProblem::kWrongKind);
  EXPECT_EQ(check_answer(question, {}), AnswerProblem::kRequired);
}

TEST(answer, a_decimal_is_any_number_within_its_bounds) {
  const Question question = asking(Decimal{0, 100});
  for (const double number : {0.0, 12.5, 100.0})
    EXPECT_EQ(check_answer(question, number), AnswerProblem::kNone) << number;
  EXPECT_EQ(check_answer(question, std::int64_t{12}), AnswerProblem::kNone);
  for (const double number : {-0.001, 100.001, std::numeric_limits<double>::quiet_NaN()})
    EXPECT_EQ(check_answer(question, number), AnswerProblem::kOutOfRange) << number;
  EXPECT_EQ(check_answer(question, std::string("12.5")), AnswerProblem::kWrongKind);
  EXPECT_EQ(check_answer(asking(Decimal{}), -1e300), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(asking(Decimal{}), std::numeric_limits<double>::infinity()),
            AnswerProblem::kOutOfRange);
}

TEST(answer, a_range_stays_within_its_ends_and_on_its_steps) {
  const Question question = asking(from_one_to_five());
  EXPECT_EQ(check_answer(question, 1.0), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, 5.0), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, 0.0), AnswerProblem::kOutOfRange);
  EXPECT_EQ(check_answer(question, 6.0), AnswerProblem::kOutOfRange);
  EXPECT_EQ(check_answer(question, 2.5), AnswerProblem::kOutOfRange);
  EXPECT_EQ(check_answer(question, std::string("3")), AnswerProblem::kWrongKind);
}

TEST(answer, a_range_takes_a_whole_step_that_came_back_as_an_integer) {
  EXPECT_EQ(check_answer(asking(from_one_to_five()), std::int64_t{3}), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(asking(from_one_to_five()), std::int64_t{9}), AnswerProblem::kOutOfRange);
}

TEST(answer, decimal_steps_of_a_range_are_not_failed_by_binary_fractions) {
  const Question question = asking(Range{0, 1, 0.1});
  for (int step = 0; step <= 10; ++step)
    EXPECT_EQ(check_answer(question, 0.1 * step), AnswerProblem::kNone) << step;
  EXPECT_EQ(check_answer(question, 0.15), AnswerProblem::kOutOfRange);
  EXPECT_EQ(check_answer(asking(Range{0, 0.3, 0.1}), 0.1 * 3), AnswerProblem::kNone);  // 0.30000000000000004
}

TEST(answer, numbers_that_are_none_are_out_of_range) {
  EXPECT_EQ(check_answer(asking(from_one_to_five()), std::numeric_limits<double>::quiet_NaN()),
            AnswerProblem::kOutOfRange);
  EXPECT_EQ(check_answer(asking(from_one_to_five()), std::numeric_limits<double>::infinity()),
            AnswerProblem::kOutOfRange);
}

TEST(answer, a_date_is_a_day_that_exists) {
  const Question question = required(Date{});
  for (const char* day : {"2027-05-11", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"})
    EXPECT_EQ(check_answer(question, std::string(day)), AnswerProblem::kNone) << day;
  for (const char* day : {"2027-02-29", "1900-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-05-00",
                          "2027-05-32", "0000-01-01"})
    EXPECT_EQ(check_answer(question, std::string(day)), AnswerProblem::kNoSuchDay) << day;
}

TEST(answer, what_is_not_written_like_a_day_is_no_date) {
  for (const char* text : {"11.05.2027", "2027-5-11", "2027-05-11 ", "2027-05-1a", "20270511", "2027/05/11"})
    EXPECT_EQ(check_answer(asking(Date{}), std::string(text)), AnswerProblem::kWrongKind) << text;
  EXPECT_EQ(check_answer(asking(Date{}), std::int64_t{20270511}), AnswerProblem::kWrongKind);
}

TEST(answer, a_date_stays_within_its_bounds) {
  const Question question = asking(Date{"2027-01-01", "2027-12-31"});
  for (const char* day : {"2027-01-01", "2027-05-11", "2027-12-31"})
    EXPECT_EQ(check_answer(question, std::string(day)), AnswerProblem::kNone) << day;
  for (const char* day : {"2026-12-31", "2028-01-01"})
    EXPECT_EQ(check_answer(question, std::string(day)), AnswerProblem::kOutOfRange) << day;
}

TEST(answer, a_time_of_day_is_one_of_24_hours) {
  const Question question = required(TimeOfDay{});
  for (const char* time : {"00:00", "09:05", "23:59"})
    EXPECT_EQ(check_answer(question, std::string(time)), AnswerProblem::kNone) << time;
  for (const char* time : {"24:00", "12:60", "99:99"})
    EXPECT_EQ(check_answer(question, std::string(time)), AnswerProblem::kNoSuchTime) << time;
  for (const char* text : {"9:05", "09:05:00", "09.05", "0905"})
    EXPECT_EQ(check_answer(question, std::string(text)), AnswerProblem::kWrongKind) << text;
}

TEST(answer, a_note_takes_none_and_requires_none) {
  EXPECT_EQ(check_answer(required(Note{}), {}), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(asking(Note{}), std::string("yes")), AnswerProblem::kWrongKind);
}

TEST(questionnaire, a_moment_takes_a_day_that_there_is_and_a_time_that_there_is) {
  const Question question = asking(DateTime{});
  EXPECT_EQ(check_answer(question, std::string("2028-02-29T23:59")), AnswerProblem::kNone);
  EXPECT_EQ(check_answer(question, std::string("2027-02-29T23:59")), AnswerProblem::kNoSuchDay);
  EXPECT_EQ(check_answer(question, std::string("2027-02-28T24:00")), AnswerProblem::kNoSuchTime);
  for (const char* text : {"2027-02-28", "2027-02-28 10:00", "2027-02-28T", "10:00"})
    EXPECT_EQ(check_answer(question, std::string(text)), AnswerProblem::kWrongKind) << text;
}

TEST(questionnaire, finds_a_question_on_any_page) {
  Questionnaire questionnaire;
  questionnaire.pages.resize(2);
  questionnaire.pages[0].questions = {asking(Note{})};
  questionnaire.pages[1].questions = {asking(Text{}), asking(Integer{})};
  questionnaire.pages[1].questions[1].name = "age";
  EXPECT_EQ(questionnaire.find("age"), &questionnaire.pages[1].questions[1]);
  EXPECT_EQ(questionnaire.find("name"), nullptr);
}

}  // namespace
}  // namespace tertulia
