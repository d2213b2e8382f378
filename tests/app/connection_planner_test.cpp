// SPDX-License-Identifier: Apache-2.0
#include "firmware/connection/connection_planner.h"

#include <gmock/gmock.h>
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
  // Begins an attempt that comes to this step and no further. How long that step had.
  BootTime run_out_at(ConnectionStep step) {
    begin();
    planner.reached(now, step);
    const BootTime deadline = rest();
    now += deadline;
    EXPECT_TRUE(next_is<connection_action::Abandon>());
    return deadline;
  }
  void come_in() {
    begin();
    planner.connected(now);
    ASSERT_TRUE(next_is<connection_action::Subscribe>());
    planner.subscribed(now);
    ASSERT_TRUE(next_is<connection_action::Announce>());
  }
  BootTime rest_after_loss(int reason = 0) {
    planner.lost(now, {reason, "away"});
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
    planner.subscribed(now);
    EXPECT_TRUE(next_is<connection_action::Announce>());
    EXPECT_TRUE(planner.ready());
    planner.lost(now, {0, "away"});
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
  planner.lost(now, {0, "away"});
  now += rest();
  EXPECT_EQ(std::get<connection_action::Connect>(planner.next(now)).birth, first + 1);
}

TEST_F(connection, that_never_stood_was_not_cut_off_but_nobody_could_be_reached) {
  begin();
  planner.lost(now, {0, "away"});
  EXPECT_EQ(planner.problem(), LinkProblem::kUnreachable);
  come_in();
  planner.lost(now, {0, "away"});
  EXPECT_EQ(planner.problem(), LinkProblem::kCutOff);
}

TEST_F(connection, that_was_lost_by_tls_keeps_who_answered_until_it_is_ready) {
  const TlsFailure hotel{
      TlsFault::kStranger, {"login.globe.example", "Globe Hotels", {}, {}, {}}, "broker", {}};
  begin();
  planner.lost(now, {0, "TLS", broker_event::LostBy::kTls, hotel});
  EXPECT_EQ(planner.problem(), LinkProblem::kUntrusted);
  EXPECT_EQ(planner.tls(), hotel);
  come_in();
  EXPECT_EQ(planner.problem(), LinkProblem::kNone);
  EXPECT_FALSE(planner.tls());
}

TEST_F(connection, that_failed_says_what_it_failed_of) {
  const std::pair<broker_event::LostBy, LinkProblem> kAll[] = {
      {broker_event::LostBy::kName, LinkProblem::kNoName},
      {broker_event::LostBy::kBadPacket, LinkProblem::kBadPacket},
      {broker_event::LostBy::kLine, LinkProblem::kUnreachable}};
  for (const auto& [by, problem] : kAll) {
    begin();
    planner.lost(now, {0, "away", by});
    EXPECT_EQ(planner.problem(), problem);
  }
}

