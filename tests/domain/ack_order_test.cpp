// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/ack_order.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

constexpr std::uint64_t kNow = 1'800'000'000'000;  // a number as of a hub whose clock is right
constexpr std::uint64_t kWrongOnce =
    kNow + 700ULL * 24 * 3600 * 1000;  // as of one whose clock was 700 days ahead

Ack ack(const std::string& hub, std::uint64_t number) {
  Ack ack;
  ack.hub = hub;
  ack.number = number;
  return ack;
}

AckOrder after(std::initializer_list<Ack> acks) {
  AckOrder order({});
  for (const Ack& each : acks) {
    EXPECT_TRUE(order.is_followed(each)) << each.hub << ' ' << each.number;
    order.follow(each);
  }
  return order;
}

TEST(ack_order, within_an_epoch_numbers_rise_and_an_equal_one_may_come_again) {
  const AckOrder order = after({ack("a", 7)});
  EXPECT_FALSE(order.is_followed(ack("a", 6)));
  EXPECT_TRUE(order.is_followed(ack("a", 7)));
  EXPECT_TRUE(order.is_followed(ack("a", 8)));
}

TEST(ack_order, a_hub_whose_clock_was_years_ahead_is_followed_when_it_was_set_up_anew) {
  const AckOrder order = after({ack("a", kWrongOnce), ack("b", kNow)});
  EXPECT_TRUE(order.is_followed(ack("b", kNow + 1)));
}

TEST(ack_order, an_old_acknowledgement_of_an_epoch_that_was_left_is_not_followed_again) {
  const AckOrder order = after({ack("a", 7), ack("b", 9)});
  EXPECT_FALSE(order.is_followed(ack("a", 7)));
}

TEST(ack_order, a_hub_that_went_back_to_an_epoch_goes_on_with_numbers_above_all) {
  const AckOrder order = after({ack("a", 7), ack("b", 9), ack("a", 10)});
  EXPECT_FALSE(order.is_followed(ack("b", 9)));
}

TEST(ack_order, each_epoch_heals_the_one_before_also_after_restarts) {
  AckOrder order = after({ack("a", kWrongOnce), ack("b", kNow)});
  order.follow(ack("a", kWrongOnce));  // somebody has repeated it
  const AckOrder restarted(order.marks());
  EXPECT_FALSE(restarted.is_followed(ack("b", kNow + 1)));
  EXPECT_TRUE(restarted.is_followed(ack("c", kNow + 2))) << "the hub was told: restored";
}

TEST(ack_order, a_hub_of_an_older_version_names_no_epoch_and_goes_by_its_numbers) {
  const AckOrder order = after({ack("", 7)});
  EXPECT_FALSE(order.is_followed(ack("", 6)));
  EXPECT_TRUE(order.is_followed(ack("", 8)));
}

}  // namespace
}  // namespace tertulia
