// SPDX-License-Identifier: Apache-2.0
// A command of the hub, from the connection to the replies.
#include "hub/collect/command.h"

#include <deque>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/hub_commands.h"
#include "tests/fakes/broker.h"

namespace tertulia::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const wire::Origin kKiosk{"peers", "kiosk-1"};

// A device on the bus that replies to the first command as told, one reply each time that somebody looks at
// the clock, which makes it a second later.
class DeviceAndClock final : public Clock {
 public:
  DeviceAndClock(FakeBus& bus, std::deque<ReplyResult> replies) : bus_(bus), replies_(std::move(replies)) {}

  [[nodiscard]] Now now() const override {
    now_.boot += std::chrono::seconds(1);
    const auto commands = bus_.published_on(wire::command_filter(kKiosk));
    if (!commands.empty() && !replies_.empty()) {
      Message reply;
      reply.topic = wire::reply_topic(kKiosk, "restart");
      reply.payload = wire::encode(CommandReply{replies_.front(), "words"});
      reply.correlation = commands.front().correlation;
      replies_.pop_front();
      bus_.publish(reply);
    }
    return now_;
  }
  [[nodiscard]] Now machine() const override { return now_; }

 private:
  FakeBus& bus_;
  mutable std::deque<ReplyResult> replies_;
  mutable Now now_{};
};

struct Sent {
  Outcome outcome = Done{};
  std::vector<std::string> heard;
};

Sent send(std::deque<ReplyResult> replies) {
  FakeBus bus;
  FakeBroker device(bus, FakeWait::kReturns);
  BrokerAddress address;
  address.client_id = "kiosk-1";
  EXPECT_TRUE(device.connect(address, std::nullopt).ok());
  EXPECT_TRUE(device.subscribe({wire::command_filter(kKiosk)}, 1).ok());
  const DeviceAndClock clock(bus, std::move(replies));
  CommandRequest request;
  request.to = kKiosk;
  request.broker.client_id = "hub-command-1";
  request.command = {hub_action::Restart{}, 1, {}, ""};
  Sent sent;
  sent.outcome = send_command(
      std::make_unique<FakeBroker>(bus, FakeWait::kReturns), clock, wire::SigningKey::random(), request,
      [&](const std::string&, const CommandReply& reply) { sent.heard.emplace_back(to_text(reply.result)); });
  return sent;
}

TEST(a_command, is_over_when_the_device_says_that_it_is_done) {
  const Sent sent = send({ReplyResult::kDone});
  EXPECT_TRUE(sent.outcome.ok());
  EXPECT_THAT(sent.heard, ElementsAre("done"));
}

TEST(a_command, that_is_refused_is_an_error) { EXPECT_FALSE(send({ReplyResult::kRefused}).outcome.ok()); }

TEST(a_command, that_is_accepted_is_not_over_before_it_is_done) {
  const Sent sent = send({ReplyResult::kAccepted, ReplyResult::kDone});
  EXPECT_TRUE(sent.outcome.ok());
  EXPECT_THAT(sent.heard, ElementsAre("accepted", "done"));
}

TEST(a_command, that_is_accepted_and_not_done_in_time_is_an_error_that_says_so) {
  const Sent sent = send({ReplyResult::kAccepted});
  ASSERT_FALSE(sent.outcome.ok());
  EXPECT_THAT(sent.outcome.error().message, HasSubstr("accepted it and not yet said that it is done"));
}

TEST(a_command, that_no_device_answers_is_an_error) {
  const Sent sent = send({});
  ASSERT_FALSE(sent.outcome.ok());
  EXPECT_THAT(sent.outcome.error().message, HasSubstr("no reply came in time"));
}

}  // namespace
}  // namespace tertulia::hub
