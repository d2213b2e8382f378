// SPDX-License-Identifier: Apache-2.0
#include "hub/arrival/arrival.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/domain/digest.h"
#include "tests/hub/events.h"

namespace tertulia::hub {
namespace {

using testing::HasSubstr;
using testing::Not;

const Device kDevice;

template <class T>
T sorted(const Message& message) {
  const Arrival arrival = sort_message(message);
  if (const auto* found = std::get_if<T>(&arrival)) return *found;
  ADD_FAILURE() << "sorted as alternative " << arrival.index();
  return {};
}

Message structured(const Message& binary) {
  Message message = binary;
  message.payload = wire::to_structured(wire::from_message(binary).value());
  message.content_type = "application/cloudevents+json";
  message.properties.clear();
  return message;
}

TEST(sorting, feedback_keeps_its_answers_and_its_room_and_names_its_row_apart) {
  const auto given = sorted<arrival::Feedback>(feedback(kDevice, 7));
  EXPECT_EQ(given.at.origin.device, "kiosk-1");
  EXPECT_EQ(given.at.sequence, 7u);
  EXPECT_EQ(given.row.id, submission_id(7).text());
  EXPECT_EQ(given.row.programme, "demo");
  EXPECT_EQ(given.row.room, "main-hall");
  EXPECT_EQ(given.row.state, "submitted");
  EXPECT_EQ(given.row.answers, R"({"mood":"good","wish":"wish 7"})");
}

TEST(sorting, structured_and_binary_mode_mean_the_same) {
  const auto binary = sorted<arrival::Feedback>(feedback(kDevice, 7));
  const auto wrapped = sorted<arrival::Feedback>(structured(feedback(kDevice, 7)));
  EXPECT_EQ(wrapped.row.id, binary.row.id);
  EXPECT_EQ(wrapped.row.answers, binary.row.answers);
  EXPECT_EQ(wrapped.at.sequence, binary.at.sequence);
}

TEST(sorting, other_events_keep_type_and_data) {
  const auto fact = sorted<arrival::Fact>(audit(kDevice, 3));
  EXPECT_THAT(fact.row.type, HasSubstr("audit"));
  EXPECT_THAT(fact.row.data, HasSubstr("start"));
  EXPECT_EQ(fact.at.epoch, "e1");
}

TEST(sorting, a_state_told_again_by_the_broker_is_not_fresh) {
  Message message = presence(kDevice, wire::PresenceState::kReady);
  EXPECT_TRUE(sorted<arrival::State>(message).fresh);
  message.retain = true;
  EXPECT_FALSE(sorted<arrival::State>(message).fresh);
}

TEST(sorting, an_event_that_speaks_for_another_device_is_poison) {
  Message forged = audit(kDevice, 3);
  forged.topic = wire::event_topic({"demo", "kiosk-2"}, EventKind::kAudit);
  EXPECT_EQ(sorted<arrival::Poison>(forged).row.topic, forged.topic);
}

TEST(sorting, garbage_on_any_topic_is_poison) {
  for (const char* topic :
       {"", "trt/1", "trt/1/demo/kiosk-1/state", "trt/1/demo/kiosk-1/meta", "x/y", "\xFF"}) {
    Message message;
    message.topic = topic;
    message.payload = std::string("\x00\xFF{[", 4);
    EXPECT_FALSE(sorted<arrival::Poison>(message).at.has_value());
  }
}

TEST(poison, names_its_row_where_the_attributes_can_be_read) {
  const auto kept = sorted<arrival::Poison>(poison(kDevice, 9));
  ASSERT_TRUE(kept.at.has_value());
  EXPECT_EQ(kept.at->epoch, "e1");
  EXPECT_EQ(kept.at->sequence, 9u);
  EXPECT_FALSE(kept.row.reason.empty());
}

TEST(poison, of_feedback_refuses_the_answer_by_its_id_and_its_bytes) {
  const Message message = poison(kDevice, 9, EventKind::kFeedback);
  const Refusal refusal{submission_id(9).text(), sha256_hex(message.payload), kUnreadable};
  EXPECT_EQ(sorted<arrival::Poison>(message).refusal, refusal);
  EXPECT_FALSE(sorted<arrival::Poison>(poison(kDevice, 9)).refusal);
}

TEST(poison, of_a_newer_version_in_structured_mode_names_its_row) {
  Message message = structured(audit(kDevice, 9));
  const std::size_t type = message.payload.find("audit.recorded");
  ASSERT_NE(type, std::string::npos);
  message.payload.replace(type, 14, "audit.invented");
  EXPECT_EQ(sorted<arrival::Poison>(message).at->sequence, 9u);
}

TEST(poison, a_row_number_outside_the_wire_format_names_no_row) {
  for (const char* wrong : {"", "0", "-1", "12x", "99999999999999999999", "9999999999999999"}) {
    Message message = poison(kDevice, 9);
    for (auto& [name, value] : message.properties)
      if (name == "sequence") value = wrong;
    EXPECT_FALSE(sorted<arrival::Poison>(message).at.has_value()) << wrong;
  }
}

TEST(poison, of_feedback_names_no_device_and_no_row) {
  for (const Message& message : {poison(kDevice, 9, EventKind::kFeedback), [] {
                                   Message wrapped = structured(feedback(kDevice, 9));
                                   const std::size_t form = wrapped.payload.find("\"form\"");
                                   wrapped.payload.replace(form, 6, "\"mrof\"");
                                   return wrapped;
                                 }()}) {
    const auto kept = sorted<arrival::Poison>(message);
    EXPECT_TRUE(kept.at.has_value());
    for (const std::string& text : {kept.row.topic, kept.row.attributes, kept.row.payload, kept.row.reason}) {
      EXPECT_THAT(text, Not(HasSubstr("kiosk-1")));
      EXPECT_THAT(text, Not(HasSubstr("e1")));
      EXPECT_THAT(text, Not(HasSubstr("00009")));
    }
  }
}

TEST(poison, of_feedback_that_cannot_be_taken_apart_stays_with_its_device) {
  Message message = structured(feedback(kDevice, 9));
  message.payload.pop_back();
  const auto kept = sorted<arrival::Poison>(message);
  EXPECT_EQ(kept.row.payload, "");
  EXPECT_FALSE(kept.at.has_value());
}

TEST(poison, nested_as_deep_as_a_packet_is_long_ends_no_stack_and_names_no_device) {
  const std::string brackets = std::string(32'000, '[') + std::string(32'000, ']');
  Message message = structured(feedback(kDevice, 7));
  message.payload.insert(message.payload.size() - 1, R"(,"deep":)" + brackets);
  for (const char* type : {"application/cloudevents+json", "application/json", ""}) {
    message.content_type = type;
    const auto poison = sorted<arrival::Poison>(message);
    EXPECT_EQ(poison.row.payload, "") << type;
    EXPECT_FALSE(poison.at) << type;
  }
}

TEST(poison, is_kept_within_bounds) {
  Message message = poison(kDevice, 9);
  message.payload.assign(1'000'000, 'x');
  EXPECT_EQ(sorted<arrival::Poison>(message).row.payload.size(), kLargestMessage);
}

}  // namespace
}  // namespace tertulia::hub
