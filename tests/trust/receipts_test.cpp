// SPDX-License-Identifier: Apache-2.0
// A rogue broker, or a thief with the hub's certificate, tells a real device that its rows are safe. They are
// not, and they stay.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/bodies.h"
#include "firmware/wire/topics.h"
#include "tests/robot/databases.h"
#include "tests/trust/attacker.h"
#include "tests/trust/secure_site.h"

namespace tertulia::trust {
namespace {

using testing::HasSubstr;

constexpr std::uint64_t kNewsOfAStart = 3;  // that it started, what it shows, how it is

class forged_words : public testing::Test {
 protected:
  // The thief plays the hub: says that it is there, and takes what the device sends.
  void SetUp() override {
    ASSERT_TRUE(thief_.comes_in(site_.as_hub("thief")));
    ASSERT_TRUE(thief_.talk().subscribes({"trt/1/peers/+/ev/#"}));
    say(retained(std::string(wire::kHubStateTopic), wire::encode(wire::HubState{true, ""})));
    site_.start_device();
    const auto row = thief_.talk().receives();
    ASSERT_TRUE(row) << site_.logs();
    epoch_ = row->property("epoch");
    ASSERT_TRUE(SecureSite::eventually([this] { return waiting() == kNewsOfAStart; }));
  }
  ~forged_words() override {
    if (HasFailure()) std::cout << site_.logs();
  }

  static Message retained(std::string topic, std::string payload) {
    Message message;
    message.topic = std::move(topic);
    message.payload = std::move(payload);
    message.retain = true;
    return message;
  }
  Message ack(const std::string& device, std::uint64_t number = 1) const {
    return retained(wire::ack_topic({"peers", device}),
                    wire::encode(Ack{epoch_, kNewsOfAStart, {}, {}, number}));
  }
  void say(const Message& message) { EXPECT_EQ(thief_.talk().publishes(message) & 0x80, 0); }
  [[nodiscard]] std::uint64_t waiting() const {
    return robot::device_holds(site_.file("kiosk-1.db")).waiting;
  }
  void expect_refused(const Message& message, const std::string& why) {
    say(message);
    EXPECT_TRUE(SecureSite::eventually([&] { return site_.device_log().find(why) != std::string::npos; }));
    EXPECT_EQ(waiting(), kNewsOfAStart);
  }

  SecureSite site_;
  Attacker thief_;
  std::string epoch_;
};

TEST_F(forged_words, an_ack_that_nobody_signed_lets_no_row_go) {
  expect_refused(ack("kiosk-1"), "not signed");
}

TEST_F(forged_words, an_ack_that_another_key_signed_lets_no_row_go) {
  expect_refused(wire::SigningKey::random().sign(ack("kiosk-1")), "not signed");
}

TEST_F(forged_words, an_ack_for_another_device_lets_no_row_go) {
  Message foreign = site_.signing_key().sign(ack("kiosk-2"));
  foreign.topic = ack("kiosk-1").topic;
  expect_refused(foreign, "not signed");
}

TEST_F(forged_words, the_hub_s_own_ack_does_and_an_older_one_is_refused_after_it) {
  say(site_.signing_key().sign(ack("kiosk-1", 9)));
  EXPECT_TRUE(SecureSite::eventually([this] { return waiting() == 0; }));
  say(site_.signing_key().sign(ack("kiosk-1", 8)));
  EXPECT_TRUE(SecureSite::eventually([&] { return site_.device_log().find("older") != std::string::npos; }));
}

TEST_F(forged_words, the_real_hub_takes_over_what_the_thief_could_not_make_go) {
  expect_refused(ack("kiosk-1"), "not signed");
  say(retained(std::string(wire::kHubStateTopic), wire::encode(wire::HubState{false, ""})));
  thief_.broker().disconnect();
  site_.start_hub();
  EXPECT_TRUE(SecureSite::eventually([this] { return waiting() == 0; }));
  EXPECT_TRUE(site_.is_device_ready());
}

}  // namespace
}  // namespace tertulia::trust
