// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/report.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/domain/numbers/values.h"
#include "firmware/domain/terminal_text.h"
#include "firmware/wire/content.h"
#include "hub/numbers/releases.h"
#include "tests/hub/events.h"
#include "tests/support/hostile_texts.h"

namespace tertulia::hub {
namespace {

using numbers::kOtherValue;
using numbers::kTextValue;
using numbers::kUnknownValue;
using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

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

// When all sessions are over and nothing is missing.
const Progress kOver{WallTime(std::chrono::hours(24 * 10)), {}, {}};

// The first report after all of this came.
Table report_of(std::vector<Given> answers, std::uint64_t threshold = 5,
                const std::vector<Questionnaire>& asked = forms()) {
  cut_blocks(answers, kOver);
  return make_report(answers, asked, threshold, kOver);
}

TEST(report, counts_each_choice_in_the_order_of_the_form) {
  const auto report = report_of(together(times(7, "opening", kGood), times(5, "opening", kBad)));
  ASSERT_GE(report.rows.size(), 2U);
  EXPECT_THAT(report.rows[0], ElementsAre("opening", "pulse", "mood", "12", "bad", "5"));
  EXPECT_THAT(report.rows[1], ElementsAre("opening", "pulse", "mood", "12", "good", "7"));
}

TEST(report, of_those_who_agree_says_a_bound_and_the_same_whether_all_do_or_nearly_all) {
  const auto all = report_of(times(18, "opening", kGood));
  EXPECT_THAT(all.rows, Contains(ElementsAre("opening", "pulse", "mood", "18", "good", "at least 14")));
  EXPECT_EQ(report_of(together(times(14, "opening", kGood), times(4, "opening", kBad))).rows, all.rows);
  EXPECT_NE(report_of(together(times(13, "opening", kGood), times(5, "opening", kBad))).rows, all.rows);
}

TEST(report, a_session_of_so_few_that_nothing_may_be_said_shows_how_many_took_part) {
  const auto report = report_of(together(times(4, "opening", kGood), times(4, "opening", kBad)));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "mood", "8", kNotShown, "")));
  EXPECT_THAT(report.rows, Not(Contains(Contains("good"))));
}

TEST(report, a_respondent_with_two_choices_counts_once_in_n) {
  const Answers both{{"likes", std::vector<std::string>{"food", "music"}}};
  const Answers food{{"likes", std::vector<std::string>{"food"}}};
  const auto report = report_of(together(times(6, "opening", both), times(5, "opening", food)));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "likes", "11", "music", "6")));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "likes", "11", "food", "at least 7")));
}

TEST(report, a_session_below_the_threshold_shows_only_n) {
  EXPECT_THAT(report_of(times(4, "opening", kGood)).rows,
              ElementsAre(ElementsAre("opening", "pulse", "", "4", kNotEnough, "")));
}

TEST(report, an_open_session_shows_about_how_many_answered_and_no_number_of_an_answer) {
  std::vector<Given> answers = times(13, "opening", kGood);
  const Progress open{WallTime(std::chrono::hours(1)), {}, {}};
  EXPECT_FALSE(cut_blocks(answers, open));
  EXPECT_THAT(make_report(answers, forms(), 5, open).rows,
              ElementsAre(ElementsAre("opening", "pulse", "", "10", kOpen, "")));
}

TEST(report, a_session_that_is_over_waits_for_what_devices_have_not_sent) {
  std::vector<Given> answers = times(13, "opening", kGood);
  const Progress missing{WallTime(std::chrono::hours(25)), {}, {""}};
  EXPECT_FALSE(cut_blocks(answers, missing));
  EXPECT_THAT(make_report(answers, forms(), 5, missing).rows,
              ElementsAre(ElementsAre("opening", "pulse", "", "13", kOnTheirWay, "")));
}

// Seven answers of a visit whose pack says k = 8.
std::vector<Given> seven_of_a_pack_with_eight() {
  std::vector<Given> seven = times(7, "opening", kGood);
  for (Given& given : seven) given.threshold = 8;
  return seven;
}

TEST(report, a_group_of_seven_is_hidden_where_the_pack_says_eight_whatever_the_options) {
  for (const std::uint64_t option : {0U, 2U, 5U, 7U, 8U})
    EXPECT_THAT(report_of(seven_of_a_pack_with_eight(), option).rows,
                ElementsAre(ElementsAre("opening", "pulse", "", "7", kNotEnough, "")))
        << option;
}

