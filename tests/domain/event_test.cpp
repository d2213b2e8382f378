// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/event.h"

#include <map>

#include <gtest/gtest.h>

namespace tertulia {
namespace {

TEST(event, each_fact_has_its_kind) {
  const std::vector<std::pair<Event, EventKind>> kinds = {{event::FeedbackSubmitted{}, EventKind::kFeedback},
                                                          {event::SessionStarted{}, EventKind::kSession},
                                                          {event::SessionEnded{}, EventKind::kSession},
                                                          {event::TimerChanged{}, EventKind::kTimer},
                                                          {event::PackLoaded{}, EventKind::kContent},
                                                          {event::NoteTaken{}, EventKind::kContent},
                                                          {event::HealthReported{}, EventKind::kHealth},
                                                          {event::Audited{}, EventKind::kAudit},
                                                          {event::GapMade{}, EventKind::kGap},
                                                          {event::ContactSealed{}, EventKind::kContact},
                                                          {event::AnswersReleased{}, EventKind::kContent}};
  ASSERT_EQ(kinds.size(), std::variant_size_v<Event>);
  for (const auto& [event, kind] : kinds) EXPECT_EQ(kind_of(event), kind) << event.index();
}

TEST(event, words_of_kinds_are_topic_levels) {
  const std::map<EventKind, std::string_view> words = {
      {EventKind::kFeedback, "feedback"}, {EventKind::kSession, "session"}, {EventKind::kTimer, "timer"},
      {EventKind::kContent, "content"},   {EventKind::kHealth, "health"},   {EventKind::kAudit, "audit"},
      {EventKind::kGap, "gap"},           {EventKind::kContact, "contact"}};
  for (const auto& [kind, word] : words) {
    EXPECT_EQ(to_text(kind), word);
    EXPECT_EQ(event_kind_from(word).value(), kind);
  }
}

TEST(event, an_unknown_kind_is_refused) {
  EXPECT_FALSE(event_kind_from("").ok());
  EXPECT_FALSE(event_kind_from("Feedback").ok());
  EXPECT_FALSE(event_kind_from("feedback/+").ok());
}

}  // namespace
}  // namespace tertulia
