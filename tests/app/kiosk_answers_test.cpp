// SPDX-License-Identifier: Apache-2.0
// How touches become answers, question by question.
#include "firmware/app/kiosk/kiosk_answers.h"

#include <gtest/gtest.h>

#include "firmware/app/kiosk/numbers.h"
#include "firmware/app/kiosk/plain_run.h"
#include "firmware/domain/limits.h"
#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

const Key kBackspaceKey{KeyKind::kBackspace, "", ""};

Visitor at_question(const std::string& question) {
  Visitor visitor;
  visitor.reaches(question);
  return visitor;
}

std::vector<std::string> chosen(const Visitor& visitor) {
  std::vector<std::string> names;
  const QuestionView view = visitor.shows<QuestionView>();
  for (const ChoiceButton& choice : std::get<ChoicesBody>(view.body).choices)
    if (choice.chosen) names.push_back(choice.name);
  return names;
}

TEST(kiosk_answers, every_answer_is_saved_as_a_draft_from_the_first_tap_on) {
  Visitor visitor;
  visitor.chooses("useful", "3");
  EXPECT_EQ(visitor.draft().state, SubmissionState::kOpen);
  EXPECT_EQ(visitor.draft().answers.at("useful"), AnswerValue{"3"});
  visitor.chooses("obstacles", "trust");
  EXPECT_EQ(visitor.draft().answers.at("obstacles"), (AnswerValue{std::vector<std::string>{"trust"}}));
}

TEST(kiosk_answers, a_face_goes_on_to_the_next_question_by_itself) {
  Visitor visitor;
  visitor.chooses("useful", "3");
  EXPECT_EQ(visitor.shows<QuestionView>().page, "obstacles");
}

TEST(kiosk_answers, back_shows_what_was_answered) {
  Visitor visitor;
  visitor.chooses("useful", "3");
  visitor.wants(intent::Back{});
  const auto body = std::get<FacesBody>(visitor.shows<QuestionView>().body);
  EXPECT_TRUE(body.faces[2].chosen);
  EXPECT_FALSE(body.faces[3].chosen);
}

TEST(kiosk_answers, back_on_the_first_question_gives_up) {
  Visitor visitor;
  visitor.wants(intent::Begin{});
  visitor.wants(intent::Back{});
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
  EXPECT_EQ(visitor.sent().state, SubmissionState::kAbandoned);
}

TEST(kiosk_answers, a_required_question_does_not_let_go_and_offers_no_skip) {
  Visitor visitor = at_question("obstacles");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "obstacles");
  EXPECT_EQ(visitor.shows<QuestionView>().problem, "Please choose an answer.");
  EXPECT_EQ(visitor.shows<QuestionView>().skip, "");
  visitor.wants(intent::Skip{});
  EXPECT_EQ(visitor.shows<QuestionView>().page, "obstacles");
}

TEST(kiosk_answers, choosing_takes_the_complaint_away) {
  Visitor visitor = at_question("obstacles");
  visitor.goes_on();
  visitor.chooses("obstacles", "slow");
  EXPECT_EQ(visitor.shows<QuestionView>().problem, "");
}

TEST(kiosk_answers, a_second_tap_takes_a_choice_back) {
  Visitor visitor = at_question("obstacles");
  visitor.chooses("obstacles", "slow");
  visitor.chooses("obstacles", "trust");
  visitor.chooses("obstacles", "slow");
  EXPECT_EQ(chosen(visitor), std::vector<std::string>{"trust"});
  visitor.chooses("obstacles", "trust");
  EXPECT_FALSE(visitor.draft().answers.contains("obstacles"));
}

TEST(kiosk_answers, one_choice_too_many_is_not_taken_and_says_so) {
  Visitor visitor = at_question("obstacles");
  for (const char* choice : {"slow", "trust", "funding"}) visitor.chooses("obstacles", choice);
  EXPECT_EQ(chosen(visitor), (std::vector<std::string>{"slow", "trust"}));
  EXPECT_EQ(plain(visitor.shows<QuestionView>().problem),
            "You can choose up to 2. Touch one to take it back.");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "learned");
}

