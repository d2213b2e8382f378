// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/broker_config.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/domain/limits.h"

namespace tertulia::hub {
namespace {

using testing::HasSubstr;
using testing::Not;

BrokerPlan plan() {
  BrokerPlan plan;
  plan.programme = "peers";
  return plan;
}

TEST(broker_config, lets_in_the_largest_message_of_a_device) {
  EXPECT_THAT(broker_configuration(plan()),
              HasSubstr("max_packet_size " + std::to_string(kLargestMessage) + "\n"));
}

TEST(broker_config, lets_nobody_in_without_a_certificate_at_either_port) {
  const std::string text = broker_configuration(plan());
  EXPECT_THAT(text, HasSubstr("allow_anonymous false"));
  EXPECT_THAT(text, HasSubstr("listener 8883\n"));
  EXPECT_THAT(text, HasSubstr("listener 8884\n"));
  for (const auto* each :
       {"require_certificate true", "use_identity_as_username true", "tls_version tlsv1.2"}) {
    const auto first = text.find(each);
    ASSERT_NE(first, std::string::npos) << each;
    EXPECT_NE(text.find(each, first + 1), std::string::npos) << each;
  }
}

TEST(broker_config, client_ids_are_replaced_on_the_port_of_the_devices_alone) {
  const std::string text = broker_configuration(plan());
  const auto replaced = text.find("use_username_as_clientid true");
  EXPECT_GT(replaced, text.find("listener 8883"));
  EXPECT_LT(replaced, text.find("listener 8884"));
  EXPECT_EQ(text.find("use_username_as_clientid", replaced + 1), std::string::npos);
}

TEST(broker_config, the_hub_s_port_can_stay_inside) {
  BrokerPlan inside = plan();
  inside.hub_address = "10.0.0.5";
  EXPECT_THAT(broker_configuration(inside), HasSubstr("listener 8884 10.0.0.5\n"));
}

TEST(broker_config, binds_each_device_to_its_programme_and_its_name) {
  const std::string text = access_list(plan());
  EXPECT_THAT(text, HasSubstr("pattern write trt/1/peers/%u/ev/feedback\n"));
  EXPECT_THAT(text, HasSubstr("pattern read trt/1/peers/%u/cmd/+\n"));
  EXPECT_THAT(text, Not(HasSubstr("trt/1/+")));
}

TEST(broker_config, the_hub_alone_writes_acks_and_hears_them_too) {
  const std::string text = access_list(plan());
  EXPECT_THAT(text, HasSubstr("topic readwrite trt/1/peers/+/ack\n"));
  EXPECT_THAT(text, HasSubstr("pattern read trt/1/peers/%u/ack\n"));
  EXPECT_GT(text.find("topic readwrite trt/1/peers/+/ack"), text.find("user hub"));
}

TEST(broker_config, only_named_moderators_may_steer_a_room) {
  EXPECT_THAT(access_list(plan()), HasSubstr("pattern readwrite trt/1/peers/room/+/timer"));
  BrokerPlan strict = plan();
  strict.moderators = {"desk-1"};
  const std::string text = access_list(strict);
  EXPECT_THAT(text, Not(HasSubstr("readwrite trt/1/peers/room/+/timer")));
  EXPECT_THAT(text, HasSubstr("pattern read trt/1/peers/room/+/timer\n"));
  EXPECT_THAT(text, HasSubstr("user desk-1\ntopic write trt/1/peers/room/+/timer\n"));
  EXPECT_THAT(text, HasSubstr("pattern readwrite trt/1/peers/room/+/floor/+\n")) << "anybody may ask";
}

TEST(broker_config, only_named_devices_of_the_venue_hear_of_closed_sessions_and_the_hub_never_does) {
  BrokerPlan strict = plan();
  strict.venue = {"display-1"};
  const std::string text = access_list(strict);
  EXPECT_THAT(text, Not(HasSubstr("pattern readwrite trt/1/peers/room/+/closed")));
  EXPECT_THAT(text, HasSubstr("user display-1\ntopic readwrite trt/1/peers/room/+/closed/timer\n"));
  EXPECT_THAT(text.substr(text.find("user hub")), HasSubstr("topic deny trt/1/peers/room/#\n"));
}

std::vector<std::string> lines_with(const std::string& text, const std::string& word) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  for (std::string each; std::getline(lines, each);)
    if (each.find(word) != std::string::npos) found.push_back(each);
  return found;
}

TEST(broker_config, a_device_may_write_to_so_many_topics_and_to_no_wildcard) {
  BrokerPlan named = plan();
  named.rooms = {"magna", "garden"};
  named.devices = {"kiosk-1", "kiosk-2"};
  const std::string text = access_list(named);
  const std::string of_devices = text.substr(0, text.find("user hub"));
  for (const std::string& each : lines_with(of_devices, "write ")) {
    EXPECT_EQ(each.find('+'), std::string::npos) << each;
    EXPECT_EQ(each.find('#'), std::string::npos) << each;
  }
  // 8 kinds, 5 replies, state, meta, echo; in each room here/, and open and closed 6 registers and 3 shares
  // of 3.
  EXPECT_EQ(lines_with(of_devices, "write ").size(), 8U + 5 + 3 + 2 * (1 + 2 * (6 + 3 * 3)));
}

TEST(broker_config, knows_every_kind_of_event_and_every_reply) {
  const std::string text = access_list(plan());
  for (const char* topic :
       {"ev/feedback", "ev/session", "ev/timer", "ev/content", "ev/health", "ev/audit", "ev/gap",
        "ev/contact", "rsp/announce", "rsp/reload-pack", "rsp/identify", "rsp/restart", "rsp/export-now"})
    EXPECT_THAT(text, HasSubstr("pattern write trt/1/peers/%u/" + std::string(topic) + "\n"));
}

TEST(broker_config, says_what_is_unbounded_while_rooms_or_devices_are_not_named) {
  EXPECT_THAT(access_list(plan()), HasSubstr("name the rooms with --room"));
  EXPECT_THAT(access_list(plan()),
              HasSubstr("run this again with --authority when the devices are enrolled"));
  BrokerPlan named = plan();
  named.rooms = {"magna"};
  named.devices = {"kiosk-1"};
  EXPECT_THAT(access_list(named), Not(HasSubstr("can fill")));
}

TEST(broker_config, a_device_of_the_venue_writes_its_own_share_of_closed_sessions_and_those_of_the_enrolled) {
  BrokerPlan strict = plan();
  strict.rooms = {"magna"};
  strict.devices = {"display-1", "kiosk-1"};
  strict.venue = {"display-1"};
  const std::string text = access_list(strict);
  const std::string own = text.substr(text.find("user display-1"));
  for (const char* device : {"display-1", "kiosk-1"})
    EXPECT_THAT(own,
                HasSubstr("topic write trt/1/peers/room/magna/closed/notes/" + std::string(device) + "\n"));
  EXPECT_THAT(text, Not(HasSubstr("pattern write trt/1/peers/room/magna/closed")));
}

TEST(broker_config, what_waits_for_one_client_and_who_may_connect_is_bounded) {
  const std::string text = broker_configuration(plan());
  for (const char* each : {"max_queued_messages ", "max_queued_bytes ", "max_inflight_messages ",
                           "memory_limit ", "max_keepalive "})
    EXPECT_EQ(lines_with(text, each).size(), 1U) << each;
  EXPECT_EQ(lines_with(text, "max_connections ").size(), 2U);
}

TEST(broker_config, the_service_may_open_more_files_than_clients_may_connect) {
  EXPECT_THAT(service_limits(), HasSubstr("[Service]\nLimitNOFILE=4200\n"));
  EXPECT_THAT(broker_configuration(plan()), HasSubstr("max_connections 4000\n"));
}

TEST(broker_config, one_address_can_hold_a_part_of_the_port_of_the_devices_only) {
  BrokerPlan other = plan();
  other.device_port = 9999;
  EXPECT_EQ(lines_with(port_limits(other), "tcp dport 9999 ct state new").size(), 2U);
  EXPECT_THAT(port_limits(other), HasSubstr("ct count over 200"));
}

}  // namespace
}  // namespace tertulia::hub
