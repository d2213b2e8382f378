// SPDX-License-Identifier: Apache-2.0
// What a kiosk shows and does while the store is slow, or takes nothing (decision 117).
#include <gtest/gtest.h>

#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr SubmissionId kBefore;  // of the person who has left

TEST(kiosk_storage, the_button_says_that_answers_are_being_saved_when_that_takes_long) {
  Visitor visitor(at(10, 45));
  visitor.chooses("useful", "4");
  EXPECT_EQ(visitor.shows<QuestionView>().next, "Send");
  EXPECT_EQ(next_change(visitor.state, visitor.context()), visitor.now.boot + 300ms);
  visitor.waits(299ms);
  EXPECT_EQ(visitor.shows<QuestionView>().next, "Send");
  visitor.waits(1ms);
  EXPECT_EQ(visitor.shows<QuestionView>().next, "Saving…");
  visitor.waits(20s);
  EXPECT_EQ(visitor.shows<QuestionView>().next, "Saving…");
  visitor.storage_answers(false);
  EXPECT_EQ(visitor.shows<QuestionView>().next, "Try again");
}

TEST(kiosk_storage, whoever_comes_before_the_last_person_is_noted_waits_and_what_was_touched_counts_then) {
  Visitor visitor(at(10, 45));
  visitor.before = Before::kLeaving;
  visitor.chooses("useful", "4");
  EXPECT_TRUE(visitor.letters<to_keeper::SaveDraft>().empty());
  EXPECT_FALSE(visitor.shows<AttractView>().notice);
  visitor.waits(300ms);
  EXPECT_EQ(visitor.shows<AttractView>().notice.value().text, "One moment, please");
  visitor.before = Before::kLeft;
  visitor.hears(to_main::Left{kBefore, true});
  EXPECT_EQ(visitor.sent().answers.at("useful"), AnswerValue("4"));
}

TEST(kiosk_storage, of_two_touches_while_it_waits_the_last_one_counts) {
  Visitor visitor(at(10, 45));
  visitor.before = Before::kLeaving;
  visitor.chooses("useful", "4");
  visitor.chooses("useful", "1");
  visitor.before = Before::kLeft;
  visitor.hears(to_main::Left{kBefore, true});
  EXPECT_EQ(visitor.letters<to_keeper::CloseSubmission>().size(), 1U);
  EXPECT_EQ(visitor.sent().answers.at("useful"), AnswerValue("1"));
}

TEST(kiosk_storage, where_the_store_refuses_to_note_it_no_answers_are_taken_and_why_is_said) {
  Visitor visitor(at(10, 45));
  visitor.before = Before::kLeaving;
  visitor.chooses("useful", "4");
  visitor.before = Before::kRefused;
  visitor.device_state.store_problem = "The disk is full.";
  visitor.hears(to_main::Left{kBefore, false});
  const auto view = visitor.shows<AttractView>();
  EXPECT_EQ(view.headline, "No answers can be taken here now");
  EXPECT_NE(view.why.find("The disk is full."), std::string::npos);
  EXPECT_TRUE(view.faces.empty());
  EXPECT_EQ(view.begin, "");
  EXPECT_FALSE(view.notice);
  visitor.chooses("useful", "4");  // a finger that was on its way
  EXPECT_TRUE(visitor.letters<to_keeper::CloseSubmission>().empty());
}

TEST(kiosk_storage, a_storage_that_is_closed_since_the_start_takes_no_answers_and_the_menu_offers_none) {
  Visitor visitor;
  visitor.device_state.store_closed = "store.db cannot be opened.";
  visitor.wants(intent::Begin{});
  EXPECT_NE(visitor.shows<AttractView>().why.find("cannot be opened"), std::string::npos);
  visitor.wants(intent::ShowMenu{});
  for (const MenuItem& item : visitor.shows<MenuView>().items) EXPECT_NE(item.kind, MenuItemKind::kFeedback);
}

TEST(kiosk_storage, a_form_whose_first_draft_is_refused_closes_and_forgets_its_person) {
  Visitor visitor;
  visitor.wants(intent::Begin{});
  const SubmissionId id = visitor.draft().id;
  visitor.hears(to_main::NotBegun{kBefore});
  EXPECT_TRUE(visitor.is_at<kiosk::Asking>()) << "that was somebody else";
  visitor.hears(to_main::NotBegun{id});
  EXPECT_TRUE(visitor.is_at<kiosk::Attract>());
  EXPECT_TRUE(visitor.forgotten);
  EXPECT_EQ(visitor.sent().id, id);
  EXPECT_EQ(visitor.sent().state, SubmissionState::kAbandoned);
}

TEST(kiosk_storage, whoever_is_refused_goes_on_in_the_language_that_they_chose) {
  Visitor visitor;
  visitor.wants(intent::ChooseLanguage{"fr"});
  visitor.wants(intent::Begin{});
  visitor.hears(to_main::NotBegun{visitor.draft().id});
  EXPECT_EQ(std::get<kiosk::Attract>(visitor.state).language, "fr");
  visitor.wants(intent::Begin{});
  EXPECT_EQ(visitor.draft().language, "fr");
}

TEST(kiosk_storage, the_next_one_finds_the_language_of_the_place_again) {
  Visitor visitor;
  visitor.wants(intent::ChooseLanguage{"fr"});
  visitor.wants(intent::Begin{});
  visitor.hears(to_main::NotBegun{visitor.draft().id});
  visitor.waits(visitor.context().settings.idle);
  EXPECT_EQ(std::get<kiosk::Attract>(visitor.state).language, "en");
}

}  // namespace
