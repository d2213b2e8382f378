// SPDX-License-Identifier: Apache-2.0
// The generated configuration in a real Mosquitto, and who gets where in it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/bodies.h"
#include "firmware/wire/topics.h"
#include "hub/collect/collector.h"
#include "hub/numbers/queries.h"
#include "tests/hub/events.h"
#include "tests/trust/attacker.h"
#include "tests/trust/secure_site.h"

namespace tertulia::trust {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int kNotAuthorized = 0x87;

class broker_with_certificates : public testing::Test {
 protected:
  static Message message_on(const std::string& topic) {
    Message message;
    message.topic = topic;
    message.payload = "{}";
    return message;
  }
  SecureSite site_;
  Attacker rogue_;
};

TEST_F(broker_with_certificates, a_device_writes_into_its_own_branch_and_into_no_other) {
  ASSERT_TRUE(rogue_.comes_in(site_.as_device("kiosk-2")));
  EXPECT_NE(rogue_.talk().publishes(message_on("trt/1/peers/kiosk-2/ev/audit")), kNotAuthorized);
  for (const auto* topic :
       {"trt/1/peers/kiosk-1/ev/audit", "trt/1/peers/kiosk-1/state", "trt/1/peers/kiosk-1/rsp/restart",
        "trt/1/peers/kiosk-1/ack", "trt/1/peers/kiosk-2/ack", "trt/1/peers/kiosk-2/cmd/restart",
        "trt/1/peers/all/cmd/restart", "trt/1/hub/state", "trt/1/others/kiosk-2/ev/audit", "anything"})
    EXPECT_EQ(rogue_.talk().publishes(message_on(topic)), kNotAuthorized) << topic;
}

TEST_F(broker_with_certificates, a_device_may_retain_messages_on_topics_with_known_names_only) {
  site_.configure_broker({"--room", "magna"});
  site_.start_broker();
  ASSERT_TRUE(rogue_.comes_in(site_.as_device("kiosk-2")));
  const auto retained = [](const std::string& topic) {
    Message message = message_on(topic);
    message.retain = true;
    return message;
  };
  for (const auto* topic : {"trt/1/peers/kiosk-2/ev/feedback", "trt/1/peers/kiosk-2/rsp/restart",
                            "trt/1/peers/room/magna/floor/kiosk-2", "trt/1/peers/room/magna/floor/kiosk-1",
                            "trt/1/peers/room/magna/closed/notes/kiosk-2", "trt/1/peers/room/magna/timer"})
    EXPECT_NE(rogue_.talk().publishes(retained(topic)), kNotAuthorized) << topic;
  for (const auto* topic :
       {"trt/1/peers/kiosk-2/ev/another", "trt/1/peers/kiosk-2/ev/a/b", "trt/1/peers/kiosk-2/rsp/anything",
        "trt/1/peers/room/magna/floor/nobody", "trt/1/peers/room/magna/closed/notes/nobody",
        "trt/1/peers/room/another/timer", "trt/1/peers/room/another/here/kiosk-2"})
    EXPECT_EQ(rogue_.talk().publishes(retained(topic)), kNotAuthorized) << topic;
}

TEST_F(broker_with_certificates, a_device_hears_nothing_of_another) {
  ASSERT_TRUE(rogue_.comes_in(site_.as_device("kiosk-2")));
  ASSERT_TRUE(rogue_.talk().subscribes({"#", "trt/1/peers/kiosk-1/#"}));
  Attacker hub;
  ASSERT_TRUE(hub.comes_in(site_.as_hub("one")));
  for (const auto* topic : {"trt/1/peers/kiosk-1/ack", "trt/1/peers/kiosk-1/cmd/restart",
                            "trt/1/peers/kiosk-1/cfg", "trt/1/peers/all/cmd/identify"})
    ASSERT_NE(hub.talk().publishes(message_on(topic)), kNotAuthorized);
  const auto heard = rogue_.talk().receives();
  ASSERT_TRUE(heard);
  EXPECT_EQ(heard->topic, "trt/1/peers/all/cmd/identify");
}

TEST_F(broker_with_certificates, a_room_hears_what_its_devices_say_and_the_hub_does_not) {
  Attacker display;
  ASSERT_TRUE(display.comes_in(site_.as_device("kiosk-1")));
  ASSERT_TRUE(display.talk().subscribes({"trt/1/peers/room/magna/#"}));
  Attacker hub;
  ASSERT_TRUE(hub.comes_in(site_.as_hub("one")));
  ASSERT_TRUE(hub.talk().subscribes({"#"}));
  ASSERT_TRUE(rogue_.comes_in(site_.as_device("kiosk-2")));
  for (const auto* topic : {"trt/1/peers/room/magna/closed/notes/kiosk-2", "trt/1/peers/room/magna/plan",
                            "trt/1/peers/room/magna/here/kiosk-2", "trt/1/peers/kiosk-2/state"})
    EXPECT_NE(rogue_.talk().publishes(message_on(topic)), kNotAuthorized) << topic;
  for (const auto* topic : {"trt/1/peers/room/magna/here/kiosk-1", "trt/1/others/room/magna/plan",
                            "trt/1/peers/room/magna/anything"})
    EXPECT_EQ(rogue_.talk().publishes(message_on(topic)), kNotAuthorized) << topic;
  const auto shown = display.talk().receives();
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->topic, "trt/1/peers/room/magna/closed/notes/kiosk-2");
  const auto told = hub.talk().receives();
  ASSERT_TRUE(told);
  EXPECT_EQ(told->topic, "trt/1/peers/kiosk-2/state");
}