TEST(report, an_option_raises_the_threshold_and_does_not_lower_it) {
  const auto ten = together(times(6, "opening", kGood), times(5, "opening", kBad));
  EXPECT_THAT(report_of(ten, 2).rows, Contains(Contains("good")));
  EXPECT_THAT(report_of(together(times(7, "opening", kGood), times(4, "opening", kBad)), 2).rows,
              Not(Contains(Contains("4"))));
  EXPECT_THAT(report_of(ten, 12).rows, Not(Contains(Contains("good"))));
}

TEST(report, a_group_of_answers_under_two_packs_has_the_higher_threshold) {
  std::vector<Given> mixed = together(times(6, "opening", kGood), times(6, "opening", kBad));
  EXPECT_THAT(report_of(mixed).rows, Contains(ElementsAre("opening", "pulse", "mood", "12", "good", "6")));
  mixed.front().threshold = 7;
  EXPECT_THAT(report_of(mixed).rows, Not(Contains(Contains("6"))));
}

TEST(report, a_question_that_few_answered_looks_like_one_that_nobody_answered) {
  const Answers with_likes{{"mood", std::string("good")}, {"likes", std::vector<std::string>{"food"}}};
  const auto nobody = report_of(together(times(6, "opening", kGood), times(6, "opening", kBad)));
  const auto few = report_of(together(together(times(4, "opening", kGood), times(2, "opening", with_likes)),
                                      times(6, "opening", kBad)));
  EXPECT_THAT(few.rows, Contains(ElementsAre("opening", "pulse", "likes", "12", kNotShown, "")));
  EXPECT_EQ(few.rows, nobody.rows);
}

TEST(report, totals_add_up_only_what_is_shown) {
  auto all = together(times(6, "a", kGood), times(5, "a", kBad));
  all = together(std::move(all), together(times(7, "b", kGood), times(8, "b", kBad)));
  all = together(std::move(all), times(4, "hidden", kBad));
  const auto report = report_of(all);
  EXPECT_THAT(report.rows, Contains(ElementsAre(kAllShown, "pulse", "mood", "26", "good", "13")));
  EXPECT_THAT(report.rows, Contains(ElementsAre("hidden", "pulse", "", "4", kNotEnough, "")));
}

TEST(report, a_total_needs_two_sessions) {
  EXPECT_THAT(report_of(times(12, "a", kGood)).rows, Each(Not(Contains(kAllShown))));
}

TEST(report, the_few_of_small_sessions_are_shown_together) {
  auto all = together(times(4, "a", kGood), times(4, "b", kBad));
  EXPECT_THAT(report_of(all).rows, Each(Contains(kNotEnough)));
  all = together(std::move(all), together(times(2, "c", kGood), times(1, "c", kBad)));
  const auto report = report_of(all);
  EXPECT_THAT(report.rows, Contains(ElementsAre(kTogether, "pulse", "mood", "11", "good", "6")));
  EXPECT_THAT(report.rows, Each(Not(Contains("a"))));
}

TEST(report, says_the_same_for_ever_and_takes_late_answers_in_only_when_k_have_come) {
  std::vector<Given> answers = together(times(6, "opening", kGood), times(6, "opening", kBad));
  ASSERT_TRUE(cut_blocks(answers, kOver));
  const auto first = make_report(answers, forms(), 5, kOver).rows;
  for (std::uint64_t late = 1; late <= 4; ++late) {
    answers.push_back(times(1, "opening", kBad).front());
    EXPECT_FALSE(cut_blocks(answers, kOver));
    auto rows = make_report(answers, forms(), 5, kOver).rows;
    EXPECT_EQ(rows.back(), (Row{"opening", "pulse", "", std::to_string(late), std::string(kNotEnough), ""}));
    rows.pop_back();
    EXPECT_EQ(rows, first);
  }
  answers.push_back(times(1, "opening", kBad).front());
  EXPECT_TRUE(cut_blocks(answers, kOver));
  // They are a block of their own, of which nothing may be said: the numbers stay.
  const auto then = make_report(answers, forms(), 5, kOver).rows;
  EXPECT_THAT(then, Contains(ElementsAre("opening", "pulse", "mood", "12", "bad", "6")));
  EXPECT_THAT(then, Contains(ElementsAre("opening", "pulse", "mood", "5", kNotShown, "")));
}

