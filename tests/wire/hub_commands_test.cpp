// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/hub_commands.h"

#include <gtest/gtest.h>

#include "tests/wire/samples.h"

namespace tertulia::wire {
namespace {

const WallTime kExpires = wall_from_rfc3339("2027-05-11T14:35:00Z").value();

HubCommand command_of_hub(HubAction task) { return {std::move(task), 17, kExpires, "17"}; }

hub_action::Announce lunch() {
  hub_action::Announce announce;
  announce.text.set("ar", "الغداء جاهز");
  announce.text.set("en", "Lunch is served");
  announce.length = std::chrono::minutes(15);
  return announce;
}

TEST(commands, of_every_kind_survive_the_wire) {
  for (const HubAction& action :
       {HubAction(lunch()), HubAction(hub_action::ReloadPack{}), HubAction(hub_action::Identify{}),
        HubAction(hub_action::Restart{}), HubAction(hub_action::ExportNow{})})
    EXPECT_EQ(hub_command_from(to_message(command_of_hub(action), some_origin())).value(),
              command_of_hub(action));
}

TEST(commands, go_to_the_command_branch_of_their_device_and_expire) {
  const Message message = to_message(command_of_hub(hub_action::Restart{}), some_origin());
  EXPECT_EQ(message.topic, "trt/1/valley/kiosk-1/cmd/restart");
  EXPECT_EQ(message.response_topic, "trt/1/valley/kiosk-1/rsp/restart");
  EXPECT_EQ(message.correlation, "17");
  EXPECT_EQ(message.expiry_seconds, 300U);
  EXPECT_FALSE(message.retain);
}

TEST(commands, are_known_by_their_topic_for_this_device_and_for_all) {
  EXPECT_EQ(command_of("trt/1/valley/kiosk-1/cmd/restart", some_origin()), "restart");
  EXPECT_EQ(command_of("trt/1/valley/all/cmd/identify", some_origin()), "identify");
  for (const auto* other :
       {"trt/1/valley/kiosk-2/cmd/restart", "trt/1/hill/all/cmd/restart", "trt/1/valley/kiosk-1/cmd",
        "trt/1/valley/kiosk-1/cmd/", "trt/1/valley/kiosk-1/cmd/a/b", "trt/1/valley/kiosk-1/ack"})
    EXPECT_FALSE(command_of(other, some_origin())) << other;
}

TEST(commands, that_cannot_be_read_are_refused) {
  Message message = to_message(command_of_hub(lunch()), some_origin());
  for (const auto* payload :
       {"", "{}", "[]", R"({"number":1})",
        R"({"expires":"2027-05-11T14:35:00Z","minutes":10,"number":1,"text":{}})",
        R"({"expires":"soon","minutes":10,"number":1,"text":{"en":"a"}})",
        R"({"expires":"2027-05-11T14:35:00Z","minutes":0,"number":1,"text":{"en":"a"}})",
        R"({"expires":"2027-05-11T14:35:00Z","minutes":10,"number":-1,"text":{"en":"a"}})",
        R"({"expires":"2027-05-11T14:35:00Z","minutes":10,"number":1,"text":{"en":"a\nb"}})",
        R"({"expires":"2027-05-11T14:35:00Z","minutes":10,"number":1,"text":{"en":7}})"}) {
    message.payload = payload;
    EXPECT_FALSE(hub_command_from(message).ok()) << payload;
  }
  message = to_message(command_of_hub(hub_action::Restart{}), some_origin());
  message.topic = "trt/1/valley/kiosk-1/cmd/dance";
  EXPECT_FALSE(hub_command_from(message).ok());
}

TEST(commands, their_replies_survive_the_wire) {
  for (const auto result : {ReplyResult::kDone, ReplyResult::kAccepted, ReplyResult::kRefused}) {
    const CommandReply reply{result, "it restarts"};
    EXPECT_EQ(decode_command_reply(encode(reply)).value(), reply);
  }
  for (const auto* text : {"", "{}", R"({"result":"maybe","words":""})", R"({"result":"done"})"})
    EXPECT_FALSE(decode_command_reply(text).ok()) << text;
}

}  // namespace
}  // namespace tertulia::wire
