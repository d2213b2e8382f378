// SPDX-License-Identifier: Apache-2.0
// What a kiosk shows in each of its states, and when that changes by itself.
#include <gtest/gtest.h>

#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

BootTime until_next(const Visitor& visitor) {
  return next_change(visitor.state, visitor.context()) - visitor.now.boot;
}

TEST(kiosk_attract, the_first_question_stands_on_it_when_one_tap_answers) {
  const auto view = Visitor(at(10, 45)).shows<AttractView>();
  EXPECT_EQ(view.title, "Status of the artist");
  EXPECT_EQ(view.room, "Sala Magna");
  EXPECT_EQ(view.clock, "10:45");
  EXPECT_EQ(view.headline, "How useful was it?");
  EXPECT_EQ(view.question, "useful");
  EXPECT_EQ(view.faces.size(), 5U);
  EXPECT_EQ(view.begin, "");
}

TEST(kiosk_attract, a_form_of_another_kind_has_a_button_to_begin) {
  Visitor visitor;
  visitor.device_state.pack.questionnaires[1].pages.erase(
      visitor.device_state.pack.questionnaires[1].pages.begin());
  const auto view = visitor.shows<AttractView>();
  EXPECT_EQ(view.headline, "Your feedback");
  EXPECT_TRUE(view.faces.empty());
  EXPECT_EQ(view.begin, "Begin");
}

// The long form of the sample visit, with these questions on its only page.
Visitor asked(std::vector<Question> questions) {
  Visitor visitor;
  visitor.device_state.pack.questionnaires[1].pages = {
      {LocalizedText("en", "How was it?"), std::move(questions)}};
  return visitor;
}
Question one_of_two(const std::string& name, ChoiceLook look) {
  Question question;
  question.name = name;
  question.label = LocalizedText("en", "About " + name);
  question.kind =
      SelectOne{{{"bad", LocalizedText("en", "Bad")}, {"good", LocalizedText("en", "Good")}}, look};
  return question;
}

TEST(kiosk_likert, its_choices_are_the_steps_of_a_matrix) {
  Visitor visitor = asked({one_of_two("food", ChoiceLook::kLikert), one_of_two("room", ChoiceLook::kLikert)});
  visitor.wants(intent::Begin{});
  visitor.chooses("room", "good");
  const auto view = visitor.shows<QuestionView>();
  EXPECT_EQ(view.headline, "How was it?");
  const auto& body = std::get<ScaleBody>(view.body);
  EXPECT_EQ(body.steps, (std::vector<std::string>{"Bad", "Good"}));
  EXPECT_EQ(body.choices, (std::vector<std::string>{"bad", "good"}));
  ASSERT_EQ(body.rows.size(), 2U);
  EXPECT_EQ(body.rows[0].label, "About food");
  EXPECT_FALSE(body.rows[0].chosen);
  EXPECT_EQ(body.rows[1].chosen, 1);
  visitor.goes_on();
  EXPECT_EQ(visitor.sent().answers, (Answers{{"room", std::string("good")}}));
}

TEST(kiosk_likert, a_row_that_must_be_answered_is_marked) {
  Visitor visitor = asked({one_of_two("food", ChoiceLook::kLikert), one_of_two("room", ChoiceLook::kLikert)});
  visitor.device_state.pack.questionnaires[1].pages[0].questions[1].required = true;
  visitor.wants(intent::Begin{});
  visitor.goes_on();
  const auto body = std::get<ScaleBody>(visitor.shows<QuestionView>().body);
  EXPECT_FALSE(body.rows[0].missing);
  EXPECT_TRUE(body.rows[1].missing);
}

TEST(kiosk_likert, a_hint_of_one_row_stands_in_that_row) {
  Visitor visitor = asked({one_of_two("food", ChoiceLook::kLikert), one_of_two("room", ChoiceLook::kLikert)});
  auto& questions = visitor.device_state.pack.questionnaires[1].pages[0].questions;
  questions[1].hint = LocalizedText("en", "The large one");
  visitor.wants(intent::Begin{});
  EXPECT_EQ(visitor.shows<QuestionView>().hint, "");
  EXPECT_EQ(std::get<ScaleBody>(visitor.shows<QuestionView>().body).rows[1].label,
            "About room\nThe large one");
  questions[0].hint = questions[1].hint;
  visitor.wants(intent::Back{});
  visitor.wants(intent::Begin{});
  EXPECT_EQ(visitor.shows<QuestionView>().hint, "The large one");
  EXPECT_EQ(std::get<ScaleBody>(visitor.shows<QuestionView>().body).rows[1].label, "About room");
}

