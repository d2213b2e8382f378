// SPDX-License-Identifier: Apache-2.0
// Commands of the hub: which of them reach main, and what is said to the others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/hub_commands.h"
#include "tests/app/a_courier.h"

namespace tertulia {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class courier_orders : public ACourier {
 protected:
  HubCommand command(std::uint64_t number = 5) {
    return {hub_action::Identify{}, number, clock.now().wall + minutes(5), "c5"};
  }
  Message message(const HubCommand& command) { return wire::to_message(command, how.origin); }
  void give(const Message& message) {
    bus.publish(message);
    settle();
  }
  void expect_refused(const std::string& why) {
    EXPECT_THAT(commands, IsEmpty());
    EXPECT_THAT(log, ElementsAre(HasSubstr(why)));
    const auto said = answers();
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].correlation, "c5");
    const auto answer = wire::decode_command_reply(said[0].payload);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer.value().result, ReplyResult::kRefused);
    EXPECT_THAT(answer.value().words, HasSubstr(why));
  }
  std::vector<Message> answers() { return bus.published_on("trt/1/valley/kiosk-1/rsp/+"); }
};

TEST_F(courier_orders, one_that_the_hub_signed_is_noted) {
  settle();
  give(key.sign(message(command())));
  EXPECT_THAT(commands, ElementsAre(command()));
  EXPECT_THAT(log, IsEmpty());
}

TEST_F(courier_orders, one_for_every_device_is_noted_too) {
  settle();
  give(key.sign(wire::to_message(command(), {"valley", wire::kEveryDevice})));
  EXPECT_EQ(commands.size(), 1U);
}

TEST_F(courier_orders, one_that_nobody_signed_is_refused) {
  settle();
  give(message(command()));
  expect_refused("has not signed");
}

TEST_F(courier_orders, one_that_another_key_signed_is_refused) {
  settle();
  give(wire::SigningKey::random().sign(message(command())));
  expect_refused("has not signed");
}

TEST_F(courier_orders, one_for_another_device_is_refused) {
  settle();
  Message foreign = key.sign(wire::to_message(command(), {"valley", "kiosk-2"}));
  foreign.topic = message(command()).topic;
  give(foreign);
  expect_refused("for this device");
}

TEST_F(courier_orders, one_command_cannot_be_turned_into_another) {
  settle();
  Message other = key.sign(message(command()));
  other.topic = "trt/1/valley/kiosk-1/cmd/restart";
  give(other);
  expect_refused("has not signed");
}

TEST_F(courier_orders, one_that_the_broker_kept_is_refused) {
  Message kept = key.sign(message(command()));
  kept.retain = true;
  bus.publish(kept);
  settle();
  expect_refused("never retained");
}

TEST_F(courier_orders, one_that_was_given_already_is_refused) {
  settle();
  give(key.sign(message(command())));
  commands.clear();
  give(key.sign(message(command())));
  expect_refused("already");
}

TEST_F(courier_orders, one_that_was_given_before_the_last_start_is_refused) {
  how.marks = {{kLastCommand, 5}};
  SetUp();
  settle();
  give(key.sign(message(command())));
  expect_refused("already");
}

TEST_F(courier_orders, one_that_has_expired_is_refused) {
  settle();
  const Message late = key.sign(message(command()));
  pass(minutes(6));
  give(late);
  expect_refused("expires at");
}

TEST_F(courier_orders, one_that_never_seems_to_expire_is_refused) {
  settle();
  HubCommand endless = command();
  endless.expires += std::chrono::hours(24 * 365);
  give(key.sign(message(endless)));
  expect_refused("the clock of this device says");
}

TEST_F(courier_orders, one_that_is_refused_does_not_use_up_its_number) {
  settle();
  give(message(command(9)));
  give(key.sign(message(command(5))));
  EXPECT_EQ(commands.size(), 1U);
}

TEST_F(courier_orders, the_answer_of_main_goes_back_with_the_correlation) {
  settle();
  ASSERT_TRUE(in.put(to_courier::Reply{"identify", "c5", {ReplyResult::kDone, "there"}}));
  settle();
  ASSERT_EQ(answers().size(), 1U);
  EXPECT_EQ(answers()[0].topic, "trt/1/valley/kiosk-1/rsp/identify");
  EXPECT_EQ(answers()[0].correlation, "c5");
  EXPECT_EQ(wire::decode_command_reply(answers()[0].payload).value(),
            (CommandReply{ReplyResult::kDone, "there"}));
}

TEST_F(courier_orders, the_answer_to_a_restart_goes_out_before_the_good_bye) {
  settle();
  ASSERT_TRUE(in.put(to_courier::Reply{"restart", "c5", {ReplyResult::kDone, "it restarts"}}));
  in.close();
  settle();
  EXPECT_TRUE(it->done());
  EXPECT_EQ(answers().size(), 1U);
  EXPECT_EQ(presence().state, wire::PresenceState::kDisconnected);
}

TEST_F(courier_orders, an_answer_that_comes_while_it_is_away_is_said_when_it_is_back) {
  bus.stop();
  settle();
  ASSERT_TRUE(in.put(to_courier::Reply{"identify", "c5", {ReplyResult::kDone, "there"}}));
  settle();
  EXPECT_THAT(answers(), IsEmpty());
  bus.start();
  pass(seconds(3));
  EXPECT_EQ(answers().size(), 1U);
}

TEST_F(courier_orders, a_flood_is_answered_as_seldom_as_it_is_logged) {
  settle();
  for (int i = 0; i < 100; ++i) bus.publish(message(command()));
  settle();
  EXPECT_EQ(log.size(), 5U);
  EXPECT_EQ(answers().size(), 5U);
}

}  // namespace
}  // namespace tertulia