TEST_F(broker_with_certificates, a_stolen_client_id_does_not_throw_out_its_owner) {
  Attacker owner;
  ASSERT_TRUE(owner.comes_in(site_.as_device("kiosk-1")));
  auto address = site_.as_device("kiosk-2");
  address.client_id = "kiosk-1";
  ASSERT_TRUE(rogue_.comes_in(address));
  EXPECT_NE(owner.talk().publishes(message_on("trt/1/peers/kiosk-1/ev/audit")), -1);
  EXPECT_EQ(rogue_.talk().publishes(message_on("trt/1/peers/kiosk-1/ev/audit")), kNotAuthorized);
}

TEST_F(broker_with_certificates, two_with_one_certificate_cannot_both_stay) {
  Attacker owner;
  auto address = site_.as_device("kiosk-1");
  address.clean_start = false;
  ASSERT_TRUE(owner.comes_in(address));
  address.client_id = "somebody-else";
  ASSERT_TRUE(rogue_.comes_in(address));
  const auto lost = owner.talk().hear<broker_event::Lost>();
  ASSERT_TRUE(lost);
  // Mosquitto 2.0.11 only closes the connection; a server that keeps to the standard says 0x8E.
  EXPECT_TRUE(lost->reason == 0x8E || lost->reason == 0) << lost->reason;
}

TEST_F(broker_with_certificates, a_device_does_not_get_in_at_the_hub_s_port) {
  auto address = site_.as_device("kiosk-2");
  address.port = site_.as_hub("one").port;
  address.client_id = "hub-control";
  EXPECT_TRUE(rogue_.stays_out(address));
  EXPECT_TRUE(rogue_.comes_in(site_.as_hub("hub-control"))) << "the hub itself does";
}

TEST_F(broker_with_certificates, nobody_gets_in_without_a_certificate_or_with_a_user_name_instead) {
  auto address = site_.as_device("kiosk-1");
  address.cert_file.clear();
  address.key_file.clear();
  EXPECT_TRUE(rogue_.stays_out(address));
  address.username = "kiosk-1";
  address.password = "guess";
  EXPECT_TRUE(rogue_.stays_out(address));
}

TEST_F(broker_with_certificates, a_user_name_does_not_replace_the_name_in_the_certificate) {
  auto address = site_.as_device("kiosk-2");
  address.username = "hub";
  ASSERT_TRUE(rogue_.comes_in(address)) << "the certificate is good";
  EXPECT_EQ(rogue_.talk().publishes(message_on("trt/1/hub/state")), kNotAuthorized);
  EXPECT_NE(rogue_.talk().publishes(message_on("trt/1/peers/kiosk-2/ev/audit")), kNotAuthorized);
}

TEST_F(broker_with_certificates, a_certificate_of_another_authority_is_refused) {
  const auto made = site_.hub_says({"authority", site_.file("foreign"), "--host", "127.0.0.1"});
  ASSERT_EQ(made.code, 0) << made.words;
  auto address = site_.as_device("kiosk-1");
  address.cert_file = site_.file("foreign") / "hub.pem";
  address.key_file = site_.file("foreign") / "hub.key";
  EXPECT_TRUE(rogue_.stays_out(address));
}

TEST_F(broker_with_certificates, a_device_that_was_turned_away_stays_out_and_the_others_come_in) {
  ASSERT_TRUE(rogue_.comes_in(site_.as_device("kiosk-2")));
  const auto revoked = site_.hub_says({"revoke", "kiosk-2", "--authority", site_.file("authority")});
  ASSERT_EQ(revoked.code, 0) << revoked.words;
  site_.configure_broker();
  site_.start_broker();
  EXPECT_TRUE(rogue_.stays_out(site_.as_device("kiosk-2")));
  EXPECT_TRUE(rogue_.comes_in(site_.as_device("kiosk-1")));
}