TEST(kiosk_quick, one_tap_answers_and_goes_on_and_back_takes_it_back) {
  Visitor visitor = asked({one_of_two("food", ChoiceLook::kQuick), one_of_two("room", ChoiceLook::kQuick)});
  EXPECT_EQ(visitor.shows<AttractView>().begin, "Begin");  // only faces stand on the attract screen
  visitor.wants(intent::Begin{});
  visitor.chooses("food", "bad");
  EXPECT_EQ(visitor.shows<QuestionView>().page, "room");
  visitor.wants(intent::Back{});
  EXPECT_TRUE(std::get<ChoicesBody>(visitor.shows<QuestionView>().body).choices[0].chosen);
  visitor.chooses("food", "good");
  visitor.chooses("room", "good");
  EXPECT_EQ(visitor.sent().answers, (Answers{{"food", std::string("good")}, {"room", std::string("good")}}));
}

TEST(kiosk_attract, a_question_too_long_for_it_waits_behind_the_button) {
  Visitor visitor(at(10, 45));
  for (Questionnaire& form : visitor.device_state.pack.questionnaires)
    form.pages[0].questions[0].label = LocalizedText("en", std::string(121, 'w'));
  const auto view = visitor.shows<AttractView>();
  EXPECT_TRUE(view.faces.empty());
  EXPECT_EQ(view.begin, "Begin");
}

TEST(kiosk_question, bears_the_title_of_its_group_and_a_matrix_has_it_as_headline) {
  Visitor visitor;
  auto& pages = visitor.device_state.pack.questionnaires[1].pages;
  pages.erase(pages.begin());
  pages[0].title = LocalizedText("en", "Back home");
  visitor.wants(intent::Begin{});
  EXPECT_EQ(visitor.shows<QuestionView>().group, "Back home");
  visitor.chooses("obstacles", "slow");
  visitor.goes_on();
  EXPECT_EQ(visitor.shows<QuestionView>().headline, "How much do you agree?");
  EXPECT_EQ(visitor.shows<QuestionView>().group, "");
}

TEST(kiosk_attract, without_a_questionnaire_it_shows_the_programme) {
  Visitor visitor;
  visitor.device_state.pack.questionnaires.clear();
  EXPECT_FALSE(visitor.shows<ProgrammeView>().rows.empty());
}

TEST(kiosk_attract, between_sessions_it_bears_the_name_of_the_visit) {
  EXPECT_EQ(Visitor(at(9, 0)).shows<AttractView>().title, "Exchange visit");
}

