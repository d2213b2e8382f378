// SPDX-License-Identifier: Apache-2.0
// Commands to a real device over a real broker: those of the hub are carried out once, all others are
// refused. The attacker has what is worst to lose: the hub's certificate at the broker, though not its
// signing key.
#include "firmware/wire/hub_commands.h"

#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/trust/attacker.h"
#include "tests/trust/secure_site.h"

namespace tertulia::trust {
namespace {

using std::chrono::minutes;
using testing::HasSubstr;

WallTime wall_now() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

class orders_to_a_device : public testing::Test {
 protected:
  void SetUp() override {
    site_.start_hub();
    site_.start_device();
    ASSERT_TRUE(SecureSite::eventually([this] { return site_.is_device_ready(); })) << site_.logs();
    ASSERT_TRUE(thief_.comes_in(site_.as_hub("thief")));
    ASSERT_TRUE(thief_.talk().subscribes({"trt/1/peers/kiosk-1/rsp/+"}));
  }
  ~orders_to_a_device() override {
    if (HasFailure()) std::cout << site_.logs();
  }

  // A number that the hub has not yet reached: its commands are numbered by the clock.
  static HubCommand command(minutes validity = minutes(5)) {
    const auto number = static_cast<std::uint64_t>((wall_now() + minutes(1)).time_since_epoch().count());
    return {hub_action::Identify{}, number, wall_now() + validity, "thief"};
  }
  static Message message(const HubCommand& command) { return wire::to_message(command, SecureSite::kDevice); }
  Message signed_by_the_hub(const HubCommand& command) { return site_.signing_key().sign(message(command)); }
  // What the device says to it.
  CommandReply answer_to(const Message& message) {
    EXPECT_EQ(thief_.talk().publishes(message), 0);
    const auto said = thief_.talk().receives();
    const auto answer = said ? wire::decode_command_reply(said->payload) : Error{"silence"};
    EXPECT_TRUE(answer.ok());
    if (said) {
      EXPECT_EQ(said->correlation, "thief");
    }
    return answer.ok() ? answer.value() : CommandReply{};
  }
  void expect_refused(const Message& message, const std::string& why) {
    const CommandReply answer = answer_to(message);
    EXPECT_EQ(answer.result, ReplyResult::kRefused);
    EXPECT_THAT(answer.words, HasSubstr(why));
    EXPECT_THAT(site_.device_log(), HasSubstr("Refused from the broker: the command identify"));
  }

  SecureSite site_;
  Attacker thief_;
};

TEST_F(orders_to_a_device, of_the_hub_are_carried_out_and_answered) {
  const auto said = site_.send_command("kiosk-1", "identify", {"--wait", "40"});
  EXPECT_EQ(said.code, 0) << said.words;
  EXPECT_THAT(said.words, HasSubstr("kiosk-1: done, every screen shows its name"));
}

TEST_F(orders_to_a_device, to_all_reach_each_of_them) {
  const auto said = site_.send_command("all", "announce", {"--text", "en=Lunch is served", "--wait", "5"});
  EXPECT_EQ(said.code, 0) << said.words;
  EXPECT_THAT(said.words, HasSubstr("kiosk-1: done"));
}

TEST_F(orders_to_a_device, to_restart_end_the_program_with_the_code_for_a_restart) {
  const auto said = site_.send_command("kiosk-1", "restart", {"--wait", "40"});
  EXPECT_EQ(said.code, 0) << said.words;
  EXPECT_EQ(site_.device().wait(), 75);
}

TEST_F(orders_to_a_device, to_export_write_what_the_device_holds_and_say_how_much) {
  std::filesystem::create_directory(site_.file("stick"));
  const auto said = site_.send_command("kiosk-1", "export-now", {"--wait", "40"});
  EXPECT_EQ(said.code, 0) << said.words;
  EXPECT_THAT(said.words, HasSubstr("kiosk-1: done, tertulia-peers-kiosk-1.jsonl: "));
  std::istringstream lines(text_of(site_.file("stick") / "tertulia-peers-kiosk-1.jsonl"));
  int events = 0;
  for (std::string line; std::getline(lines, line); ++events)
    EXPECT_TRUE(wire::from_structured(line).ok()) << line;
  EXPECT_GT(events, 0);
  EXPECT_THAT(said.words, HasSubstr(std::to_string(events) + " events"));
  EXPECT_TRUE(std::filesystem::exists(site_.file("stick") / "tertulia-peers-kiosk-1.jsonl.sha256"));
}

TEST_F(orders_to_a_device, to_export_where_no_stick_is_are_refused_in_words) {
  const auto said = site_.send_command("kiosk-1", "export-now", {"--wait", "40"});
  EXPECT_NE(said.code, 0);
  EXPECT_THAT(said.words, HasSubstr("is the stick plugged in?"));
}

TEST_F(orders_to_a_device, that_nobody_signed_are_refused) {
  expect_refused(message(command()), "has not signed");
}

TEST_F(orders_to_a_device, that_another_key_signed_are_refused) {
  expect_refused(wire::SigningKey::random().sign(message(command())), "has not signed");
}

TEST_F(orders_to_a_device, for_another_device_are_refused) {
  Message foreign = site_.signing_key().sign(wire::to_message(command(), {"peers", "kiosk-2"}));
  foreign.topic = message(command()).topic;
  expect_refused(foreign, "for this device");
}

TEST_F(orders_to_a_device, that_have_expired_are_refused) {
  expect_refused(signed_by_the_hub(command(minutes(-1))), "expires at");
}

TEST_F(orders_to_a_device, that_were_given_already_are_refused_also_after_a_restart) {
  const Message once = signed_by_the_hub(command());
  EXPECT_EQ(answer_to(once).result, ReplyResult::kDone);
  expect_refused(once, "already");
  site_.device().kill();
  site_.start_device();
  EXPECT_TRUE(
      SecureSite::eventually([&] { return answer_to(once).words.find("already") != std::string::npos; }));
}

TEST_F(orders_to_a_device, that_the_broker_kept_are_refused) {
  EXPECT_EQ(site_.device().stop(), 0);
  Message kept = signed_by_the_hub(command());
  kept.retain = true;
  thief_.talk().publishes(kept);
  site_.start_device();
  // It was also waiting in the session of the device, as a live one: that is carried out. The kept one is
  // not.
  std::vector<CommandReply> said;
  for (int i = 0; i < 2; ++i) {
    const auto heard = thief_.talk().receives();
    ASSERT_TRUE(heard);
    said.push_back(wire::decode_command_reply(heard->payload).value());
  }
  EXPECT_THAT(said, testing::Contains(testing::Field(&CommandReply::words, HasSubstr("never retained"))));
}

}  // namespace
}  // namespace tertulia::trust