TEST_F(broker_with_certificates, a_renewed_device_comes_in_with_its_new_certificate_only) {
  const BrokerAddress old = site_.as_device("kiosk-2");
  std::filesystem::copy_file(old.cert_file, site_.file("old.pem"));
  EXPECT_THAT(site_.enrol("kiosk-2"), HasSubstr("--replace")) << "a name is not given twice by mistake";
  EXPECT_THAT(site_.enrol("kiosk-2", {"--replace"}), HasSubstr("is enrolled"));
  site_.configure_broker();
  site_.start_broker();
  EXPECT_TRUE(rogue_.comes_in(site_.as_device("kiosk-2")));
  auto address = old;
  address.cert_file = site_.file("old.pem");
  EXPECT_TRUE(rogue_.stays_out(address));
}

TEST_F(broker_with_certificates, what_is_larger_than_a_packet_may_be_is_not_taken) {
  ASSERT_TRUE(rogue_.comes_in(site_.as_device("kiosk-2")));
  Message large = message_on("trt/1/peers/kiosk-2/ev/audit");
  large.payload = std::string(70'000, 'x');
  const auto sent = rogue_.broker().publish(large);
  EXPECT_TRUE(!sent.ok() || rogue_.talk().hear<broker_event::Lost>());
}

// A hub that collects, an honest device with thirty events, and a rogue who subscribes too.
class hub_with_a_rogue_subscriber : public broker_with_certificates {
 protected:
  static constexpr std::uint64_t kEvents = 30;

  std::uint64_t held() {
    const auto reader = hub::Reader::open(site_.file("hub.db"));
    if (!reader.ok()) return 0;
    const auto devices = reader.value().devices();
    return devices.ok() && !devices.value().empty() ? devices.value().front().held : 0;
  }
  // How many of the events the hub holds, once the broker has taken all of them.
  std::uint64_t arrive_beside(const std::string& filter) {
    site_.start_hub();
    Attacker honest;
    EXPECT_TRUE(honest.comes_in(site_.as_device("kiosk-1")));
    EXPECT_TRUE(honest.talk().subscribes({std::string(wire::kHubStateTopic)}));
    const auto is_online = [&] {
      const auto state = honest.talk().receives();
      return state && wire::decode_hub_state(state->payload).value().online;
    };
    EXPECT_TRUE(SecureSite::eventually(is_online)) << site_.logs();
    EXPECT_TRUE(rogue_.comes_in(site_.as_device("kiosk-2")));
    EXPECT_TRUE(rogue_.talk().subscribes({filter})) << "Mosquitto's access list forbids no subscription";
    const hub::Device device{SecureSite::kDevice, "e1"};
    for (std::uint64_t seq = 1; seq <= kEvents; ++seq)
      EXPECT_EQ(honest.talk().publishes(hub::audit(device, seq)), 0);
    return SecureSite::eventually([this] { return held() == kEvents; }, kMoment) ? kEvents : held();
  }
  std::string true_filter() { return hub::collector_plan({}, "hub", 1, site_.signing_key()).filters.at(0); }

 private:
  static constexpr std::chrono::milliseconds kMoment{5'000};
};

TEST_F(hub_with_a_rogue_subscriber, loses_nothing_to_the_share_that_older_hubs_had) {
  EXPECT_EQ(arrive_beside("$share/collect/trt/1/+/+/ev/#"), kEvents);
}

TEST_F(hub_with_a_rogue_subscriber, loses_nothing_to_a_share_of_wildcards) {
  EXPECT_EQ(arrive_beside("$share/+/trt/1/+/+/ev/#"), kEvents);
}

// What the tests above would see: the thief reads nothing, and the hub never hears of it.
TEST_F(hub_with_a_rogue_subscriber, would_lose_a_part_to_whoever_knew_its_share) {
  EXPECT_LT(arrive_beside(true_filter()), kEvents);
  EXPECT_FALSE(rogue_.talk().hear<broker_event::Received>(std::chrono::seconds(1)));
}

TEST_F(hub_with_a_rogue_subscriber, tells_its_share_to_nobody) {
  const std::string share = true_filter().substr(7, 32);
  EXPECT_EQ(arrive_beside("$SYS/#"), kEvents);
  EXPECT_FALSE(rogue_.talk().hear<broker_event::Received>(std::chrono::seconds(1)));
  EXPECT_EQ(site_.logs().find(share), std::string::npos);
}

}  // namespace
}  // namespace tertulia::trust