TEST(report, free_text_is_counted_and_never_shown) {
  const Answers wish{{"wish", std::string("Ask Amina about it")}};
  const auto report = report_of(together(times(6, "opening", wish), times(5, "opening", kGood)));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "wish", "11", kTextValue, "6")));
  EXPECT_THAT(report.rows, Each(Not(Contains(HasSubstr("Amina")))));
}

TEST(report, a_date_is_counted_and_never_shown_for_it_may_be_that_of_a_birth) {
  const auto report = report_of(times(9, "opening", {{"born", std::string("1971-05-11")}}));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "born", "9", kTextValue, "at least 5")));
}

TEST(report, a_choice_that_is_not_in_the_form_may_be_text_and_is_shown_as_other) {
  const Answers typed{{"mood", std::string("Amina was here")}};
  const auto report = report_of(times(9, "opening", typed));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "mood", "9", kOtherValue, "at least 5")));
}

TEST(report, answers_to_an_unknown_form_are_only_counted_whatever_they_look_like) {
  for (const AnswerValue& answer :
       {AnswerValue(std::string("good")), AnswerValue(std::int64_t{1971}), AnswerValue(12.5),
        AnswerValue(std::vector<std::string>{"food", "music"})})
    EXPECT_THAT(report_of(times(9, "opening", {{"mood", answer}}), 5, {}).rows,
                ElementsAre(ElementsAre("opening", "pulse", "mood", "9", kUnknownValue, "at least 5")));
}

TEST(report, a_question_that_the_form_does_not_ask_is_not_named_before_k_answered_it) {
  const Answers age{{"age", std::int64_t{56}}};
  EXPECT_THAT(report_of(together(times(4, "opening", age), times(9, "opening", kGood))).rows,
              Each(Not(Contains("age"))));
  EXPECT_THAT(report_of(together(times(5, "opening", age), times(9, "opening", kGood))).rows,
              Contains(ElementsAre("opening", "pulse", "age", "14", kUnknownValue, "5")));
}

TEST(report, an_answer_is_counted_by_the_kind_of_its_question_not_by_its_shape) {
  const AnswerValue number = std::int64_t{1971};
  for (const char* name : {"mood", "likes", "wish", "born"})
    EXPECT_THAT(report_of(times(9, "opening", {{name, number}})).rows,
                Contains(ElementsAre("opening", "pulse", name, "9", kOtherValue, "at least 5")));
}

TEST(report, an_answer_is_counted_by_the_version_of_the_form_that_asked_it) {
  std::vector<Questionnaire> versions = forms();
  Questionnaire second = versions.front();
  second.hash = "second";
  second.pages.front().questions = {question("mood", Text{})};
  versions.push_back(second);
  std::vector<Given> typed = times(5, "opening", kGood);
  for (Given& given : typed) given.form_hash = "second";
  const auto report = report_of(together(times(5, "opening", kGood), typed), 5, versions);
  EXPECT_THAT(report.rows, ElementsAre(ElementsAre("opening", "pulse", "mood", "10", "good", "5"),
                                       ElementsAre("opening", "pulse", "mood", "10", kTextValue, "5")));
}

TEST(report, an_answer_to_a_version_that_is_not_here_is_counted_by_the_newest) {
  std::vector<Given> older = times(9, "opening", kGood);
  for (Given& given : older) given.form_hash = "an older one";
  EXPECT_THAT(report_of(older).rows,
              Contains(ElementsAre("opening", "pulse", "mood", "9", "good", "at least 5")));
}

TEST(report, numbers_are_ordered_as_numbers_and_rare_ones_are_together) {
  auto all = times(5, "opening", {{"stars", std::int64_t{10}}});
  all = together(std::move(all), times(5, "opening", {{"stars", std::int64_t{9}}}));
  all = together(std::move(all), times(1, "opening", {{"stars", std::int64_t{7}}}));
  all = together(std::move(all), times(1, "opening", {{"stars", std::int64_t{8}}}));
  std::vector<Row> stars;
  for (const Row& row : report_of(all).rows)
    if (row[2] == "stars") stars.push_back({row[3], row[4], row[5]});
  EXPECT_THAT(stars, ElementsAre(ElementsAre("12", "9", "5"), ElementsAre("12", "10", "5"),
                                 ElementsAre("12", numbers::kRareValue, "2")));
}