TEST(kiosk_answers, a_tap_for_a_question_that_is_not_shown_answers_nothing) {
  Visitor visitor = at_question("idea");
  const auto before = visitor.draft().answers;
  visitor.chooses("useful", "1");
  visitor.wants(intent::ChooseStep{"learned", 2});
  EXPECT_EQ(visitor.draft().answers, before);
}

TEST(kiosk_answers, skip_takes_the_answer_away_and_goes_on) {
  Visitor visitor = at_question("idea");
  visitor.types("abc");
  visitor.goes_on();
  visitor.wants(intent::Back{});
  visitor.wants(intent::Skip{});
  EXPECT_EQ(visitor.shows<QuestionView>().page, "people");
  EXPECT_FALSE(visitor.draft().answers.contains("idea"));
}

TEST(kiosk_matrix, ranges_on_one_scale_stand_on_one_screen) {
  const Visitor visitor = at_question("learned");
  const auto body = std::get<ScaleBody>(visitor.shows<QuestionView>().body);
  EXPECT_EQ(body.steps, (std::vector<std::string>{"1", "2", "3", "4", "5"}));
  ASSERT_EQ(body.rows.size(), 2U);
  EXPECT_EQ(body.rows[1].label, "Every voice was heard");
  EXPECT_EQ(visitor.shows<QuestionView>().headline, "How much do you agree?");
}

TEST(kiosk_matrix, each_row_keeps_its_own_step) {
  Visitor visitor = at_question("learned");
  visitor.wants(intent::ChooseStep{"learned", 0});
  visitor.wants(intent::ChooseStep{"heard", 4});
  const auto body = std::get<ScaleBody>(visitor.shows<QuestionView>().body);
  EXPECT_EQ(body.rows[0].chosen, 0);
  EXPECT_EQ(body.rows[1].chosen, 4);
  EXPECT_EQ(visitor.draft().answers.at("learned"), AnswerValue{1.0});
  EXPECT_EQ(visitor.draft().answers.at("heard"), AnswerValue{5.0});
}

TEST(kiosk_matrix, the_message_of_the_row_that_lacks_an_answer_is_shown_in_the_language_chosen) {
  Visitor visitor;
  visitor.wants(intent::ChooseLanguage{"fr"});
  visitor.reaches("learned");
  visitor.wants(intent::ChooseStep{"learned", 0});
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().problem, "Dites si on vous a entendu.");
}

TEST(kiosk_matrix, a_step_beyond_the_scale_is_no_answer) {
  Visitor visitor = at_question("learned");
  visitor.wants(intent::ChooseStep{"learned", 5});
  visitor.wants(intent::ChooseStep{"learned", -1});
  EXPECT_FALSE(visitor.draft().answers.contains("learned"));
}

TEST(kiosk_text, what_is_typed_is_the_answer) {
  Visitor visitor = at_question("idea");
  visitor.types("hub");
  EXPECT_EQ(std::get<TextBody>(visitor.shows<QuestionView>().body).count,
            "\u2068"
            "3\u2069 / \u2068"
            "5\u2069");
  visitor.goes_on();
  EXPECT_EQ(visitor.draft().answers.at("idea"), AnswerValue{"hub"});
}

TEST(kiosk_text, one_of_many_texts_is_full_when_its_share_of_the_message_is) {
  Questionnaire form;
  for (int i = 0; i < 400; ++i)
    form.pages.push_back({{}, {{"q" + std::to_string(i), {}, {}, {}, {}, false, Text{}}}});
  kiosk::Asking asking;
  asking.form = std::make_shared<const Questionnaire>(form);
  asking.run = plain_run(asking.form);
  asking.room_for_text = room_for_text(form);
  for (int i = 0; i < 400; ++i) asking = with_key(std::move(asking), {KeyKind::kCharacter, "\"", "\""});
  asking = with_entry(std::move(asking));
  EXPECT_EQ(asking.entry.text.size(), room_for_text(form) / 2);
  EXPECT_LT(room_for_text(form), 200U);
  EXPECT_EQ(std::get<std::string>(asking.submission.answers.at("q0")), asking.entry.text);
}