TEST(kiosk_attract, a_closed_session_is_only_that) {
  const auto view = Visitor(at(14, 10)).shows<AttractView>();
  EXPECT_EQ(view.title, "Closed session");
  std::string all = view.title + view.room + view.headline + view.question + view.begin + view.privacy;
  for (const ChoiceButton& face : view.faces) all += face.name + face.label;
  for (const std::string_view secret : kSecrets) EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

TEST(kiosk_attract, every_language_is_offered_in_its_own_script) {
  const auto languages = Visitor().shows<AttractView>().languages;
  ASSERT_EQ(languages.size(), 3U);
  EXPECT_EQ(languages[1].name, "Français");
  EXPECT_EQ(languages[2].name, "العربية");
  EXPECT_TRUE(languages[0].chosen);
}

TEST(kiosk_attract, a_device_may_offer_fewer_languages) {
  Visitor visitor;
  visitor.settings.offered = {"ar", "en"};
  const auto languages = visitor.shows<AttractView>().languages;
  ASSERT_EQ(languages.size(), 2U);
  EXPECT_EQ(languages[0].language, "ar");
}

TEST(kiosk_question, it_says_how_far_one_is) {
  Visitor visitor;
  visitor.chooses("useful", "1");
  const auto view = visitor.shows<QuestionView>();
  EXPECT_EQ(view.number, 2);
  EXPECT_EQ(view.total, 6);
  EXPECT_EQ(view.progress, "\u20682\u2069 of \u20686\u2069");
  EXPECT_EQ(view.next, "Next");
}

TEST(kiosk_question, the_last_one_sends) {
  Visitor visitor;
  visitor.reaches("bye");
  EXPECT_EQ(visitor.shows<QuestionView>().next, "Send");
  EXPECT_EQ(visitor.shows<QuestionView>().skip, "");  // there is nothing to skip in a note
}

TEST(kiosk_question, a_missing_translation_is_never_blank) {
  Visitor visitor;
  visitor.wants(intent::ChooseLanguage{"ar"});
  visitor.chooses("useful", "1");
  EXPECT_EQ(visitor.shows<QuestionView>().headline, "Which obstacles do you expect?");
  EXPECT_EQ(visitor.shows<QuestionView>().next, "التالي");
}

TEST(kiosk_question, not_saved_is_said_only_where_it_happened) {
  Visitor visitor;
  visitor.reaches("bye");
  visitor.goes_on();
  visitor.storage_answers(false);
  EXPECT_EQ(visitor.shows<QuestionView>().next, "Try again");
  visitor.wants(intent::Back{});
  EXPECT_EQ(visitor.shows<QuestionView>().problem, "");
  EXPECT_EQ(visitor.shows<QuestionView>().next, "Next");
}

TEST(kiosk_thanks, it_counts_the_voices_once_there_are_several) {
  Visitor visitor(at(10, 45));
  visitor.chooses("useful", "5");
  visitor.storage_answers(true, {.voices_in_session = 43});
  EXPECT_EQ(visitor.shows<ThanksView>().detail,
            "Your answer is saved on this device. \u2068"
            "43\u2069 voices so far in this session.");
}

TEST(kiosk_thanks, the_first_voice_is_not_counted_aloud) {
  Visitor visitor(at(10, 45));
  visitor.chooses("useful", "5");
  visitor.storage_answers(true, {.voices_in_session = 1});
  EXPECT_EQ(visitor.shows<ThanksView>().detail, "Your answer is saved on this device.");
}

TEST(kiosk_thanks, it_speaks_the_language_of_the_respondent) {
  Visitor visitor(at(10, 45));
  visitor.wants(intent::ChooseLanguage{"fr"});
  visitor.chooses("useful", "5");
  visitor.storage_answers(true);
  EXPECT_EQ(visitor.shows<ThanksView>().headline, "Merci");
}

TEST(kiosk_choices, a_device_with_large_targets_shows_two_at_a_time_and_sends_the_same) {
  for (const int at_once : {0, 2}) {
    Visitor visitor;
    visitor.settings.large_targets = at_once > 0;
    visitor.reaches("obstacles");
    EXPECT_EQ(std::get<ChoicesBody>(visitor.shows<QuestionView>().body).at_once, at_once);
    visitor.chooses("obstacles", "slow");
    EXPECT_EQ(visitor.draft().answers.at("obstacles"), AnswerValue{std::vector<std::string>{"slow"}});
  }
}

TEST(kiosk_scale, a_device_with_large_targets_shows_one_row_at_a_time) {
  Visitor visitor;
  visitor.settings.large_targets = true;
  visitor.reaches("learned");
  EXPECT_EQ(std::get<ScaleBody>(visitor.shows<QuestionView>().body).at_once, 1);
}

TEST(kiosk_scale, a_row_that_must_be_answered_is_marked_from_next_until_it_is_answered) {
  Visitor visitor;
  visitor.reaches("learned");
  const auto missing = [&visitor](std::size_t row) {
    return std::get<ScaleBody>(visitor.shows<QuestionView>().body).rows[row].missing;
  };
  EXPECT_FALSE(missing(1));
  visitor.goes_on();
  EXPECT_FALSE(missing(0));
  EXPECT_TRUE(missing(1));
  visitor.wants(intent::ChooseStep{"heard", 4});
  EXPECT_FALSE(missing(1));
}

TEST(kiosk_thanks, the_ring_runs_to_the_moment_at_which_the_next_person_may_come) {
  Visitor visitor(at(10, 45));
  visitor.chooses("useful", "5");
  visitor.storage_answers(true);
  EXPECT_EQ(visitor.shows<ThanksView>().ring, (RingTime{visitor.now.boot + 6s, 6s}));
  EXPECT_EQ(until_next(visitor), 6s);
}

TEST(kiosk_thanks, while_its_ring_runs_the_view_stays_the_same) {
  Visitor visitor(at(10, 45));
  visitor.chooses("useful", "5");
  visitor.storage_answers(true);
  const auto before = visitor.shows<ThanksView>();
  visitor.waits(3s);
  EXPECT_EQ(visitor.shows<ThanksView>(), before);
}

TEST(kiosk_thanks, a_device_without_a_pause_for_thanks_still_works) {
  Visitor visitor(at(10, 45));
  visitor.settings.thanks = 0s;
  visitor.chooses("useful", "5");
  visitor.storage_answers(true);
  EXPECT_LE(visitor.shows<ThanksView>().ring.until, visitor.now.boot);
  EXPECT_LE(until_next(visitor), 0ns);
}

TEST(kiosk_wakes, at_rest_only_the_minute_of_the_clock_wakes_it) {
  EXPECT_EQ(until_next(Visitor(at(9, 0, 20))), 40s);
}

TEST(kiosk_wakes, a_question_waits_for_nothing_but_the_idle_time) {
  Visitor visitor(at(9, 0, 20));
  visitor.wants(intent::Begin{});
  EXPECT_EQ(until_next(visitor), 45s);
}

TEST(kiosk_wakes, a_chosen_language_waits_for_its_end_as_well) {
  Visitor visitor(at(9, 0, 1));
  visitor.wants(intent::ChooseLanguage{"fr"});
  EXPECT_EQ(until_next(visitor), 45s);
}

}  // namespace