TEST(report, decimals_are_counted_as_numbers_whole_ones_with_their_like) {
  auto all = times(6, "opening", {{"share", 12.5}});
  all = together(std::move(all), times(4, "opening", {{"share", 2.0}}));
  all = together(std::move(all), times(1, "opening", {{"share", std::int64_t{2}}}));
  const auto report = report_of(all);
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "share", "11", "2", "5")));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "share", "11", "12.5", "6")));
}

TEST(report, of_an_order_counts_how_often_each_choice_came_first) {
  const auto ranked = [](std::string first, std::string second) {
    return Answers{{"first", std::vector<std::string>{std::move(first), std::move(second)}}};
  };
  const auto report = report_of(
      together(times(6, "opening", ranked("law", "fund")), times(5, "opening", ranked("fund", "law"))));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "first", "11", "law", "6")));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "first", "11", "fund", "5")));
}

TEST(report, counts_acknowledgements_among_all_who_took_part) {
  const auto report = report_of(together(times(6, "opening", {{"consent", std::string("OK")}}),
                                         times(5, "opening", {{"mood", std::string("good")}})));
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "consent", "11", "OK", "6")));
}

// "pulse" with a condition on mood, or with likes in a repeat.
std::vector<Questionnaire> forms_with(const std::function<void(Questionnaire&)>& change) {
  auto changed = forms();
  change(changed.front());
  return changed;
}

TEST(report, where_a_condition_decided_who_was_asked_how_many_that_were_is_not_told) {
  const auto answers =
      together(together(times(7, "opening", kGood), times(5, "opening", kBad)), times(2, "opening", {}));
  EXPECT_THAT(report_of(answers).rows, Contains(ElementsAre("opening", "pulse", "mood", "12", "bad", "5")));
  const auto conditional =
      forms_with([](Questionnaire& form) { form.pages[0].questions[0].is_conditional = true; });
  const auto report = report_of(answers, 5, conditional);
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "mood", "14", kNotShown, "")));
  EXPECT_THAT(report.rows, Not(Contains(Contains("12"))));
}

TEST(report, in_a_repeat_a_person_counts_once_for_each_value_however_often_it_was_given) {
  const auto in_repeat = forms_with([](Questionnaire& form) {
    Page page{{}, {form.pages[0].questions[0]}, "/data/person"};
    form.pages[0].questions.erase(form.pages[0].questions.begin());
    form.pages.push_back(page);
    form.repeats = {{"/data/person", {}, 9}};
  });
  const Answers twice{{"mood[1]", std::string("good")}, {"mood[2]", std::string("good")}};
  const Answers both{{"mood[1]", std::string("good")}, {"mood[2]", std::string("bad")}};
  const auto report =
      report_of(together(times(4, "opening", twice), times(6, "opening", both)), 5, in_repeat);
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "pulse", "mood", "10", "bad", "at least 6")));
  EXPECT_THAT(report.rows, Not(Contains(Contains("mood[1]"))));
  // One person with many repetitions is no group.
  Answers many;
  for (int at = 1; at <= 9; ++at) many["mood[" + std::to_string(at) + "]"] = std::string("bad");
  EXPECT_THAT(report_of(together(times(1, "opening", many), times(11, "opening", twice)), 5, in_repeat).rows,
              Not(Contains(Contains("bad"))));
}

TEST(report, what_a_form_calculates_is_no_answer_of_its_visitors) {
  const auto calculating = forms_with([](Questionnaire& form) {
    form.calculated = {{"score", "/data/score"}, {"each", "/data/person/each"}};
  });
  const Answers answer{
      {"mood", std::string("good")}, {"score", std::string("12")}, {"each[1]", std::string("1")}};
  const auto report = report_of(times(18, "opening", answer), 5, calculating);
  EXPECT_THAT(report.rows, Contains(Contains("mood")));
  EXPECT_THAT(report.rows, Not(Contains(Contains("score"))));
  EXPECT_THAT(report.rows, Not(Contains(Contains("each"))));
}

