// SPDX-License-Identifier: Apache-2.0
// The life of one respondent at a kiosk: asking, saving, leaving, and nothing of it for the next one.
#include "firmware/app/kiosk/kiosk.h"

#include <gtest/gtest.h>

#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr auto kDuringStatus = [] { return at(10, 45); };

Visitor after_one_tap() {
  Visitor visitor(kDuringStatus());
  visitor.chooses("useful", "4");
  return visitor;
}

TEST(kiosk_pulse, one_tap_on_a_face_submits_a_form_of_one_question) {
  const Visitor visitor = after_one_tap();
  ASSERT_EQ(visitor.letters<to_keeper::CloseSubmission>().size(), 1U);
  EXPECT_EQ(visitor.sent().state, SubmissionState::kSubmitted);
  EXPECT_EQ(visitor.sent().answers, (std::map<std::string, AnswerValue>{{"useful", "4"}}));
}

TEST(kiosk_pulse, nobody_is_thanked_before_the_storage_has_it) {
  Visitor visitor = after_one_tap();
  EXPECT_TRUE(visitor.is_at<kiosk::Closing>());
  EXPECT_TRUE(visitor.shows<QuestionView>().busy);
  visitor.storage_answers(true);
  EXPECT_EQ(visitor.shows<ThanksView>().headline, "Thank you");
}

TEST(kiosk_pulse, a_second_tap_while_it_is_saved_does_nothing) {
  Visitor visitor = after_one_tap();
  visitor.chooses("useful", "1");
  visitor.goes_on();
  visitor.wants(intent::Back{});
  EXPECT_EQ(visitor.letters<to_keeper::CloseSubmission>().size(), 1U);
  EXPECT_EQ(visitor.letters<to_keeper::SaveDraft>().size(), 0U);
  EXPECT_TRUE(visitor.is_at<kiosk::Closing>());
}

TEST(kiosk_pulse, waiting_for_the_storage_does_not_count_as_walking_away) {
  Visitor visitor = after_one_tap();
  visitor.waits(120s);
  EXPECT_TRUE(visitor.is_at<kiosk::Closing>());
}

TEST(kiosk_pulse, what_was_not_saved_is_kept_and_said) {
  Visitor visitor = after_one_tap();
  visitor.storage_answers(false);
  const auto view = visitor.shows<QuestionView>();
  EXPECT_EQ(view.problem, "Not saved. Please tell the moderator, or try again.");
  EXPECT_EQ(view.next, "Try again");
  EXPECT_FALSE(view.busy);
  EXPECT_TRUE(std::get<FacesBody>(view.body).faces[3].chosen);
}

TEST(kiosk_pulse, trying_again_sends_the_same_submission_once_more) {
  Visitor visitor = after_one_tap();
  const Submission first = visitor.sent();
  visitor.storage_answers(false);
  visitor.goes_on();
  EXPECT_EQ(visitor.letters<to_keeper::CloseSubmission>().size(), 2U);
  EXPECT_EQ(visitor.sent(), first);
  visitor.storage_answers(true);
  EXPECT_TRUE(visitor.is_at<kiosk::Thanks>());
}

TEST(kiosk_pulse, the_answer_about_another_submission_is_ignored) {
  Visitor visitor = after_one_tap();
  const to_main::SubmissionClosed other{SubmissionId({9}), true, {}};
  visitor.state = apply(std::move(visitor.state), other, visitor.context()).state;
  EXPECT_TRUE(visitor.is_at<kiosk::Closing>());
}

TEST(kiosk_pulse, a_tap_for_a_question_that_is_no_longer_asked_opens_the_new_form_and_answers_nothing) {
  Visitor visitor(kDuringStatus());
  visitor.chooses("gone", "4");
  EXPECT_TRUE(visitor.is_at<kiosk::Asking>());
  EXPECT_TRUE(visitor.draft().answers.empty());
}

TEST(kiosk_submission, it_carries_form_hash_room_session_and_language) {
  const Submission sent = after_one_tap().sent();
  EXPECT_EQ(sent.form, "pulse");
  EXPECT_EQ(sent.form_hash, "hash-of-pulse");
  EXPECT_EQ(sent.room, "magna");
  EXPECT_EQ(sent.session, "status");
  EXPECT_EQ(sent.language, "en");
}

TEST(kiosk_submission, others_learn_of_no_finer_time_than_the_start_of_the_session) {
  const Visitor visitor = after_one_tap();
  EXPECT_EQ(visitor.letters<to_keeper::CloseSubmission>().back().time.label, at(10, 30).wall);
}

