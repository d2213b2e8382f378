// SPDX-License-Identifier: Apache-2.0
// The behaviours that the best rundown timer gets wrong: one test for each row that needs no second device.
#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

Rundown one_segment(std::string_view start, Milliseconds length) {
  return {at(start), {segment_of("only", length)}};
}

TEST(timer, network_time_that_steps_back_changes_no_countdown_and_fires_nothing) {
  ARoom room(one_segment("2027-05-11T10:00:00Z", Minutes(30)));
  room.start();
  room.pass(Minutes(1));
  room.step_wall_clock(-Minutes(3));
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.left(), Minutes(29));
}

TEST(timer, network_time_that_arrives_after_a_stale_boot_changes_no_countdown) {
  ARoom room(one_segment("2027-05-11T10:00:00Z", Minutes(30)));
  room.now.wall = at("2019-02-14T10:11:00Z");
  room.now.quality = ClockQuality::kUnsynced;
  room.start();
  room.pass(Minutes(1));
  room.now.wall = at("2027-05-11T10:01:00Z");
  room.now.quality = ClockQuality::kSynced;
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.left(), Minutes(29));
}

TEST(timer, the_hour_that_autumn_repeats_adds_nothing_to_a_segment) {
  // In Lisbon 02:00 becomes 01:00 again on 2027-10-31, at 01:00 UTC.
  ARoom room(one_segment("2027-10-31T00:30:00Z", Minutes(90)));
  room.start();
  room.pass(Minutes(71));
  EXPECT_EQ(room.left(), Minutes(19));
  const LocalTime end = to_local(expected_end(room.timer, room.now), "Europe/Lisbon").value();
  EXPECT_EQ(std::pair(end.hour, end.minute), std::pair(2, 0));
}

TEST(timer, the_hour_that_spring_skips_takes_nothing_from_a_segment) {
  // In Lisbon 01:00 becomes 02:00 on 2027-03-28, at 01:00 UTC.
  ARoom room(one_segment("2027-03-28T00:30:00Z", Minutes(90)));
  room.start();
  room.pass(Minutes(31));
  EXPECT_EQ(room.left(), Minutes(59));
  const LocalTime end = to_local(expected_end(room.timer, room.now), "Europe/Lisbon").value();
  EXPECT_EQ(std::pair(end.hour, end.minute), std::pair(3, 0));
}

TEST(timer, a_pause_across_midnight_keeps_what_was_left) {
  ARoom room(one_segment("2027-05-11T23:50:00Z", Minutes(30)));
  room.start();
  room.pass(Minutes(5));
  room.press(command::Pause{});
  EXPECT_EQ(room.left(), Minutes(25));
  room.pass(Minutes(10));
  room.press(command::Resume{});
  room.pass(Minutes(1));
  EXPECT_EQ(room.left(), Minutes(24));
}

TEST(timer, a_pause_at_midnight_to_the_millisecond_keeps_what_was_left) {
  ARoom room(one_segment("2027-05-11T23:50:00Z", Minutes(30)));
  room.start();
  room.pass(Minutes(10));
  ASSERT_EQ(room.now.wall, at("2027-05-12T00:00:00.000Z"));
  room.press(command::Pause{});
  EXPECT_EQ(room.left(), Minutes(20));
  room.pass(hours(9));
  EXPECT_EQ(room.left(), Minutes(20));
}

TEST(timer, taking_away_more_than_is_left_finishes_once_and_overruns_by_the_difference) {
  ARoom room;
  room.start();
  EXPECT_EQ(room.press(command::Add{-Minutes(25)}), (Facts{TimerFact::kAdded, TimerFact::kFinished}));
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
  EXPECT_EQ(room.left(), -Minutes(5));
  EXPECT_EQ(room.look(), Facts{});
}

TEST(timer, a_device_that_restarts_in_overrun_goes_on_and_does_not_finish_again) {
  ARoom room;
  room.start();
  room.pass(Minutes(22));
  EXPECT_EQ(room.look(), Facts{TimerFact::kFinished});
  room.power_cut(Minutes(1));
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
  EXPECT_EQ(room.left(), -Minutes(3));
}

TEST(timer, a_program_that_restarts_in_overrun_goes_on_and_does_not_finish_again) {
  ARoom room;
  room.start();
  room.pass(Minutes(21));
  room.look();
  room.timer = restore(room.timer, room.now);
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.left(), -Minutes(1));
}

TEST(timer, power_that_comes_back_a_day_later_asks_and_does_not_resume) {
  ARoom room;
  room.start();
  room.power_cut(hours(24) + Minutes(10));
  EXPECT_TRUE(room.timer.asks);
  EXPECT_EQ(room.timer.phase, TimerPhase::kPaused);
  room.pass(hours(1));
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.left(), Minutes(20));
}