// "matrix": six questions with three choices. Some people choose the same everywhere.
std::vector<Given> of_a_matrix(int count, bool is_run) {
  std::vector<Given> all;
  for (int person = 0; person < count; ++person) {
    Given given{"opening", "matrix", "", {}};
    for (int number = 0; number < 6; ++number)
      given.answers["q" + std::to_string(number)] =
          std::string(1, static_cast<char>('a' + (is_run ? person : person + number) % 3));
    all.push_back(given);
  }
  return all;
}

std::vector<Questionnaire> matrix() {
  Questionnaire form;
  form.id = "matrix";
  for (int number = 0; number < 6; ++number)
    form.pages.push_back(
        {{}, {question("q" + std::to_string(number), SelectOne{{{"a", {}}, {"b", {}}, {"c", {}}}, {}})}});
  return {form};
}

TEST(report, shows_results_without_runs_of_equal_answers_where_there_are_enough_of_both) {
  const auto label = "opening" + std::string(kWithoutRuns);
  const auto report = report_of(together(of_a_matrix(12, false), of_a_matrix(9, true)), 5, matrix());
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "matrix", "q0", "21", "a", "7")));
  EXPECT_THAT(report.rows, Contains(ElementsAre(label, "matrix", "q0", "12", "a", "4")));
  const auto few = report_of(together(of_a_matrix(12, false), of_a_matrix(8, true)), 5, matrix());
  EXPECT_THAT(few.rows, Contains(ElementsAre("opening", "matrix", "q0", "20", "a", "7")));
  EXPECT_THAT(few.rows, Each(Not(Contains(label))));
}

TEST(report, tells_what_a_room_saw_as_a_whole_undivided_also_where_there_are_many_runs) {
  std::vector<Given> all = together(of_a_matrix(12, false), of_a_matrix(9, true));
  for (Given& each : all) each.room_block = {1, 21};
  const auto report = report_of(all, 5, matrix());
  EXPECT_THAT(report.rows, Contains(ElementsAre("opening", "matrix", "q0", "21", "a", "7")));
  EXPECT_THAT(report.rows, Each(Not(Contains("opening" + std::string(kWithoutRuns)))));
}

TEST(report, is_empty_before_the_first_answer) { EXPECT_THAT(report_of({}).rows, IsEmpty()); }

TEST(slips, hold_counts_and_words_that_nobody_can_try_out_for_they_come_of_a_random_id_too) {
  Submission one = submission(1);
  Submission other = one;
  other.id = submission_id(2);
  EXPECT_NE(wire::share_of(one).words(), wire::share_of(other).words());
  ClosingSlip slip;
  slip.room = "main-hall";
  slip.submitted = slip.receipted = 1;
  slip.receipted_sum = wire::share_of(one);
  EXPECT_THAT(make_slips({slip}).rows,
              ElementsAre(ElementsAre("main-hall", "1", wire::share_of(one).words())));
}

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

TEST(table, a_cell_cannot_steer_the_terminal_nor_begin_a_row) {
  for (const std::string& text : hostile_texts()) {
    const std::string lines = to_text({{"a", "b"}, {{text, "1"}}});
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 3) << lines;
    EXPECT_EQ(lines, terminal_lines(lines));
  }
}

TEST(table, no_cell_of_csv_is_a_formula_and_numbers_stay_numbers) {
  for (const std::string& text : formulas())
    EXPECT_THAT(to_csv({{"a"}, {{text}}}), AnyOf(StartsWith("a\r\n'"), StartsWith("a\r\n\"'")));
  EXPECT_EQ(to_csv({{"a"}, {{"-7"}, {"7"}}}), "a\r\n-7\r\n7\r\n");
}

TEST(table, broken_utf8_is_measured_without_reading_past_the_end) {
  EXPECT_LE(display_width("a\xF0\x9F"), 2u);
}

TEST(table, csv_quotes_what_rfc_4180_demands) {
  EXPECT_EQ(to_csv({{"a", "b"}, {{"x,y", "say \"no\""}}}), "a,b\r\n\"x,y\",\"say \"\"no\"\"\"\r\n");
}

}  // namespace
}  // namespace tertulia::hub
