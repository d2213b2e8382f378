// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/timer_undo.h"

#include <algorithm>

#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

using std::chrono::seconds;

// A desk that remembers its last touch.
class ADesk : public ARoom {
 public:
  using ARoom::ARoom;
  void touch(const TimerCommand& command) {
    const Timer before = timer;
    press(command);
    undo = undo_of(before, timer, now);
  }
  bool take_back() {
    if (!can_take_back(undo, timer, now)) return false;
    timer = tertulia::take_back(undo, timer, now).timer;
    return true;
  }
  TimerUndo undo;
};

ADesk with_1_57_left() {
  ADesk desk;
  desk.start();
  desk.pass(Minutes(18) + seconds(3));
  return desk;
}

TEST(timer_undo, each_touch_gives_the_exact_position_back) {
  const std::vector<TimerCommand> commands{
      command::Next{},    command::Back{},          command::Stop{},           command::Pause{},
      command::Restart{}, command::Add{Minutes(5)}, command::Load{"other", 1}, command::Add{Minutes(-5)}};
  for (const TimerCommand& each : commands) {
    ADesk desk = with_1_57_left();
    desk.touch(each);
    desk.pass(seconds(9));
    ASSERT_TRUE(desk.take_back()) << each.index();
    EXPECT_EQ(desk.left(), Minutes(1) + seconds(48)) << each.index();
    EXPECT_EQ(desk.timer.segment_id, "a") << each.index();
    EXPECT_EQ(desk.spoken(), Minutes(18) + seconds(12)) << each.index();
    EXPECT_EQ(desk.timer.phase, TimerPhase::kRunning) << each.index();
  }
}

TEST(timer_undo, a_paused_timer_stands_where_it_stood) {
  ADesk desk = with_1_57_left();
  desk.press(command::Pause{});
  desk.pass(Minutes(3));
  desk.touch(command::Resume{});
  desk.pass(seconds(5));
  ASSERT_TRUE(desk.take_back());
  EXPECT_EQ(desk.timer.phase, TimerPhase::kPaused);
  EXPECT_EQ(desk.left(), Minutes(1) + seconds(57));
}

TEST(timer_undo, a_start_that_is_taken_back_waits_again) {
  ADesk desk;
  desk.load();
  desk.touch(command::Start{});
  desk.pass(seconds(5));
  ASSERT_TRUE(desk.take_back());
  EXPECT_EQ(desk.timer.phase, TimerPhase::kArmed);
  EXPECT_EQ(desk.left(), Minutes(20));
}

TEST(timer_undo, after_ten_seconds_it_is_too_late) {
  ADesk desk = with_1_57_left();
  desk.touch(command::Next{});
  desk.pass(kUndoTime);
  EXPECT_FALSE(desk.take_back());
}

TEST(timer_undo, what_another_touch_led_to_is_not_taken_back_by_an_older_one) {
  ADesk desk = with_1_57_left();
  desk.touch(command::Next{});
  desk.press(command::Next{});
  EXPECT_FALSE(desk.take_back());
}

TEST(timer_undo, a_run_that_time_ended_in_between_can_be_taken_back) {
  ADesk desk = with_1_57_left();
  desk.touch(command::Add{Minutes(-2)});
  EXPECT_EQ(desk.timer.phase, TimerPhase::kOverrun);
  desk.pass(seconds(4));
  desk.look();
  ASSERT_TRUE(desk.take_back());
  EXPECT_EQ(desk.left(), Minutes(1) + seconds(53));
  EXPECT_EQ(desk.timer.phase, TimerPhase::kRunning);
}

TEST(timer_undo, a_run_that_goes_on_can_still_finish_and_does_so_once) {
  ADesk desk = with_1_57_left();
  desk.touch(command::Next{});
  ASSERT_TRUE(desk.take_back());
  desk.pass(Minutes(2));
  const auto facts = desk.look();
  EXPECT_EQ(std::count(facts.begin(), facts.end(), TimerFact::kFinished), 1);
  EXPECT_TRUE(desk.look().empty());
}

TEST(timer_undo, a_run_that_ended_meanwhile_is_in_overrun) {
  ADesk desk;
  desk.start();
  desk.pass(Minutes(19) + seconds(55));
  desk.touch(command::Pause{});
  desk.pass(seconds(8));
  ASSERT_TRUE(desk.take_back());
  EXPECT_EQ(desk.timer.phase, TimerPhase::kOverrun);
  EXPECT_EQ(desk.left(), -seconds(3));
}

}  // namespace
}  // namespace tertulia
