// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/numbers/tally.h"

namespace tertulia::hub {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Question question(const std::string& name, QuestionKind kind) {
  Question made;
  made.name = name;
  made.kind = std::move(kind);
  return made;
}

// One form "pulse": mood (bad, good), likes (several of food, music), wish (text), born (date),
// stars (integer), share (decimal), first (rank of law, fund), consent (acknowledge).
std::vector<Questionnaire> forms() {
  Questionnaire form;
  form.id = "pulse";
  form.hash = "first";
  form.pages.push_back(
      {{},
       {question("mood", SelectOne{{{"bad", {}}, {"good", {}}}, ChoiceLook::kList}),
        question("likes", SelectMultiple{{{"food", {}}, {"music", {}}}, {}}), question("wish", Text{}),
        question("born", Date{}), question("stars", Integer{}), question("share", Decimal{}),
        question("first", Ranking{{{"law", {}}, {"fund", {}}}}), question("consent", Acknowledge{})}});
  return {form};
}

std::vector<Given> times(int count, const std::string& session, const Answers& answers) {
  return std::vector<Given>(static_cast<std::size_t>(count), Given{session, "pulse", "first", answers});
}

std::vector<Given> together(std::vector<Given> one, const std::vector<Given>& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

const Answers kGood{{"mood", std::string("good")}};
const Answers kBad{{"mood", std::string("bad")}};

TEST(report, counts_each_choice_in_the_order_of_the_form) {
  const auto report =
      make_report(together(times(4, "opening", kGood), times(2, "opening", kBad)), forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "mood", "6", "bad", "2"),
                                       ElementsAre("opening", "pulse", "mood", "6", "good", "4")));
}

TEST(report, a_respondent_with_two_choices_counts_once_in_n) {
  const Answers both{{"likes", std::vector<std::string>{"food", "music"}}};
  const auto report = make_report(times(5, "opening", both), forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "likes", "5", "food", "5"),
                                       ElementsAre("opening", "pulse", "likes", "5", "music", "5")));
}

TEST(report, a_session_below_the_threshold_shows_only_n) {
  const auto report = make_report(times(4, "opening", kGood), forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "", "4", kNotEnough, "")));
}

// Seven answers of a visit whose pack says k = 8.
std::vector<Given> seven_of_a_pack_with_eight() {
  std::vector<Given> seven = times(7, "opening", kGood);
  for (Given& given : seven) given.threshold = 8;
  return seven;
}

TEST(report, a_group_of_seven_is_hidden_where_the_pack_says_eight_whatever_the_options) {
  for (const std::uint64_t option : {0U, 2U, 5U, 7U, 8U})
    EXPECT_THAT(make_report(seven_of_a_pack_with_eight(), forms(), option).rows,
                ElementsAre(ElementsAre("opening", "pulse", "", "7", kNotEnough, "")))
        << option;
}

TEST(report, an_option_raises_the_threshold_and_does_not_lower_it) {
  EXPECT_THAT(make_report(times(5, "opening", kGood), forms(), 2).rows, Contains(Contains("good")));
  EXPECT_THAT(make_report(times(4, "opening", kGood), forms(), 2).rows, Not(Contains(Contains("good"))));
  EXPECT_THAT(make_report(times(9, "opening", kGood), forms(), 10).rows, Not(Contains(Contains("good"))));
}

TEST(report, a_group_of_answers_under_two_packs_has_the_higher_threshold) {
  const auto mixed = together(times(1, "opening", kGood), seven_of_a_pack_with_eight());
  EXPECT_THAT(make_report(mixed, forms(), 5).rows, Contains(Contains("good")));
  const auto fewer = together(times(3, "opening", kGood), times(4, "opening", kGood));
  std::vector<Given> one_with_eight = fewer;
  one_with_eight.front().threshold = 8;
  EXPECT_THAT(make_report(one_with_eight, forms(), 5).rows, Not(Contains(Contains("good"))));
}

TEST(report, a_question_that_few_answered_is_hidden_in_a_session_that_is_shown) {
  const Answers with_likes{{"mood", std::string("good")}, {"likes", std::vector<std::string>{"food"}}};
  const auto report =
      make_report(together(times(4, "opening", kGood), times(2, "opening", with_likes)), forms(), 5);
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "likes", "2", kNotEnough, "")));
  EXPECT_THAT(report.rows, Not(Contains(Contains("food"))));
}

TEST(report, totals_add_up_only_what_is_shown) {
  auto all = together(times(5, "a", kGood), times(6, "b", kGood));
  all = together(std::move(all), times(2, "hidden", kBad));
  const auto report = make_report(all, forms(), 5);
  EXPECT_THAT(report.rows, Contains(ElementsAre(kAllShown, "pulse", "mood", "11", "good", "11")));
  EXPECT_THAT(report.rows, Not(Contains(Contains("bad"))));
}

TEST(report, a_total_needs_two_sessions) {
  const auto report = make_report(times(5, "a", kGood), forms(), 5);
  EXPECT_THAT(report.rows, Each(Not(Contains(kAllShown))));
}

TEST(report, free_text_is_counted_and_never_shown) {
  const Answers wish{{"wish", std::string("Ask Amina about it")}};
  const auto report = make_report(times(5, "opening", wish), forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "wish", "5", kTextValue, "5")));
}

TEST(report, a_date_is_counted_and_never_shown_for_it_may_be_that_of_a_birth) {
  const auto report = make_report(times(5, "opening", {{"born", std::string("1971-05-11")}}), forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "born", "5", kTextValue, "5")));
}

TEST(report, a_choice_that_is_not_in_the_form_may_be_text_and_is_shown_as_other) {
  const Answers typed{{"mood", std::string("Amina was here")}};
  const auto report = make_report(times(5, "opening", typed), forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "mood", "5", kOtherValue, "5")));
}

