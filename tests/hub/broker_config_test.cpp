// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/broker_config.h"

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
  EXPECT_THAT(text, HasSubstr("pattern write trt/1/peers/%u/ev/#\n"));
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

}  // namespace
}  // namespace tertulia::hub
