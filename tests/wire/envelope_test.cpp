// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/wire/samples.h"

namespace tertulia {
namespace {

wire::Envelope some_envelope() {
  return wire::to_envelope(event::SessionStarted{"ballroom", PublicId::received("opening")}, some_stamp());
}
Message some_message() { return wire::to_message(some_envelope(), some_origin()); }

Message without(const std::string& attribute) {
  Message message = some_message();
  std::erase_if(message.properties, [&](const auto& each) { return each.first == attribute; });
  return message;
}
Message with(const std::string& attribute, const std::string& value) {
  Message message = without(attribute);
  message.properties.emplace_back(attribute, value);
  return message;
}

TEST(envelope, is_identified_by_epoch_and_sequence) {
  EXPECT_EQ(some_envelope().id, "e7f3-42");
  EXPECT_EQ(some_envelope().source, "/trt/valley/kiosk-1");
}

TEST(envelope, of_feedback_is_identified_by_the_submission) {
  EXPECT_EQ(wire::to_envelope(sample<0>(), some_stamp()).id, some_id().text());
}

TEST(envelope, binary_mode_has_one_user_property_per_attribute_without_prefix) {
  const auto message = some_message();
  EXPECT_EQ(message.topic, "trt/1/valley/kiosk-1/ev/session");
  EXPECT_EQ(message.content_type, "application/json");
  EXPECT_EQ(message.property("specversion"), "1.0");
  EXPECT_EQ(message.property("id"), "e7f3-42");
  EXPECT_EQ(message.property("type"), "org.tertulia.session.started.v1");
  EXPECT_EQ(message.property("time"), "2027-05-11T14:30:00Z");
  EXPECT_EQ(message.property("sequence"), "0000000000000042");
  EXPECT_EQ(message.property("recordedtime"), "2027-05-11T14:31:02.250Z");
  EXPECT_EQ(message.property("epoch"), "e7f3");
  EXPECT_EQ(message.property("clockquality"), "synced");
  EXPECT_EQ(message.payload, R"({"room":"ballroom","session":"opening"})");
  EXPECT_FALSE(message.retain);
  EXPECT_EQ(message.qos, 1);
}

TEST(envelope, only_health_expires) {
  for (const auto& event : every_event()) {
    const auto expiry =
        wire::to_message(wire::to_envelope(event, some_stamp()), some_origin()).expiry_seconds;
    EXPECT_EQ(expiry, kind_of(event) == EventKind::kHealth ? std::optional(3600U) : std::nullopt);
  }
}

TEST(envelope, every_event_survives_both_modes) {
  for (const auto& event : every_event()) {
    const auto envelope = wire::to_envelope(event, some_stamp());
    const auto binary = wire::from_message(wire::to_message(envelope, some_origin()));
    ASSERT_TRUE(binary.ok()) << binary.error().message;
    EXPECT_EQ(binary.value(), envelope);
    const auto structured = wire::from_structured(wire::to_structured(envelope));
    ASSERT_TRUE(structured.ok()) << structured.error().message;
    EXPECT_EQ(structured.value(), envelope);
  }
}

TEST(envelope, structured_mode_is_accepted_on_the_bus) {
  Message message;
  message.topic = "trt/1/valley/kiosk-1/ev/session";
  message.content_type = "application/cloudevents+json; charset=utf-8";
  message.payload = wire::to_structured(some_envelope());
  const auto envelope = wire::from_message(message);
  ASSERT_TRUE(envelope.ok()) << envelope.error().message;
  EXPECT_EQ(envelope.value(), some_envelope());
}

TEST(envelope, structured_mode_holds_the_data_as_json_not_as_text) {
  const auto json = nlohmann::json::parse(wire::to_structured(some_envelope()));
  EXPECT_EQ(json["data"]["room"], "ballroom");
  EXPECT_EQ(json["datacontenttype"], "application/json");
}

TEST(envelope, every_attribute_is_required) {
  for (const auto& [attribute, value] : some_message().properties) {
    const auto envelope = wire::from_message(without(attribute));
    ASSERT_FALSE(envelope.ok()) << attribute;
    EXPECT_NE(envelope.error().message.find(attribute), std::string::npos) << envelope.error().message;
  }
}

TEST(envelope, an_attribute_that_is_given_twice_is_refused) {
  Message message = some_message();
  message.properties.emplace_back("id", "other");
  EXPECT_FALSE(wire::from_message(message).ok());
}

TEST(envelope, attributes_are_checked) {
  EXPECT_TRUE(wire::from_message(some_message()).ok());
  EXPECT_FALSE(wire::from_message(with("specversion", "0.3")).ok());
  EXPECT_FALSE(wire::from_message(with("sequence", "42")).ok());
  EXPECT_FALSE(wire::from_message(with("sequence", "000000000000004x")).ok());
  EXPECT_FALSE(wire::from_message(with("sequence", "0000000000000000")).ok());
  EXPECT_FALSE(wire::from_message(with("time", "yesterday")).ok());
  EXPECT_FALSE(wire::from_message(with("clockquality", "perfect")).ok());
  EXPECT_FALSE(wire::from_message(with("id", "")).ok());
  EXPECT_FALSE(wire::from_message(with("id", std::string(300, 'a'))).ok());
  EXPECT_FALSE(wire::from_message(with("epoch", "a\nb")).ok());
  EXPECT_FALSE(wire::from_message(with("id", "\xFF\xFE")).ok());
}

TEST(envelope, nobody_speaks_for_another_device) {
  EXPECT_FALSE(wire::from_message(with("source", "/trt/valley/kiosk-2")).ok());
}

TEST(envelope, the_type_must_be_of_the_topic_s_kind) {
  EXPECT_FALSE(wire::from_message(with("type", "org.tertulia.health.reported.v1")).ok());
}

TEST(envelope, another_topic_or_content_type_is_refused) {
  Message message = some_message();
  message.topic = "trt/1/valley/kiosk-1/state";
  EXPECT_FALSE(wire::from_message(message).ok());
  message = some_message();
  message.content_type = "text/plain";
  EXPECT_FALSE(wire::from_message(message).ok());
  message.content_type = "application/cloudevents-batch+json";
  EXPECT_FALSE(wire::from_message(message).ok());
}

TEST(envelope, hostile_payloads_are_refused) {
  for (const auto& payload : {std::string(), std::string("[]"), std::string("{\"room\":\"\xFF\"}"),
                              std::string(70000, ' ') + "{}", std::string(100000, '{')}) {
    Message message = some_message();
    message.payload = payload;
    EXPECT_FALSE(wire::from_message(message).ok());
    message.content_type = "application/cloudevents+json";
    EXPECT_FALSE(wire::from_message(message).ok());
  }
}

TEST(envelope, a_thousand_attributes_are_refused) {
  Message message = some_message();
  for (int i = 0; i < 1000; ++i) message.properties.emplace_back("x" + std::to_string(i), "");
  EXPECT_FALSE(wire::from_message(message).ok());
}

}  // namespace
}  // namespace tertulia
