// SPDX-License-Identifier: Apache-2.0
// What somebody reads whose answers a restart interrupted (firmware/docs/trust.md, I5), and until when.
#include <gtest/gtest.h>

#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

Visitor restarted(SaveResult save_result, const Language& language = "en") {
  Visitor visitor(at(10, 45));
  visitor.device_state.interrupted = {
      {SubmissionId({7}), 0, "magna", language, save_result == SaveResult::kSaved}};
  visitor.state = first_kiosk(visitor.context());
  return visitor;
}

TEST(kiosk_restart, says_that_the_answers_are_not_saved) {
  const auto notice = restarted(SaveResult::kNotSaved).shows<AttractView>().notice;
  ASSERT_TRUE(notice);
  EXPECT_NE(notice->text.find("not saved"), std::string::npos);
  EXPECT_EQ(notice->tone, Tone::kAmber);
}

TEST(kiosk_restart, says_that_the_answers_are_saved) {
  const auto notice = restarted(SaveResult::kSaved).shows<AttractView>().notice;
  ASSERT_TRUE(notice);
  EXPECT_NE(notice->text.find("are saved"), std::string::npos);
  EXPECT_EQ(notice->tone, Tone::kCalm);
}

TEST(kiosk_restart, says_nothing_where_nobody_was_interrupted) {
  Visitor visitor(at(10, 45));
  visitor.device_state.interrupted = {{SubmissionId({7}), 0, "verde", "en", false}};
  visitor.state = first_kiosk(visitor.context());
  EXPECT_FALSE(visitor.shows<AttractView>().notice);
}

TEST(kiosk_restart, tells_two_kiosks_of_one_room_each_what_became_of_its_own_person) {
  Visitor visitor(at(10, 45));
  visitor.device_state.interrupted = {{SubmissionId({7}), 0, "magna", "en", true},
                                      {SubmissionId({8}), 1, "magna", "es", false}};
  for (const int screen : {0, 1, 2}) {
    KioskContext context = visitor.context();
    context.screen = screen;
    const Kiosk first = first_kiosk(context);
    const auto save_result = std::get<kiosk::Attract>(first).save_result;
    EXPECT_EQ(save_result, screen == 0   ? std::optional(SaveResult::kSaved)
                           : screen == 1 ? std::optional(SaveResult::kNotSaved)
                                         : std::nullopt);
  }
}

// Versions before stored no screen.
TEST(kiosk_restart, without_a_screen_tells_the_room_that_answers_are_not_saved) {
  Visitor visitor(at(10, 45));
  visitor.device_state.interrupted = {{SubmissionId({7}), std::nullopt, "magna", "es", false},
                                      {SubmissionId({8}), std::nullopt, "magna", "en", true}};
  visitor.state = first_kiosk(visitor.context());
  EXPECT_EQ(std::get<kiosk::Attract>(visitor.state).save_result, SaveResult::kNotSaved);
  EXPECT_EQ(visitor.shows<AttractView>().tongue.language, "es");
}

TEST(kiosk_restart, speaks_the_language_of_the_interrupted_person_and_then_the_default_one) {
  Visitor visitor = restarted(SaveResult::kNotSaved, "es");
  EXPECT_EQ(visitor.shows<AttractView>().tongue.language, "es");
  visitor.waits(visitor.settings.idle);
  EXPECT_EQ(visitor.shows<AttractView>().tongue.language, "en");
  EXPECT_FALSE(visitor.shows<AttractView>().notice);
}

TEST(kiosk_restart, lets_the_person_answer_at_once_and_the_next_one_reads_nothing_of_it) {
  Visitor visitor = restarted(SaveResult::kNotSaved);
  visitor.chooses("useful", "4");
  visitor.storage_answers(true);
  visitor.wants(intent::Done{});
  EXPECT_FALSE(visitor.shows<AttractView>().notice);
}

TEST(kiosk_restart, who_was_thanked_needs_no_word_of_it_later) {
  for (const bool by_button : {true, false}) {
    Visitor visitor(at(10, 45));
    visitor.chooses("useful", "4");
    const SubmissionId id = visitor.sent().id;
    visitor.storage_answers(true);
    EXPECT_TRUE(visitor.letters<to_keeper::Thanked>().empty()) << "not yet read";
    by_button ? visitor.wants(intent::Done{}) : visitor.waits(visitor.settings.thanks);
    ASSERT_EQ(visitor.letters<to_keeper::Thanked>().size(), 1U);
    EXPECT_EQ(visitor.letters<to_keeper::Thanked>().front().id, id);
  }
}

}  // namespace