TEST(kiosk_text, marks_that_make_no_character_of_their_own_do_not_grow_without_bound) {
  Questionnaire form;
  form.pages.push_back({{}, {{"q", {}, {}, {}, {}, false, Text{}}}});
  kiosk::Asking asking;
  asking.form = std::make_shared<const Questionnaire>(form);
  asking.run = plain_run(asking.form);
  asking.room_for_text = 500;
  for (int i = 0; i < 400; ++i)
    asking = with_key(std::move(asking), {KeyKind::kCharacter, "\u0301", "\u0301"});
  EXPECT_EQ(asking.entry.text.size(), 500U);
  asking = with_key(std::move(asking), kBackspaceKey);
  EXPECT_LT(asking.entry.text.size(), 500U);
}

TEST(kiosk_text, the_next_key_goes_on_as_the_button_does) {
  Visitor visitor = at_question("idea");
  visitor.types("hub");
  visitor.wants(intent::PressKey{{KeyKind::kNext, "Next", ""}});
  EXPECT_EQ(visitor.shows<QuestionView>().page, "people");
  EXPECT_EQ(visitor.draft().answers.at("idea"), AnswerValue{"hub"});
}

TEST(kiosk_text, a_full_field_takes_no_more) {
  Visitor visitor = at_question("idea");
  visitor.types("abcdefg");
  EXPECT_EQ(std::get<TextBody>(visitor.shows<QuestionView>().body).text, "abcde");
}

TEST(kiosk_text, back_keeps_what_was_typed) {
  Visitor visitor = at_question("idea");
  visitor.types("ab");
  visitor.wants(intent::Back{});
  visitor.goes_on();
  const auto body = std::get<TextBody>(visitor.shows<QuestionView>().body);
  EXPECT_EQ(body.text, "ab");
  EXPECT_EQ(body.caret, 2U);
}

TEST(kiosk_text, a_text_that_was_taken_back_is_no_answer) {
  Visitor visitor = at_question("idea");
  visitor.types("a");
  visitor.wants(intent::PressKey{kBackspaceKey});
  visitor.goes_on();
  EXPECT_FALSE(visitor.draft().answers.contains("idea"));
}

TEST(kiosk_text, the_caret_can_be_placed_between_letters) {
  Visitor visitor = at_question("idea");
  visitor.types("ac");
  visitor.wants(intent::PlaceCaret{1});
  visitor.types("b");
  EXPECT_EQ(std::get<TextBody>(visitor.shows<QuestionView>().body).text, "abc");
}

TextBody typed_body(const Visitor& visitor) { return std::get<TextBody>(visitor.shows<QuestionView>().body); }

TEST(kiosk_text, a_word_that_a_finger_rested_on_is_marked_and_replaced) {
  Visitor visitor = at_question("idea");
  visitor.types("hub");
  visitor.wants(intent::SelectWord{1});
  EXPECT_EQ(typed_body(visitor).selected, 3U);
  visitor.types("x");
  EXPECT_EQ(typed_body(visitor).text, "x");
}

TEST(kiosk_text, a_key_that_a_finger_rested_on_shows_its_variants) {
  Visitor visitor = at_question("idea");
  visitor.wants(intent::HoldKey{{KeyKind::kCharacter, "E", "E", 1, false, {"É"}}});
  EXPECT_EQ(typed_body(visitor).open, "E");
}

TEST(kiosk_text, nothing_of_the_keyboard_is_left_for_the_next_person) {
  Visitor first = at_question("idea");
  const TextBody fresh = typed_body(first);
  first.types("hub");
  first.wants(intent::SelectWord{1});
  first.wants(intent::HoldKey{{KeyKind::kCharacter, "e", "e", 1, false, {"é"}}});
  first.wants(intent::PressKey{{KeyKind::kLanguage, "", ""}});
  first.wants(intent::PressKey{{KeyKind::kSymbols, "", ""}});
  for (int back = 0; back < 10 && first.is_at<kiosk::Asking>(); ++back) first.wants(intent::Back{});
  ASSERT_TRUE(first.is_at<kiosk::Attract>());
  EXPECT_TRUE(first.forgotten);
  first.reaches("idea");
  EXPECT_EQ(typed_body(first), fresh);
}

