// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/topics.h"

#include <gtest/gtest.h>

namespace tertulia::wire {
namespace {

TEST(topics, a_level_is_short_and_has_no_text_of_people) {
  EXPECT_TRUE(is_level("kiosk-1"));
  EXPECT_TRUE(is_level(std::string(32, 'a')));
  for (const auto* text : {"", "Kiosk", "a b", "a/b", "+", "#", "é", "a_b"})
    EXPECT_FALSE(is_level(text)) << text;
  EXPECT_FALSE(is_level(std::string(33, 'a')));
}

TEST(topics, are_those_of_the_table) {
  const Origin origin{"valley", "kiosk-1"};
  EXPECT_EQ(event_topic(origin, EventKind::kFeedback), "trt/1/valley/kiosk-1/ev/feedback");
  EXPECT_EQ(state_topic(origin), "trt/1/valley/kiosk-1/state");
  EXPECT_EQ(meta_topic(origin), "trt/1/valley/kiosk-1/meta");
  EXPECT_EQ(ack_topic(origin), "trt/1/valley/kiosk-1/ack");
}

TEST(topics, of_a_device_are_taken_apart) {
  const auto topic = parse_device_topic("trt/1/valley/kiosk-1/ev/feedback");
  ASSERT_TRUE(topic);
  EXPECT_EQ(topic->origin.programme, "valley");
  EXPECT_EQ(topic->origin.device, "kiosk-1");
  EXPECT_EQ(topic->branch, "ev");
  EXPECT_EQ(topic->leaf, "feedback");
  EXPECT_EQ(parse_device_topic("trt/1/valley/kiosk-1/state")->branch, "state");
}

TEST(topics, that_are_no_device_s_are_refused) {
  for (const auto* topic :
       {"", "trt/1/hub/state", "trt/2/valley/kiosk-1/state", "trt/1/valley/kiosk-1/state/",
        "trt/1/valley//state", "trt/1/valley/kiosk-1/ev", "trt/1/valley/kiosk-1/state/x",
        "trt/1/valley/kiosk-1/other", "trt/1/valley/room/ballroom/timer", "trt/1/valley/all/cmd/restart",
        "trt/1/valley/kiosk-1/ev/a/b", "trt/1/Valley/kiosk-1/state"})
    EXPECT_FALSE(parse_device_topic(topic)) << topic;
}

TEST(topics, a_source_names_programme_and_device) {
  const auto origin = parse_source(source_of({"valley", "kiosk-1"}));
  ASSERT_TRUE(origin);
  EXPECT_EQ(origin->device, "kiosk-1");
  for (const auto* source : {"", "/trt/valley", "/trt/valley/kiosk-1/x", "/trt//kiosk-1", "valley/kiosk-1"})
    EXPECT_FALSE(parse_source(source)) << source;
}

}  // namespace
}  // namespace tertulia::wire
