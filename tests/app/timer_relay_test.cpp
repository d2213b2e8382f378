// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/courier/timer_relay.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

using std::chrono::seconds;

Timer timer(std::uint64_t revision, const std::string& author, TimerPhase phase = TimerPhase::kPaused) {
  Timer timer;
  timer.session = "opening";
  timer.phase = phase;
  timer.remaining = Milliseconds(600'000);
  timer.boot_id = "boot-of-" + author;
  timer.revision = revision;
  timer.author = author;
  return timer;
}

class timer_relay : public testing::Test {
 protected:
  Now now{WallTime{}, std::chrono::hours(1), "boot-1", ClockQuality::kSynced};
  TimerRelay relay{"me"};

  void settle() {
    relay.connected(now.boot);
    now.boot += TimerRelay::kSettle;
  }
  std::optional<Timer> hear(const Timer& anchor, Milliseconds age = {}) {
    return relay.received("ballroom", anchor, age, now);
  }
  void publish(const Timer& own) { relay.publish("ballroom", for_public(own, Agenda{})); }
  std::vector<std::uint64_t> said() {
    std::vector<std::uint64_t> revisions;
    for (const auto& [room, each] : relay.due(now.boot)) revisions.push_back(each.timer().revision);
    return revisions;
  }
};

TEST_F(timer_relay, what_arrives_is_anchored_on_this_device_s_boot_clock) {
  const auto heard = hear(timer(1, "other", TimerPhase::kRunning), Milliseconds(2000));
  ASSERT_TRUE(heard);
  EXPECT_EQ(heard->boot_id, "boot-1");
  EXPECT_EQ(remaining_at(*heard, now), Milliseconds(598'000));
}

TEST_F(timer_relay, our_own_echo_is_ignored) {
  publish(timer(5, "me"));
  EXPECT_FALSE(hear(timer(5, "me")));
  EXPECT_FALSE(hear(timer(4, "me")));
}

TEST_F(timer_relay, what_we_said_before_a_restart_is_news) { EXPECT_TRUE(hear(timer(5, "me"))); }

TEST_F(timer_relay, the_latest_of_a_room_is_kept_while_away_and_said_once) {
  publish(timer(1, "me"));
  publish(timer(2, "me"));
  EXPECT_TRUE(said().empty());
  settle();
  EXPECT_EQ(said(), (std::vector<std::uint64_t>{2}));
  EXPECT_TRUE(said().empty());
}

TEST_F(timer_relay, after_a_lost_connection_it_is_said_again) {
  settle();
  publish(timer(1, "me"));
  said();
  relay.lost();
  settle();
  EXPECT_EQ(said(), (std::vector<std::uint64_t>{1}));
}

TEST_F(timer_relay, what_is_retained_comes_in_before_we_speak) {
  publish(timer(3, "me"));
  relay.connected(now.boot);
  EXPECT_TRUE(said().empty());
  EXPECT_TRUE(hear(timer(4, "other")));
  now.boot += seconds(1);
  EXPECT_TRUE(said().empty()) << "the other moderator was faster";
}

TEST_F(timer_relay, a_loser_is_not_believed_and_is_put_right) {
  settle();
  publish(timer(3, "me"));
  said();
  EXPECT_FALSE(hear(timer(3, "i")));
  EXPECT_EQ(said(), (std::vector<std::uint64_t>{3}));
}

TEST_F(timer_relay, a_tie_goes_to_the_greater_author) {
  settle();
  publish(timer(3, "me"));
  said();
  EXPECT_TRUE(hear(timer(3, "zoe")));
  now.boot += seconds(60);
  EXPECT_TRUE(said().empty());
}

TEST_F(timer_relay, an_older_anchor_of_others_is_not_believed) {
  EXPECT_TRUE(hear(timer(7, "other")));
  EXPECT_FALSE(hear(timer(6, "other")));
  EXPECT_TRUE(hear(timer(7, "other"))) << "a repetition measures the offset again";
}

TEST_F(timer_relay, a_running_timer_is_repeated_every_10_s_by_its_author) {
  settle();
  publish(timer(1, "me", TimerPhase::kRunning));
  EXPECT_EQ(said().size(), 1U);
  EXPECT_EQ(relay.next_due(), now.boot + seconds(10));
  now.boot += seconds(10);
  EXPECT_EQ(said().size(), 1U);
}

TEST_F(timer_relay, a_paused_timer_is_not_repeated) {
  settle();
  publish(timer(1, "me"));
  said();
  EXPECT_FALSE(relay.next_due());
}

}  // namespace
}  // namespace tertulia
