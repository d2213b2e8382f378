// SPDX-License-Identifier: Apache-2.0
// In which order the keeper carries out what it was asked. Each request may take seconds on a slow card.
#include "firmware/app/keeper/backlog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia {
namespace {

using testing::ElementsAre;

Submission given_at(int screen, const std::string& mood = "") {
  Submission value;
  value.id = SubmissionId({static_cast<std::uint8_t>(screen + 1)});
  value.screen = screen;
  if (!mood.empty()) value.answers["mood"] = mood;
  return value;
}
to_keeper::SaveDraft draft(int screen, const std::string& mood = "") { return {given_at(screen, mood)}; }
to_keeper::CloseSubmission close(int screen) { return {given_at(screen, "sent"), {}}; }
to_keeper::Record event() { return {event::Audited{"start"}, {}}; }

class backlog : public testing::Test {
 protected:
  Backlog backlog_;

  // In words, all that is left, as it comes.
  std::vector<std::string> rest() {
    std::vector<std::string> words;
    while (const auto letter = backlog_.next()) {
      if (const auto* draft = std::get_if<to_keeper::SaveDraft>(&*letter))
        words.push_back("draft " + std::to_string(draft->submission.screen));
      else if (const auto* close = std::get_if<to_keeper::CloseSubmission>(&*letter))
        words.push_back("close " + std::to_string(close->submission.screen));
      else if (std::holds_alternative<to_keeper::Thanked>(*letter))
        words.emplace_back("thanked");
      else if (std::holds_alternative<to_keeper::KeepContact>(*letter))
        words.emplace_back("contact");
      else
        words.emplace_back("other");
    }
    return words;
  }
};

TEST_F(backlog, carries_out_what_nobody_waits_for_in_its_order) {
  backlog_.add({event(), to_keeper::CountInventory{}, event()});
  EXPECT_EQ(backlog_.size(), 3U);
  EXPECT_TRUE(std::holds_alternative<to_keeper::Record>(*backlog_.next()));
  EXPECT_TRUE(std::holds_alternative<to_keeper::CountInventory>(*backlog_.next()));
  EXPECT_TRUE(std::holds_alternative<to_keeper::Record>(*backlog_.next()));
  EXPECT_FALSE(backlog_.next());
}

TEST_F(backlog, keeps_of_each_submission_only_the_newest_draft) {
  backlog_.add({draft(0, "bad"), draft(1, "good")});
  backlog_.add({draft(0, "good")});
  EXPECT_EQ(backlog_.size(), 2U);
  const auto first = backlog_.next();
  EXPECT_EQ(std::get<to_keeper::SaveDraft>(*first).submission.screen, 1);
  const auto second = backlog_.next();
  EXPECT_EQ(std::get<to_keeper::SaveDraft>(*second).submission, given_at(0, "good"));
}

TEST_F(backlog, keeps_no_draft_of_a_submission_that_closes) {
  backlog_.add({draft(0), draft(1), close(0)});
  EXPECT_THAT(rest(), ElementsAre("close 0", "draft 1"));
}

TEST_F(backlog, lets_whoever_waits_at_the_glass_go_first) {
  backlog_.add({event(), draft(1), event(), to_keeper::Thanked{}, close(0), to_keeper::KeepContact{}});
  EXPECT_THAT(rest(), ElementsAre("thanked", "close 0", "contact", "draft 1", "other", "other"));
}

TEST_F(backlog, lets_drafts_and_everything_else_take_turns) {
  backlog_.add({event(), event(), event(), draft(0), draft(1)});
  EXPECT_THAT(rest(), ElementsAre("draft 0", "other", "draft 1", "other", "other"));
}

// A visitor who taps all the time must not keep an acknowledgement out.
TEST_F(backlog, lets_something_else_come_between_two_drafts_of_one_person) {
  backlog_.add({draft(0), event(), event()});
  EXPECT_TRUE(std::holds_alternative<to_keeper::SaveDraft>(*backlog_.next()));
  backlog_.add({draft(0)});
  EXPECT_THAT(rest(), ElementsAre("other", "draft 0", "other"));
}

}  // namespace
}  // namespace tertulia
