// SPDX-License-Identifier: Apache-2.0
#include "firmware/connection/connection_planner.h"

#include <gtest/gtest.h>

#include "firmware/ports/broker.h"

namespace tertulia {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class connection : public testing::Test {
 protected:
  double luck = 1.0;  // the share of the ceiling that jitter chooses
  BootTime now = minutes(5);
  ConnectionPlanner planner{[this] { return luck; }};

  template <class S>
  testing::AssertionResult next_is() {
    const auto action = planner.next(now);
    if (std::holds_alternative<S>(action)) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "action " << action.index();
  }
  // How long it wants to rest; zero when it has begun an attempt instead.
  BootTime rest() {
    const auto action = planner.next(now);
    const auto* wait = std::get_if<connection_action::Wait>(&action);
    return wait && wait->until ? *wait->until - now : BootTime(0);
  }
  // Rests as long as it must, then begins an attempt.
  void begin() {
    auto action = planner.next(now);
    if (const auto* wait = std::get_if<connection_action::Wait>(&action)) {
      now = wait->until.value_or(now);
      action = planner.next(now);
    }
    ASSERT_TRUE(std::holds_alternative<connection_action::Connect>(action)) << action.index();
  }
  void come_in() {
    begin();
    planner.connected(now);
    ASSERT_TRUE(next_is<connection_action::Subscribe>());
    planner.subscribed();
    ASSERT_TRUE(next_is<connection_action::Announce>());
  }
  BootTime rest_after_loss(int reason = 0) {
    planner.lost(now, reason, LinkProblem::kCutOff, "away");
    return rest();
  }
};

TEST_F(connection, the_first_attempt_is_made_at_once) { EXPECT_TRUE(next_is<connection_action::Connect>()); }

TEST_F(connection, is_subscribed_after_every_connack_and_announced_only_after_the_suback) {
  for (int i = 0; i < 2; ++i) {
    now += minutes(10);
    ASSERT_TRUE(next_is<connection_action::Connect>());
    EXPECT_TRUE(next_is<connection_action::Wait>());
    planner.connected(now);
    EXPECT_TRUE(next_is<connection_action::Subscribe>());
    EXPECT_TRUE(next_is<connection_action::Wait>());
    EXPECT_FALSE(planner.ready());
    planner.subscribed();
    EXPECT_TRUE(next_is<connection_action::Announce>());
    EXPECT_TRUE(planner.ready());
    planner.lost(now, 0, LinkProblem::kCutOff, "away");
  }
}

TEST_F(connection, a_ready_one_waits_for_ever) {
  come_in();
  const auto action = planner.next(now);
  ASSERT_TRUE(std::holds_alternative<connection_action::Wait>(action));
  EXPECT_FALSE(std::get<connection_action::Wait>(action).until);
}

TEST_F(connection, every_attempt_has_a_higher_birth_number) {
  const auto first = std::get<connection_action::Connect>(planner.next(now)).birth;
  planner.lost(now, 0, LinkProblem::kCutOff, "away");
  now += rest();
  EXPECT_EQ(std::get<connection_action::Connect>(planner.next(now)).birth, first + 1);
}

TEST_F(connection, that_never_stood_was_not_cut_off_but_nobody_could_be_reached) {
  begin();
  planner.lost(now, 0, LinkProblem::kCutOff, "away");
  EXPECT_EQ(planner.problem(), LinkProblem::kUnreachable);
  come_in();
  planner.lost(now, 0, LinkProblem::kCutOff, "away");
  EXPECT_EQ(planner.problem(), LinkProblem::kCutOff);
  begin();
  planner.lost(now, 0, LinkProblem::kUntrusted, "away");
  EXPECT_EQ(planner.problem(), LinkProblem::kUntrusted);
}

TEST_F(connection, an_attempt_without_connack_is_abandoned_after_10_s) {
  ASSERT_TRUE(next_is<connection_action::Connect>());
  now += milliseconds(9999);
  EXPECT_TRUE(next_is<connection_action::Wait>());
  now += milliseconds(1);
  EXPECT_TRUE(next_is<connection_action::Abandon>());
  EXPECT_EQ(planner.link(), Link::kBrokerAway);
  EXPECT_EQ(rest(), seconds(1));
}

TEST_F(connection, after_an_attempt_that_ran_out_of_time_the_next_has_19_s) {
  for (const auto deadline : {seconds(10), seconds(19), seconds(19)}) {
    begin();
    now += deadline - milliseconds(1);
    EXPECT_TRUE(next_is<connection_action::Wait>());
    now += milliseconds(1);
    EXPECT_TRUE(next_is<connection_action::Abandon>());
  }
}

TEST_F(connection, a_broker_that_was_slow_has_more_time_at_the_next_attempt) {
  begin();
  now += seconds(5);
  planner.connected(now);
  planner.lost(now, 0, LinkProblem::kCutOff, "away");
  begin();
  now += milliseconds(14'999);
  EXPECT_TRUE(next_is<connection_action::Wait>());
  now += milliseconds(1);
  EXPECT_TRUE(next_is<connection_action::Abandon>());
}

TEST_F(connection, a_broker_that_was_fast_has_10_s_again) {
  begin();
  now += seconds(10);
  ASSERT_TRUE(next_is<connection_action::Abandon>());
  begin();
  planner.connected(now);
  planner.lost(now, 0, LinkProblem::kCutOff, "away");
  begin();
  now += seconds(10);
  EXPECT_TRUE(next_is<connection_action::Abandon>());
}

TEST_F(connection, a_subscription_without_suback_is_abandoned_after_10_s) {
  ASSERT_TRUE(next_is<connection_action::Connect>());
  planner.connected(now);
  ASSERT_TRUE(next_is<connection_action::Subscribe>());
  now += seconds(10);
  EXPECT_TRUE(next_is<connection_action::Abandon>());
}

TEST_F(connection, rests_grow_from_1_s_to_40_s) {
  std::vector<BootTime> rests;
  for (int i = 0; i < 10; ++i) {
    begin();
    rests.push_back(rest_after_loss());
  }
  EXPECT_EQ(rests, (std::vector<BootTime>{seconds(1), seconds(2), seconds(4), seconds(8), seconds(16),
                                          seconds(32), seconds(40), seconds(40), seconds(40), seconds(40)}));
}

TEST_F(connection, jitter_is_full) {
  luck = 0.25;
  begin();
  EXPECT_EQ(rest_after_loss(), milliseconds(250));
  luck = 0.0;
  begin();
  EXPECT_EQ(rest_after_loss(), milliseconds(0));
}

TEST_F(connection, coming_in_does_not_shorten_the_next_rest) {
  begin();
  rest_after_loss();
  come_in();
  EXPECT_EQ(rest_after_loss(), seconds(2));
}

TEST_F(connection, only_the_hub_s_word_shortens_the_next_rest) {
  begin();
  rest_after_loss();
  come_in();
  planner.proven();
  EXPECT_EQ(rest_after_loss(), seconds(1));
}

TEST_F(connection, a_wrong_password_rests_long_and_is_shown) {
  for (const int reason : {0x86, 0x87}) {
    luck = 0.0;
    begin();
    planner.refused(now, reason, "Not authorized");
    EXPECT_EQ(planner.link(), Link::kRefused);
    EXPECT_EQ(planner.detail(), "Not authorized");
    EXPECT_EQ(rest(), seconds(20));
  }
}

TEST_F(connection, each_refusal_tells_what_it_is_about) {
  const std::pair<int, LinkProblem> kAll[] = {
      {0x84, LinkProblem::kWrongVersion}, {0x86, LinkProblem::kNotLetIn}, {0x87, LinkProblem::kNotLetIn},
      {0x8A, LinkProblem::kNotLetIn},     {0x88, LinkProblem::kBusy},     {0x9F, LinkProblem::kBusy}};
  for (const auto& [reason, problem] : kAll) {
    begin();
    planner.refused(now, reason, "no");
    EXPECT_EQ(planner.problem(), problem) << reason;
    static_cast<void>(rest());
  }
}

TEST_F(connection, a_busy_server_rests_short) {
  for (const int reason : {0x88, 0x89, 0x9F}) {
    planner.proven();
    begin();
    planner.refused(now, reason, "Server busy");
    EXPECT_EQ(planner.link(), Link::kBrokerAway);
    EXPECT_EQ(rest(), seconds(1));
  }
}

TEST_F(connection, a_refusal_stays_on_the_screen_until_the_device_is_in) {
  begin();
  planner.refused(now, 0x87, "Not authorized");
  begin();
  EXPECT_EQ(planner.link(), Link::kRefused);
  planner.connected(now);
  ASSERT_TRUE(next_is<connection_action::Subscribe>());
  planner.subscribed();
  ASSERT_TRUE(next_is<connection_action::Announce>());
  EXPECT_NE(planner.link(), Link::kRefused);
  EXPECT_EQ(planner.detail(), "");
}

TEST_F(connection, a_refused_subscription_is_dropped_and_shown) {
  begin();
  planner.connected(now);
  ASSERT_TRUE(next_is<connection_action::Subscribe>());
  planner.subscription_refused(now);
  EXPECT_TRUE(next_is<connection_action::Abandon>());
  EXPECT_EQ(planner.link(), Link::kRefused);
  EXPECT_GE(rest(), seconds(20));
}

TEST_F(connection, one_that_is_taken_over_once_comes_back_soon) {
  come_in();
  EXPECT_EQ(rest_after_loss(0x8E), seconds(1));
  EXPECT_EQ(planner.link(), Link::kBrokerAway);
}

TEST_F(connection, one_that_is_taken_over_twice_within_a_minute_rests_40_s) {
  come_in();
  rest_after_loss(0x8E);
  come_in();
  EXPECT_EQ(rest_after_loss(0x8E), seconds(40));
  EXPECT_EQ(planner.link(), Link::kTakenOver);
}

// firmware/docs/trust.md, I7: a minute after the cure everything has arrived, whatever the problem was.
TEST_F(connection, no_rest_and_no_attempt_after_it_outlast_a_minute) {
  EXPECT_LT(Backoff::kLongest + ConnectionPlanner::kLongestAnswerDeadline, minutes(1));
  EXPECT_LT(ConnectionPlanner::kTakenOverWait + ConnectionPlanner::kLongestAnswerDeadline, minutes(1));
  EXPECT_LT(seconds(2 * BrokerAddress{}.keep_alive_seconds) + ConnectionPlanner::kLongestAnswerDeadline,
            minutes(1));
}

TEST_F(connection, two_takeovers_further_apart_are_an_accident) {
  come_in();
  rest_after_loss(0x8E);
  come_in();
  now += minutes(2);
  EXPECT_EQ(rest_after_loss(0x8E), seconds(2));
}

TEST_F(connection, is_online_only_with_the_hub) {
  EXPECT_EQ(planner.link(), Link::kConnecting);
  come_in();
  EXPECT_EQ(planner.link(), Link::kHubAway);
  planner.hub_came();
  EXPECT_EQ(planner.link(), Link::kOnline);
  planner.lost(now, 0, LinkProblem::kCutOff, "away");
  EXPECT_EQ(planner.link(), Link::kBrokerAway);
  come_in();
  EXPECT_EQ(planner.link(), Link::kHubAway);
}

}  // namespace
}  // namespace tertulia