TEST(kiosk_text, who_types_latin_goes_on_doing_so_at_the_next_question) {
  Visitor visitor = at_question("idea");
  visitor.wants(intent::PressKey{{KeyKind::kLanguage, "", ""}});
  visitor.goes_on();
  visitor.wants(intent::Back{});
  EXPECT_EQ(std::get<kiosk::Asking>(visitor.state).entry.script, KeyboardScript::kLatin);
}

TEST(kiosk_number, a_minus_turns_the_sign_wherever_the_caret_is) {
  Visitor visitor = at_question("people");
  visitor.types("12-");
  EXPECT_EQ(typed_body(visitor).text, "-12");
  EXPECT_EQ(typed_body(visitor).caret, 3U);
  visitor.types("-");
  EXPECT_EQ(typed_body(visitor).text, "12");
}

TEST(kiosk_number, digits_become_a_number) {
  Visitor visitor = at_question("people");
  visitor.types("12");
  visitor.goes_on();
  EXPECT_EQ(visitor.draft().answers.at("people"), AnswerValue{std::int64_t{12}});
}

TEST(kiosk_number, the_keyboard_opens_with_digits) {
  const auto body = std::get<TextBody>(at_question("people").shows<QuestionView>().body);
  EXPECT_EQ(body.keyboard.front()[1].label, "1");
  EXPECT_TRUE(body.number);
}

TEST(kiosk_number, a_number_beyond_the_limits_is_not_possible) {
  Visitor visitor = at_question("people");
  visitor.types("21");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "people");
  EXPECT_EQ(plain(visitor.shows<QuestionView>().problem), "Please give a number from 0 to 20.");
}

TEST(kiosk_number, beyond_the_limits_the_form_has_the_last_word) {
  Visitor visitor;
  for (Page& page : visitor.device_state.pack.questionnaires[1].pages)
    for (Question& question : page.questions)
      if (question.name == "people")
        question.constraint_message = LocalizedText("en", "So many have no room.");
  visitor.reaches("people");
  visitor.types("21");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().problem, "So many have no room.");
}

TEST(kiosk_number, what_is_no_number_stays_to_be_corrected_and_is_never_an_answer) {
  Visitor visitor = at_question("people");
  visitor.types("1/2");
  visitor.goes_on();
  const auto view = visitor.shows<QuestionView>();
  EXPECT_EQ(view.problem, "Please check your answer.");
  EXPECT_EQ(std::get<TextBody>(view.body).text, "1/2");
  visitor.wants(intent::Back{});
  EXPECT_FALSE(visitor.draft().answers.contains("people"));
}

TEST(kiosk_number, an_empty_field_is_no_answer) {
  Visitor visitor = at_question("people");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().page, "bye");
}

TEST(kiosk_scale, offers_every_value) {
  EXPECT_EQ(scale_values({1, 5, 1}), (std::vector<double>{1, 2, 3, 4, 5}));
  EXPECT_EQ(scale_values({0, 17, 1}).size(), 18U);
  EXPECT_EQ(scale_values({0, 100, 1})[37], 37);
  EXPECT_EQ(scale_values({3, 3, 1}), std::vector<double>{3});
}

TEST(kiosk_scale, every_step_is_a_possible_answer) {
  Question question;
  question.kind = Range{1, 20, 1};
  for (const double value : scale_values({1, 20, 1}))
    EXPECT_EQ(check_answer(question, value), AnswerProblem::kNone) << value;
}

TEST(kiosk_scale, a_scale_without_sense_has_no_steps) {
  EXPECT_TRUE(scale_values({1, 5, 0}).empty());
  EXPECT_TRUE(scale_values({5, 1, 1}).empty());
}

TEST(kiosk_scale, numbers_are_written_without_a_tail_of_zeros) {
  EXPECT_EQ(number_text(10), "10");
  EXPECT_EQ(number_text(2.5), "2.5");
  EXPECT_EQ(number_text(-1), "-1");
}

}  // namespace