TEST(report, answers_to_an_unknown_form_are_only_counted_whatever_they_look_like) {
  for (const AnswerValue& answer :
       {AnswerValue(std::string("good")), AnswerValue(std::int64_t{1971}), AnswerValue(12.5),
        AnswerValue(std::vector<std::string>{"food", "music"})})
    EXPECT_THAT(make_report(times(5, "opening", {{"mood", answer}}), {}, 5).rows,
                ElementsAre(ElementsAre("opening", "pulse", "mood", "5", kUnknownValue, "5")));
}

TEST(report, a_question_that_the_form_does_not_ask_is_only_counted) {
  const auto report = make_report(times(5, "opening", {{"age", std::int64_t{56}}}), forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "age", "5", kUnknownValue, "5")));
}

TEST(report, an_answer_is_counted_by_the_kind_of_its_question_not_by_its_shape) {
  const AnswerValue number = std::int64_t{1971};
  for (const char* name : {"mood", "likes", "wish", "born"})
    EXPECT_THAT(make_report(times(5, "opening", {{name, number}}), forms(), 5).rows,
                ElementsAre(ElementsAre("opening", "pulse", name, "5", kOtherValue, "5")));
}

TEST(report, an_answer_is_counted_by_the_version_of_the_form_that_asked_it) {
  std::vector<Questionnaire> versions = forms();
  Questionnaire second = versions.front();
  second.hash = "second";
  second.pages.front().questions = {question("mood", Text{})};
  versions.push_back(second);
  std::vector<Given> typed = times(5, "opening", kGood);
  for (Given& given : typed) given.form_hash = "second";
  const auto report = make_report(together(times(5, "opening", kGood), typed), versions, 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "mood", "10", "good", "5"),
                                       ElementsAre("opening", "pulse", "mood", "10", kTextValue, "5")));
}

TEST(report, an_answer_to_a_version_that_is_not_here_is_counted_by_the_newest) {
  std::vector<Given> older = times(5, "opening", kGood);
  for (Given& given : older) given.form_hash = "an older one";
  EXPECT_THAT(make_report(older, forms(), 5).rows,
              ElementsAre(ElementsAre("opening", "pulse", "mood", "5", "good", "5")));
}

TEST(report, numbers_are_ordered_as_numbers) {
  auto all = times(5, "opening", {{"stars", std::int64_t{10}}});
  all = together(std::move(all), times(1, "opening", {{"stars", std::int64_t{9}}}));
  const auto report = make_report(all, forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "stars", "6", "9", "1"),
                                       ElementsAre("opening", "pulse", "stars", "6", "10", "5")));
}

TEST(report, decimals_are_counted_as_numbers_whole_ones_with_their_like) {
  auto all = times(5, "opening", {{"share", 12.5}});
  all = together(std::move(all), times(1, "opening", {{"share", 2.0}}));
  all = together(std::move(all), times(1, "opening", {{"share", std::int64_t{2}}}));
  const auto report = make_report(all, forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "share", "7", "2", "2"),
                                       ElementsAre("opening", "pulse", "share", "7", "12.5", "5")));
}

TEST(report, of_an_order_counts_how_often_each_choice_had_each_place) {
  const auto ranked = [](std::string first, std::string second) {
    return Answers{{"first", std::vector<std::string>{std::move(first), std::move(second)}}};
  };
  const auto report = make_report(
      together(times(5, "opening", ranked("law", "fund")), times(2, "opening", ranked("fund", "law"))),
      forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "first", "7", "1: law", "5"),
                                       ElementsAre("opening", "pulse", "first", "7", "1: fund", "2"),
                                       ElementsAre("opening", "pulse", "first", "7", "2: law", "2"),
                                       ElementsAre("opening", "pulse", "first", "7", "2: fund", "5")));
}

TEST(report, counts_acknowledgements) {
  const auto report = make_report(times(6, "opening", {{"consent", std::string("OK")}}), forms(), 5);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "consent", "6", "OK", "6")));
}

TEST(report, is_empty_before_the_first_answer) { EXPECT_THAT(make_report({}, forms(), 5).rows, IsEmpty()); }

TEST(status, a_device_that_never_announced_itself_is_unknown) {
  DeviceLine line;
  line.programme = "p";
  line.device = "k1";
  line.held = 3;
  line.missing = 1;
  const auto status = make_status({line});
  EXPECT_THAT(status.rows, ElementsAre(ElementsAre("p/k1", "unknown", "never", "3", "1", "0", "")));
}

TEST(table, columns_are_aligned_by_what_is_seen_not_by_bytes) {
  EXPECT_EQ(display_width("sesión"), 6u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("会議"), 4u);
  EXPECT_EQ(display_width("ስብሰባ"), 4u);
}

TEST(table, numbers_stand_at_the_right_of_their_column) {
  EXPECT_EQ(to_text({{"name", "n"}, {{"é", "5"}, {"bb", "12"}}}), "name  n\n----  --\né      5\nbb    12\n");
}

TEST(table, a_cell_cannot_steer_the_terminal) {
  EXPECT_THAT(to_text({{"a"}, {{"x\x1b[2Jy"}}}), Not(HasSubstr("\x1b")));
}

TEST(table, broken_utf8_is_measured_without_reading_past_the_end) {
  EXPECT_LE(display_width("a\xF0\x9F"), 2u);
}

TEST(table, csv_quotes_what_rfc_4180_demands) {
  EXPECT_EQ(to_csv({{"a", "b"}, {{"x,y", "say \"no\""}}}), "a,b\r\n\"x,y\",\"say \"\"no\"\"\"\r\n");
}

}  // namespace
}  // namespace tertulia::hub