TEST(timer, roll_waits_for_the_planned_start_however_late_the_session_ran) {
  Rundown plan{at("2027-05-11T10:00:00Z"), {segment_of("a", Minutes(30)), segment_of("b", Minutes(30))}};
  plan.segments[1].planned_start = at("2027-05-11T11:00:00Z");
  ARoom room(plan);
  room.pass(Minutes(5));
  room.start();
  room.press(command::Roll{});
  room.pass(Minutes(30));
  room.look();
  ASSERT_EQ(room.now.wall, at("2027-05-11T10:35:00Z"));
  EXPECT_EQ(room.late(), Minutes(5));
  for (int second = 0; second < 60; ++second) {
    EXPECT_EQ(roll_in(room.timer, room.rundown, room.now), Minutes(25) - seconds(second));
    room.pass(seconds(1));
    EXPECT_EQ(room.look(), Facts{});
  }
}

TEST(timer, day_two_of_a_two_day_rundown_has_the_item_of_day_two) {
  Rundown plan{at("2027-05-11T09:00:00Z"), {segment_of("day-1", hours(8)), segment_of("day-2", hours(8))}};
  plan.segments[1].planned_start = at("2027-05-12T09:00:00Z");
  EXPECT_EQ(planned_segment_at(plan, at("2027-05-12T09:30:00Z")), 1U);
  ARoom room(plan);
  room.load();
  room.pass(hours(24) + Minutes(30));
  room.look();
  EXPECT_EQ(room.timer.segment_id, "day-2");
  EXPECT_EQ(room.left(), hours(7) + Minutes(30));
}

TEST(timer, a_segment_may_last_a_day_or_longer) {
  ARoom room(one_segment("2027-05-11T10:00:00Z", hours(26)));
  room.start();
  EXPECT_EQ(countdown_text(room.left()), "26:00:00");
  room.pass(hours(25));
  EXPECT_EQ(room.look(), Facts{});
  EXPECT_EQ(room.left(), hours(1));
  room.pass(hours(1));
  EXPECT_EQ(room.look(), Facts{TimerFact::kFinished});
}

TEST(timer, a_running_segment_that_leaves_the_agenda_runs_on_and_is_marked) {
  ARoom room;
  room.start(1);
  room.pass(Minutes(4));
  room.rundown.segments.erase(room.rundown.segments.begin() + 1);
  room.timer = follow(room.timer, room.rundown);
  EXPECT_TRUE(room.timer.removed);
  EXPECT_EQ(room.timer.phase, TimerPhase::kRunning);
  EXPECT_EQ(room.left(), Minutes(6));
  EXPECT_EQ(room.late(), Minutes(0));
}

TEST(timer, next_after_a_removed_segment_is_the_one_that_took_its_place) {
  ARoom room;
  room.start(1);
  room.rundown.segments.erase(room.rundown.segments.begin() + 1);
  room.timer = follow(room.timer, room.rundown);
  room.press(command::Next{});
  EXPECT_EQ(room.timer.segment_id, "c");
  EXPECT_FALSE(room.timer.removed);
}

TEST(timer, a_session_that_leaves_the_agenda_whole_runs_on) {
  ARoom room;
  room.start(2);
  room.rundown.segments.clear();
  room.timer = follow(room.timer, room.rundown);
  EXPECT_TRUE(room.timer.removed);
  EXPECT_EQ(room.left(), Minutes(30));
  room.press(command::Restart{});
  EXPECT_EQ(room.left(), Minutes(30));
  room.press(command::Next{});
  EXPECT_EQ(room.timer.phase, TimerPhase::kFinished);
}

TEST(timer, a_lost_state_can_offer_the_position_of_the_plan) {
  ARoom room;
  room.pass(Minutes(27));
  const auto planned = planned_segment_at(room.rundown, room.now.wall);
  ASSERT_TRUE(planned.has_value());
  room.load(*planned);
  EXPECT_EQ(room.look(), Facts{});  // offered, not started behind anybody's back
  EXPECT_EQ(room.press(command::Roll{}), Facts{TimerFact::kStarted});
  EXPECT_EQ(room.timer.segment_id, "b");
  EXPECT_EQ(room.left(), Minutes(3));
}

TEST(timer, another_moderator_can_take_over_from_a_device_that_died) {
  ARoom room;
  room.start();
  ARoom display;
  display.now.boot_id = "boot of the display";
  display.now.boot = hours(400);
  display.timer = reanchor(room.timer, Milliseconds(40), display.now);
  display.pass(Minutes(2));
  EXPECT_EQ(display.left(), Minutes(18) - Milliseconds(40));
  display.press(command::Pause{});
  EXPECT_EQ(display.left(), Minutes(18) - Milliseconds(40));
}

}  // namespace
}  // namespace tertulia