TEST(kiosk_submission, between_sessions_the_time_is_the_full_hour) {
  Visitor visitor(at(9, 41, 7));
  visitor.wants(intent::Begin{});
  visitor.wants(intent::Back{});
  EXPECT_EQ(visitor.letters<to_keeper::CloseSubmission>().back().time.label, at(9, 0).wall);
  EXPECT_EQ(visitor.sent().session, "");
}

TEST(kiosk_submission, it_belongs_to_the_session_in_which_it_was_opened) {
  Visitor visitor(at(12, 59, 50));
  visitor.wants(intent::Begin{});
  visitor.waits(20s);  // lunch is over
  visitor.wants(intent::Back{});
  EXPECT_EQ(visitor.sent().session, "lunch");
  EXPECT_EQ(visitor.letters<to_keeper::CloseSubmission>().back().time.label, at(12, 0).wall);
}

TEST(kiosk_submission, a_form_changes_only_between_respondents) {
  Visitor visitor(at(10, 29, 50));
  visitor.wants(intent::Begin{});
  visitor.waits(20s);  // the session with a form of its own has begun
  visitor.chooses("useful", "4");
  EXPECT_EQ(visitor.shows<QuestionView>().page, "obstacles");
  EXPECT_EQ(visitor.draft().form, "full");
}

TEST(kiosk_submission, a_closed_session_does_not_ask_its_own_form) {
  Visitor visitor(at(14, 10));
  visitor.wants(intent::Begin{});
  EXPECT_EQ(visitor.draft().form, "full");
}

TEST(kiosk_language, the_chosen_language_is_that_of_the_submission) {
  Visitor visitor(kDuringStatus());
  visitor.wants(intent::ChooseLanguage{"ar"});
  EXPECT_EQ(visitor.shows<AttractView>().headline, "ما مدى الفائدة؟");
  EXPECT_TRUE(visitor.shows<AttractView>().tongue.right_to_left);
  visitor.chooses("useful", "1");
  EXPECT_EQ(visitor.sent().language, "ar");
}

TEST(kiosk_language, a_language_that_nobody_uses_gives_way_to_the_default_one) {
  Visitor visitor;
  visitor.wants(intent::ChooseLanguage{"ar"});
  visitor.waits(44s);
  EXPECT_EQ(visitor.shows<AttractView>().tongue.language, "ar");
  visitor.waits(1s);
  EXPECT_EQ(visitor.shows<AttractView>().tongue.language, "en");
  EXPECT_TRUE(visitor.forgotten);
}

TEST(kiosk_language, a_finger_on_the_glass_keeps_the_language) {
  Visitor visitor;
  visitor.wants(intent::ChooseLanguage{"ar"});
  visitor.waits(30s);
  visitor.touches();
  visitor.waits(30s);
  EXPECT_EQ(visitor.shows<AttractView>().tongue.language, "ar");
}

TEST(kiosk_language, without_a_questionnaire_the_language_is_given_back_as_well) {
  Visitor visitor;
  visitor.device_state.pack.questionnaires.clear();
  visitor.wants(intent::ChooseLanguage{"fr"});
  visitor.wants(intent::Begin{});
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
  visitor.waits(45s);
  EXPECT_EQ(visitor.shows<AttractView>().tongue.language, "en");
}

TEST(kiosk_idle, after_a_while_it_asks_whether_someone_is_there) {
  Visitor visitor;
  visitor.wants(intent::Begin{});
  visitor.waits(44s);
  EXPECT_TRUE(visitor.is_at<kiosk::Asking>());
  visitor.waits(1s);
  EXPECT_EQ(visitor.shows<StillThereView>().headline, "Still there?");
}

TEST(kiosk_idle, any_touch_counts_as_being_there) {
  Visitor visitor;
  visitor.wants(intent::Begin{});
  visitor.waits(40s);
  visitor.touches();
  visitor.waits(40s);
  EXPECT_TRUE(visitor.is_at<kiosk::Asking>());
}

TEST(kiosk_idle, who_is_still_there_goes_on_where_they_were) {
  Visitor visitor;
  visitor.reaches("idea");
  visitor.types("ab");
  visitor.waits(45s);
  visitor.wants(intent::GoOn{});
  EXPECT_EQ(std::get<TextBody>(visitor.shows<QuestionView>().body).text, "ab");
  visitor.waits(44s);
  EXPECT_TRUE(visitor.is_at<kiosk::Asking>());
}