TEST_F(connection, each_step_has_10_s_of_its_own) {
  ASSERT_TRUE(next_is<connection_action::Connect>());
  for (const auto step : {ConnectionStep::kAddress, ConnectionStep::kTls, ConnectionStep::kAnswer}) {
    now += milliseconds(9'999);
    EXPECT_TRUE(next_is<connection_action::Wait>());
    planner.reached(now, step);
  }
  now += milliseconds(9'999);
  planner.connected(now);
  ASSERT_TRUE(next_is<connection_action::Subscribe>());
  now += milliseconds(9'999);
  EXPECT_TRUE(next_is<connection_action::Wait>());
  now += milliseconds(1);
  EXPECT_TRUE(next_is<connection_action::Abandon>());
}

TEST_F(connection, a_step_that_runs_out_of_time_says_which_it_was) {
  const std::pair<ConnectionStep, LinkProblem> kAll[] = {
      {ConnectionStep::kName, LinkProblem::kNoName},
      {ConnectionStep::kAddress, LinkProblem::kUnreachable},
      {ConnectionStep::kTls, LinkProblem::kSilent},
      {ConnectionStep::kAnswer, LinkProblem::kSilent}};
  for (const auto& [step, problem] : kAll) {
    run_out_at(step);
    EXPECT_EQ(planner.link(), Link::kBrokerAway);
    EXPECT_EQ(planner.problem(), problem);
    EXPECT_THAT(planner.detail(), testing::HasSubstr("within 10 s"));
  }
}

TEST_F(connection, a_step_that_ran_out_of_time_has_twice_as_long_up_to_50_s) {
  for (const auto deadline : {seconds(10), seconds(20), seconds(40), seconds(50), seconds(50)})
    EXPECT_EQ(run_out_at(ConnectionStep::kAnswer), deadline);
  EXPECT_EQ(run_out_at(ConnectionStep::kAddress), seconds(10)) << "each step for itself";
}

TEST_F(connection, a_step_that_was_reached_has_three_times_what_it_took) {
  begin();
  planner.reached(now, ConnectionStep::kAnswer);
  now += seconds(6);
  planner.connected(now);
  planner.lost(now, {0, "away"});
  EXPECT_EQ(run_out_at(ConnectionStep::kAnswer), seconds(18));
}

TEST_F(connection, a_line_that_is_fast_again_has_10_s_again) {
  for (int i = 0; i < 5; ++i) run_out_at(ConnectionStep::kAnswer);
  begin();
  planner.reached(now, ConnectionStep::kAnswer);
  planner.connected(now);
  planner.lost(now, {0, "away"});
  EXPECT_EQ(run_out_at(ConnectionStep::kAnswer), seconds(10));
}

// Round trips of 5 s: a connection takes 25 s and more, and stands.
TEST_F(connection, comes_in_at_the_first_attempt_where_each_step_takes_5_s) {
  begin();
  for (const auto step : {ConnectionStep::kAddress, ConnectionStep::kTls, ConnectionStep::kAnswer}) {
    now += seconds(5);
    EXPECT_TRUE(next_is<connection_action::Wait>());
    planner.reached(now, step);
  }
  now += seconds(5);
  planner.connected(now);
  ASSERT_TRUE(next_is<connection_action::Subscribe>());
  now += seconds(5);
  EXPECT_TRUE(next_is<connection_action::Wait>());
  planner.subscribed(now);
  EXPECT_TRUE(next_is<connection_action::Announce>());
}

TEST_F(connection, is_asked_for_signs_of_life_more_seldom_where_answers_take_long) {
  const auto keep_alive_after = [this](seconds answer) {
    begin();
    planner.reached(now, ConnectionStep::kAnswer);
    now += answer;
    planner.connected(now);
    planner.lost(now, {0, "away"});
    now += minutes(1);
    const auto next = std::get<connection_action::Connect>(planner.next(now));
    planner.lost(now, {0, "away"});
    return next.keep_alive;
  };
  EXPECT_EQ(keep_alive_after(seconds(2)), seconds(20));
  EXPECT_EQ(keep_alive_after(seconds(5)), seconds(40));
  EXPECT_EQ(keep_alive_after(seconds(9)), seconds(60));
  EXPECT_EQ(keep_alive_after(seconds(1)), seconds(20));
}

// Who kept silent for so long was waited for already.
TEST_F(connection, the_time_of_a_step_that_ran_out_counts_as_rest) {
  run_out_at(ConnectionStep::kAnswer);
  EXPECT_EQ(rest(), seconds(1)) << "so that not all return at once";
  run_out_at(ConnectionStep::kAnswer);
  EXPECT_EQ(rest(), seconds(1)) << "2 s of rest are within its 20 s";
  for (int i = 0; i < 8; ++i) run_out_at(ConnectionStep::kAnswer);
  EXPECT_EQ(rest(), seconds(1)) << "40 s are within its 50 s";
  run_out_at(ConnectionStep::kAddress);
  EXPECT_EQ(rest(), seconds(30)) << "40 s less its 10 s";
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
  planner.subscribed(now);
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

// firmware/docs/trust.md, I7: a minute after the cure everything has arrived, whatever the problem was. What
// the new attempt itself takes is left to the line.
TEST_F(connection, neither_a_rest_nor_a_deadline_outlasts_a_minute) {
  constexpr BootTime kRoomForTheAttempt = seconds(9);
  EXPECT_LE(Backoff::kLongest + kRoomForTheAttempt, minutes(1));
  EXPECT_LE(ConnectionPlanner::kTakenOverWait + kRoomForTheAttempt, minutes(1));
  EXPECT_LE(Patience::kLongest + ConnectionPlanner::kSpread + kRoomForTheAttempt, minutes(1));
  EXPECT_LE(2 * Patience::kKeepAlive + kRoomForTheAttempt, minutes(1));
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
  planner.lost(now, {0, "away"});
  EXPECT_EQ(planner.link(), Link::kBrokerAway);
  come_in();
  EXPECT_EQ(planner.link(), Link::kHubAway);
}

}  // namespace
}  // namespace tertulia
