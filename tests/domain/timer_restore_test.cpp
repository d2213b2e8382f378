// SPDX-License-Identifier: Apache-2.0
// What a restart and an agenda update leave of the timer.
#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

using std::chrono::hours;

TEST(restore, within_one_boot_changes_nothing) {
  ARoom room;
  room.start();
  room.pass(Minutes(3));
  EXPECT_EQ(restore(room.timer, room.now), room.timer);
}

TEST(restore, a_short_power_cut_goes_on_as_if_time_had_been_watched) {
  ARoom room;
  room.start();
  room.power_cut(Minutes(4));
  EXPECT_EQ(room.timer.phase, TimerPhase::kRunning);
  EXPECT_FALSE(room.timer.asks);
  EXPECT_EQ(room.left(), Minutes(16));
  EXPECT_EQ(room.spoken(), Minutes(4));
  room.pass(Minutes(1));
  EXPECT_EQ(room.left(), Minutes(15));
}

TEST(restore, a_run_that_ended_in_the_dark_finishes_when_the_light_returns) {
  ARoom room;
  room.start();
  room.power_cut(Minutes(24));
  EXPECT_EQ(room.look(), Facts{TimerFact::kFinished});
  EXPECT_EQ(room.left(), -Minutes(4));
}

TEST(restore, the_longest_gap_still_goes_on) {
  ARoom room;
  room.start();
  room.power_cut(kLongestGap);
  EXPECT_FALSE(room.timer.asks);
}

TEST(restore, a_millisecond_over_the_longest_gap_asks) {
  ARoom room;
  room.start();
  room.power_cut(kLongestGap + Milliseconds(1));
  EXPECT_TRUE(room.timer.asks);
}

TEST(restore, a_clock_that_nobody_set_asks) {
  ARoom room;
  room.start();
  room.now.quality = ClockQuality::kUnsynced;
  room.power_cut(Minutes(1));
  EXPECT_TRUE(room.timer.asks);
  EXPECT_EQ(room.timer.phase, TimerPhase::kPaused);
}

TEST(restore, a_clock_before_the_stored_anchor_asks) {
  ARoom room;
  room.start();
  room.power_cut(-Minutes(1));
  EXPECT_TRUE(room.timer.asks);
}

TEST(restore, an_overrun_of_yesterday_asks) {
  ARoom room;
  room.start();
  room.pass(Minutes(21));
  room.look();
  room.power_cut(hours(20));
  EXPECT_TRUE(room.timer.asks);
  EXPECT_EQ(room.timer.phase, TimerPhase::kPaused);
}

TEST(restore, a_paused_timer_stays_paused_without_a_question) {
  ARoom room;
  room.start();
  room.press(command::Pause{});
  room.power_cut(hours(20));
  EXPECT_FALSE(room.timer.asks);
  EXPECT_EQ(room.timer.phase, TimerPhase::kPaused);
  EXPECT_EQ(room.left(), Minutes(20));
}

TEST(restore, an_armed_timer_stays_armed) {
  ARoom room;
  room.load();
  room.power_cut(hours(20));
  EXPECT_EQ(room.timer.phase, TimerPhase::kArmed);
  EXPECT_EQ(room.left(), Minutes(20));
}

TEST(restore, the_moderators_answer_ends_the_question) {
  ARoom room;
  room.start();
  room.power_cut(hours(24));
  EXPECT_EQ(room.press(command::Resume{}), Facts{TimerFact::kResumed});
  EXPECT_FALSE(room.timer.asks);
  EXPECT_EQ(room.timer.phase, TimerPhase::kRunning);
}

TEST(restore, a_question_is_not_answered_by_the_clock) {
  ARoom room;
  room.load();
  room.look();
  ASSERT_EQ(room.timer.phase, TimerPhase::kRunning);
  room.power_cut(hours(24));
  EXPECT_EQ(next_change(room.timer, room.rundown, room.now), std::nullopt);
}

TEST(restore, a_state_of_another_boot_that_was_not_restored_shows_its_anchor_and_stands_still) {
  ARoom room;
  room.start();
  room.now.boot_id = "another boot";
  room.pass(hours(100));
  EXPECT_EQ(room.left(), Minutes(20));
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(next_change(room.timer, room.rundown, room.now), std::nullopt);
}

TEST(follow, a_segment_that_moved_is_found_by_its_id) {
  ARoom room;
  room.start(1);
  room.rundown.segments.insert(room.rundown.segments.begin(), segment_of("new", Minutes(5)));
  room.timer = follow(room.timer, room.rundown);
  EXPECT_EQ(room.timer.segment, 2U);
  EXPECT_FALSE(room.timer.removed);
  EXPECT_EQ(room.left(), Minutes(10));
}

TEST(follow, a_running_segment_keeps_its_length) {
  ARoom room;
  room.start();
  room.rundown.segments[0].length = Minutes(5);
  room.timer = follow(room.timer, room.rundown);
  EXPECT_EQ(room.left(), Minutes(20));
}

TEST(follow, an_armed_segment_takes_its_new_length) {
  ARoom room;
  room.load();
  room.press(command::Add{Minutes(2)});
  room.rundown.segments[0].length = Minutes(5);
  room.timer = follow(room.timer, room.rundown);
  EXPECT_EQ(room.left(), Minutes(7));
}

TEST(follow, minutes_that_were_taken_off_a_longer_segment_leave_something_of_it_to_start) {
  ARoom room;
  room.load();
  room.press(command::Add{Minutes(-15)});
  room.rundown.segments[0].length = Minutes(10);
  room.timer = follow(room.timer, room.rundown);
  EXPECT_EQ(room.left(), Minutes(10));
}

TEST(follow, a_segment_that_comes_back_is_no_longer_removed) {
  ARoom room;
  room.start(1);
  room.timer = follow(room.timer, Rundown{room.rundown.start, {}});
  ASSERT_TRUE(room.timer.removed);
  room.timer = follow(room.timer, room.rundown);
  EXPECT_FALSE(room.timer.removed);
  EXPECT_EQ(room.timer.segment, 1U);
}

TEST(follow, an_idle_timer_follows_nothing) { EXPECT_EQ(follow(Timer{}, three_segments()), Timer{}); }

}  // namespace
}  // namespace tertulia
