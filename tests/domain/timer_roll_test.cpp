// SPDX-License-Identifier: Apache-2.0
// What time does by itself: overrun at zero, and the clock that starts what is due.
#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

Rundown with_a_gap() {
  Rundown plan = three_segments();
  plan.segments[1].planned_start = at("2027-05-11T10:30:00Z");
  return plan;
}

TEST(elapse, fires_nothing_a_millisecond_before_zero) {
  ARoom room;
  room.start();
  room.pass(Minutes(20) - Milliseconds(1));
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.timer.phase, TimerPhase::kRunning);
}

TEST(elapse, fires_finished_at_zero_and_overruns) {
  ARoom room;
  room.start();
  room.pass(Minutes(20));
  EXPECT_EQ(room.look(), Facts{TimerFact::kFinished});
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
}

TEST(elapse, fires_finished_once_per_run) {
  ARoom room;
  room.start();
  room.pass(Minutes(21));
  room.look();
  room.press(command::Add{Minutes(5)});
  EXPECT_EQ(room.timer.phase, TimerPhase::kRunning);
  room.pass(Minutes(5));
  EXPECT_EQ(room.look(), Facts{TimerFact::kOverran});
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
}

TEST(elapse, dates_what_was_due_to_its_moment) {
  ARoom room;
  room.start();
  room.pass(Minutes(23));
  room.look();
  EXPECT_EQ(room.timer.wall, at("2027-05-11T10:20:00Z"));
  EXPECT_EQ(room.left(), -Minutes(3));
}

TEST(elapse, changes_nothing_that_stands_still) {
  ARoom room;
  room.start();
  room.press(command::Pause{});
  room.pass(hours(1));
  const Timer before = room.timer;
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.timer, before);
}

TEST(elapse, next_change_of_a_running_timer_is_its_zero) {
  ARoom room;
  room.start();
  room.pass(Minutes(5));
  EXPECT_EQ(next_change(room.timer, room.rundown, room.now), room.now.boot + Minutes(15));
}

TEST(elapse, at_the_next_change_something_changes) {
  ARoom room;
  room.start();
  room.now.boot += std::chrono::nanoseconds(123'456);
  room.now.boot = next_change(room.timer, room.rundown, room.now).value();
  EXPECT_EQ(room.look(), Facts{TimerFact::kFinished});
}

TEST(elapse, only_a_command_changes_what_a_moderator_leads_in_overrun) {
  ARoom room;
  room.start();
  room.pass(Minutes(25));
  room.look();
  EXPECT_EQ(next_change(room.timer, room.rundown, room.now), std::nullopt);
}

TEST(roll, starts_a_loaded_segment_at_its_planned_start) {
  ARoom room;
  room.pass(-Minutes(5));
  room.load();
  EXPECT_EQ(roll_in(room.timer, room.rundown, room.now), Minutes(5));
  EXPECT_EQ(next_change(room.timer, room.rundown, room.now), room.now.boot + Minutes(5));
  room.pass(Minutes(6));
  EXPECT_EQ(room.look(), Facts{TimerFact::kStarted});
  EXPECT_EQ(room.left(), Minutes(19));
  EXPECT_EQ(room.timer.started, at("2027-05-11T10:00:00Z"));
}

TEST(roll, leaves_a_segment_that_was_loaded_late_to_the_moderator) {
  ARoom room;
  room.pass(Minutes(5));
  room.load();
  room.pass(Minutes(1));
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.timer.phase, TimerPhase::kArmed);
}

TEST(roll, goes_through_a_whole_rundown_by_itself) {
  ARoom room;
  room.load();
  EXPECT_EQ(room.look(), Facts{TimerFact::kStarted});
  room.pass(Minutes(20));
  EXPECT_EQ(room.look(), (Facts{TimerFact::kFinished, TimerFact::kSegmentChanged, TimerFact::kStarted}));
  EXPECT_EQ(room.timer.segment_id, "b");
  room.pass(Minutes(10));
  room.look();
  EXPECT_EQ(room.timer.segment_id, "c");
  room.pass(Minutes(31));
  EXPECT_EQ(room.look(), Facts{TimerFact::kFinished});
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
  EXPECT_EQ(roll_in(room.timer, room.rundown, room.now), std::nullopt);
}

TEST(roll, catches_up_with_what_was_missed_to_the_millisecond) {
  ARoom room;
  room.load();
  room.pass(Minutes(33));
  room.look();
  EXPECT_EQ(room.timer.segment_id, "c");
  EXPECT_EQ(room.left(), Minutes(27));
  EXPECT_EQ(room.timer.run, 3U);
}

TEST(roll, what_was_due_before_this_boot_is_the_same_with_an_anchor_that_a_message_can_carry) {
  ARoom room;
  room.load();
  room.look();
  room.power_cut(Minutes(24));
  room.look();
  EXPECT_EQ(room.timer.segment_id, "b");
  EXPECT_LT(room.timer.boot, BootTime(0));
  room.timer = in_its_boot(room.timer);
  EXPECT_EQ(room.timer.boot, BootTime(0));
  EXPECT_EQ(room.left(), Minutes(6));
  EXPECT_EQ(room.timer.wall, room.now.wall - seconds(20));
}

TEST(roll, an_overrun_before_this_boot_still_starts_the_next_segment_at_its_planned_start) {
  ARoom room(with_a_gap());
  room.load();
  room.look();
  room.pass(Minutes(22));
  room.look();
  room.power_cut(Minutes(12));
  room.look();
  EXPECT_EQ(room.timer.segment_id, "b");
  EXPECT_EQ(room.timer.started, at("2027-05-11T10:30:00Z"));
}