TEST(kiosk_idle, who_has_gone_leaves_an_abandoned_submission_with_the_answers_so_far) {
  Visitor visitor;
  visitor.chooses("useful", "2");
  visitor.waits(45s);
  visitor.waits(10s);
  EXPECT_EQ(visitor.sent().state, SubmissionState::kAbandoned);
  EXPECT_EQ(visitor.sent().answers, (std::map<std::string, AnswerValue>{{"useful", "2"}}));
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
  EXPECT_TRUE(visitor.forgotten);
}

TEST(kiosk_idle, what_was_typed_and_not_sent_is_erased_when_its_writer_has_gone) {
  Visitor visitor;
  visitor.reaches("idea");
  visitor.types("yes");
  visitor.waits(45s);
  visitor.waits(10s);
  EXPECT_FALSE(visitor.sent().answers.contains("idea"));
  EXPECT_TRUE(visitor.sent().answers.contains("obstacles")) << "what was chosen is kept, as the visit says";
}

TEST(kiosk_idle, what_was_typed_on_an_earlier_page_is_erased_too) {
  Visitor visitor;
  visitor.reaches("people");
  visitor.types("12");
  visitor.wants(intent::Next{});
  EXPECT_EQ(visitor.draft().answers.at("people"), AnswerValue{std::int64_t{12}});
  visitor.waits(45s);
  visitor.wants(intent::StartOver{});
  EXPECT_FALSE(visitor.sent().answers.contains("people"));
}

TEST(kiosk_idle, a_number_that_is_not_possible_is_not_kept) {
  Visitor visitor;
  visitor.reaches("people");
  visitor.types("999");
  visitor.waits(45s);
  visitor.waits(10s);
  EXPECT_FALSE(visitor.sent().answers.contains("people"));
}

TEST(kiosk_idle, a_visit_that_drops_abandoned_answers_keeps_none_of_them) {
  Visitor visitor;
  visitor.settings.abandoned = Abandoned::kDrop;
  visitor.chooses("useful", "2");
  visitor.wants(intent::Back{});
  visitor.wants(intent::Back{});
  EXPECT_EQ(visitor.sent().state, SubmissionState::kAbandoned);
  EXPECT_TRUE(visitor.sent().answers.empty());
}

TEST(kiosk_idle, start_over_abandons_at_once) {
  Visitor visitor;
  visitor.chooses("useful", "2");
  visitor.waits(45s);
  visitor.wants(intent::StartOver{});
  EXPECT_EQ(visitor.sent().state, SubmissionState::kAbandoned);
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
}

TEST(kiosk_reset, nothing_of_a_respondent_is_left) {
  Visitor visitor;
  visitor.settings.offered = {"en", "fr"};
  const View fresh = kiosk_view(visitor.state, visitor.context());
  visitor.wants(intent::ChooseLanguage{"fr"});
  visitor.chooses("useful", "1");
  visitor.chooses("obstacles", "trust");
  visitor.waits(45s);
  visitor.waits(10s);
  const auto* attract = std::get_if<kiosk::Attract>(&visitor.state);
  ASSERT_TRUE(attract);
  EXPECT_EQ(attract->language, "en");
  EXPECT_FALSE(attract->last_touch);
  EXPECT_EQ(std::get<AttractView>(fresh).languages, visitor.shows<AttractView>().languages);
  EXPECT_EQ(std::get<AttractView>(fresh).faces, visitor.shows<AttractView>().faces);
}

TEST(kiosk_reset, the_thank_you_goes_away_by_itself_and_the_glass_forgets) {
  Visitor visitor = after_one_tap();
  visitor.storage_answers(true);
  visitor.waits(5999ms);
  EXPECT_TRUE(visitor.is_at<kiosk::Thanks>());
  visitor.waits(1ms);
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
  EXPECT_TRUE(visitor.forgotten);
}

TEST(kiosk_reset, done_brings_the_next_person_at_once) {
  Visitor visitor = after_one_tap();
  visitor.storage_answers(true);
  visitor.wants(intent::Done{});
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
  EXPECT_TRUE(visitor.forgotten);
}

TEST(kiosk_reset, each_respondent_gets_the_id_that_was_fresh_at_the_opening) {
  Visitor visitor;
  visitor.wants(intent::Begin{});
  EXPECT_EQ(visitor.draft().id, SubmissionId({1, 2, 3, 4}));
}

}  // namespace
