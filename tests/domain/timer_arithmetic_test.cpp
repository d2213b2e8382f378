// SPDX-License-Identifier: Apache-2.0
// The reference values of the rundown arithmetic; minutes stand for its units.
#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

constexpr WallTime kHundred{Minutes(100)};

Rundown planned_at_a_hundred() { return {kHundred, {segment_of("a", Minutes(20))}}; }

TEST(timer, ten_left_at_zero_is_nine_at_one) {
  ARoom room({kHundred, {segment_of("a", Minutes(10))}});
  room.start();
  room.pass(Minutes(1));
  EXPECT_EQ(room.left(), Minutes(9));
}

TEST(timer, ten_added_to_nine_left_is_nineteen) {
  ARoom room({kHundred, {segment_of("a", Minutes(10))}});
  room.start();
  room.pass(Minutes(1));
  room.press(command::Add{Minutes(10)});
  EXPECT_EQ(room.left(), Minutes(19));
}

TEST(timer, a_paused_timer_does_not_run_down) {
  ARoom room;
  room.start();
  room.press(command::Pause{});
  room.pass(Minutes(7));
  EXPECT_EQ(room.left(), Minutes(20));
}

TEST(timer, elapsed_ignores_pauses) {
  ARoom room;
  room.start();
  room.pass(Minutes(3));
  room.press(command::Pause{});
  room.pass(Minutes(50));
  room.press(command::Resume{});
  room.pass(Minutes(2));
  EXPECT_EQ(room.spoken(), Minutes(5));
}

TEST(timer, added_time_moves_the_end_and_not_the_elapsed) {
  ARoom room;
  room.start();
  room.pass(Minutes(3));
  const WallTime end = expected_end(room.timer, room.now);
  room.press(command::Add{Minutes(5)});
  EXPECT_EQ(room.spoken(), Minutes(3));
  EXPECT_EQ(expected_end(room.timer, room.now), end + Minutes(5));
}

TEST(timer, elapsed_goes_on_in_overrun) {
  ARoom room;
  room.start();
  room.pass(Minutes(23));
  room.look();
  room.pass(Minutes(1));
  EXPECT_EQ(room.spoken(), Minutes(24));
}

TEST(timer, starting_fifty_late_is_an_offset_of_fifty) {
  ARoom room(planned_at_a_hundred());
  room.pass(Minutes(50));
  room.start();
  EXPECT_EQ(room.late(), Minutes(50));
  room.pass(Minutes(7));
  EXPECT_EQ(room.late(), Minutes(50));
}

TEST(timer, added_time_grows_the_offset) {
  ARoom room(planned_at_a_hundred());
  room.pass(Minutes(50));
  room.start();
  room.press(command::Add{Minutes(10)});
  EXPECT_EQ(room.late(), Minutes(60));
}

TEST(timer, overrun_grows_the_offset) {
  ARoom room(planned_at_a_hundred());
  room.start();
  room.pass(Minutes(30));
  room.look();
  EXPECT_EQ(room.late(), Minutes(10));
}

TEST(timer, a_pause_grows_the_offset) {
  ARoom room(planned_at_a_hundred());
  room.start();
  room.press(command::Pause{});
  room.pass(Minutes(4));
  EXPECT_EQ(room.late(), Minutes(4));
}

TEST(timer, starting_early_is_a_negative_offset) {
  ARoom room(planned_at_a_hundred());
  room.pass(-Minutes(10));
  room.start();
  EXPECT_EQ(room.late(), -Minutes(10));
}

TEST(timer, a_segment_loaded_ahead_of_its_time_is_not_early) {
  ARoom room(planned_at_a_hundred());
  room.pass(-Minutes(10));
  room.load();
  EXPECT_EQ(room.late(), Minutes(0));
  room.pass(Minutes(12));
  EXPECT_EQ(room.late(), Minutes(2));
}

TEST(timer, a_finished_session_stays_as_late_as_it_ended) {
  ARoom room(planned_at_a_hundred());
  room.start();
  room.pass(Minutes(23));
  room.press(command::Stop{});
  room.pass(Minutes(60));
  EXPECT_EQ(room.late(), Minutes(3));
  room.power_cut(Minutes(60));
  EXPECT_EQ(room.late(), Minutes(3));
}

TEST(timer, an_idle_timer_is_not_late) { EXPECT_EQ(ARoom().late(), Minutes(0)); }

TEST(timer, the_expected_end_moves_while_paused) {
  ARoom room;
  room.start();
  room.press(command::Pause{});
  room.pass(Minutes(2));
  EXPECT_EQ(expected_end(room.timer, room.now), at("2027-05-11T10:22:00Z"));
}

TEST(timer, the_expected_end_of_an_overrun_is_now) {
  ARoom room;
  room.start();
  room.pass(Minutes(25));
  EXPECT_EQ(expected_end(room.timer, room.now), room.now.wall);
}

TEST(timer, moving_the_anchor_often_loses_no_time) {
  ARoom room;
  room.start();
  for (int step = 0; step < 1000; ++step) {
    room.now.boot += std::chrono::microseconds(1700);
    room.press(command::Add{Minutes(step % 2 == 0 ? 1 : -1)});
  }
  EXPECT_EQ(room.left(), Minutes(20) - Milliseconds(1700));
}

TEST(timer, a_received_timer_is_reduced_by_its_age) {
  ARoom sender;
  sender.start();
  ARoom display;
  display.now.boot_id = "boot of the display";
  const Timer received = reanchor(sender.timer, std::chrono::seconds(5), display.now);
  EXPECT_EQ(remaining_at(received, display.now), Minutes(20) - std::chrono::seconds(5));
  EXPECT_EQ(anchored(received, display.now).elapsed, std::chrono::seconds(5));
}

TEST(timer, a_received_timer_that_stands_still_does_not_age) {
  ARoom sender;
  sender.start();
  sender.press(command::Pause{});
  const Timer received = reanchor(sender.timer, Minutes(5), sender.now);
  EXPECT_EQ(remaining_at(received, sender.now), Minutes(20));
}

TEST(timer, a_negative_age_counts_as_none) {
  ARoom sender;
  sender.start();
  const Timer received = reanchor(sender.timer, -Minutes(5), sender.now);
  EXPECT_EQ(remaining_at(received, sender.now), Minutes(20));
}

}  // namespace
}  // namespace tertulia