TEST(elapse, a_word_that_is_being_put_right_is_over_all_the_same) {
  ARoom room;
  room.start();
  room.pass(Minutes(19));
  Timer better = anchored(room.timer, room.now);
  better.remaining = Milliseconds(20);
  better.elapsed = better.length - better.remaining;
  room.timer = anchored(room.timer, room.now);
  room.timer.remaining = Milliseconds(190);
  room.timer.elapsed = room.timer.length - room.timer.remaining;
  room.timer = slewed(room.timer, better, room.now);
  for (int step = 0; step < 300; ++step) {
    room.pass(Milliseconds(1));
    room.look();
  }
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
}

TEST(roll, waits_through_a_gap_of_the_plan) {
  ARoom room(with_a_gap());
  room.load();
  room.pass(Minutes(25));
  room.look();
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
  EXPECT_EQ(roll_in(room.timer, room.rundown, room.now), Minutes(5));
  EXPECT_EQ(next_change(room.timer, room.rundown, room.now), room.now.boot + Minutes(5));
  room.pass(Minutes(5));
  EXPECT_EQ(room.look(), (Facts{TimerFact::kSegmentChanged, TimerFact::kStarted}));
}

TEST(roll, says_while_a_segment_runs_when_the_next_will_start) {
  ARoom room(with_a_gap());
  room.load();
  room.look();
  EXPECT_EQ(roll_in(room.timer, room.rundown, room.now), Minutes(30));
}

TEST(roll, does_not_cut_a_run_that_is_late) {
  ARoom room;
  room.pass(Minutes(5));
  room.start();
  room.press(command::Roll{});
  room.pass(Minutes(17));
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.timer.segment_id, "a");
  room.pass(Minutes(3));
  room.look();
  EXPECT_EQ(room.timer.segment_id, "b");
}

TEST(roll, told_in_overrun_gives_the_next_segment_its_whole_time) {
  ARoom room;
  room.start();
  room.pass(Minutes(26));
  room.look();
  room.press(command::Roll{});
  room.look();
  EXPECT_EQ(room.timer.segment_id, "b");
  EXPECT_EQ(room.left(), Minutes(10));
}

TEST(roll, told_in_the_middle_of_the_planned_time_joins_the_plan) {
  ARoom room;
  room.pass(Minutes(8));
  room.load();
  EXPECT_EQ(room.press(command::Roll{}), Facts{TimerFact::kStarted});
  EXPECT_EQ(room.left(), Minutes(12));
  EXPECT_EQ(room.late(), Minutes(0));
}

TEST(roll, does_not_trust_a_clock_that_nobody_set) {
  ARoom room;
  room.now.quality = ClockQuality::kUnsynced;
  room.load();
  EXPECT_EQ(roll_in(room.timer, room.rundown, room.now), std::nullopt);
  EXPECT_EQ(room.press(command::Roll{}), Facts{});
  EXPECT_EQ(room.look(), Facts{});
}

TEST(roll, starts_on_time_when_network_time_corrects_a_stale_clock) {
  ARoom room;
  room.now.wall = at("2019-02-14T10:11:00Z");
  room.now.quality = ClockQuality::kUnsynced;
  room.load();
  room.pass(Minutes(1));
  room.now.wall = at("2027-05-11T09:59:00Z");
  room.now.quality = ClockQuality::kSynced;
  EXPECT_EQ(roll_in(room.timer, room.rundown, room.now), Minutes(1));
}

TEST(roll, a_correction_past_the_planned_start_starts_at_the_plan) {
  ARoom room;
  room.now.wall = at("2027-05-11T09:50:00Z");
  room.load();
  room.pass(Minutes(11));
  room.step_wall_clock(Minutes(1));
  room.look();
  EXPECT_EQ(room.left(), Minutes(18));
}

TEST(roll, hold_stops_it_until_told) {
  ARoom room;
  room.pass(-Minutes(5));
  room.load();
  EXPECT_EQ(room.press(command::Hold{}), Facts{TimerFact::kHeld});
  room.pass(Minutes(5) - seconds(1));
  EXPECT_EQ(room.press(command::Roll{}), Facts{TimerFact::kRolls});
  room.pass(seconds(1));
  EXPECT_EQ(room.look(), Facts{TimerFact::kStarted});
}

TEST(roll, a_moderator_who_touches_the_run_leads_it) {
  ARoom room;
  room.load();
  room.look();
  room.press(command::Add{Minutes(1)});
  room.pass(Minutes(25));
  EXPECT_EQ(room.look(), Facts{TimerFact::kFinished});
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
}

TEST(roll, another_session_follows_the_clock_again) {
  ARoom room;
  room.start();
  ASSERT_TRUE(room.timer.hold);
  room.press(command::Load{"another session", 0});
  EXPECT_FALSE(room.timer.hold);
}

TEST(roll, a_planned_start_centuries_away_is_waited_for_without_overflow) {
  ARoom room;
  room.rundown.start = kLastWallTime - hours(10);
  room.load();
  ASSERT_TRUE(next_change(room.timer, room.rundown, room.now).has_value());
  EXPECT_GT(*next_change(room.timer, room.rundown, room.now), room.now.boot);
  EXPECT_EQ(room.look(), Facts{});
}

TEST(roll, segments_without_length_do_not_hang_it) {
  ARoom room({at("2027-05-11T10:00:00Z"), std::vector<Segment>(50, segment_of("nil", Minutes(0)))});
  room.load();
  room.look();
  EXPECT_EQ(room.timer.segment, 49U);
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
}

}  // namespace
}  // namespace tertulia
