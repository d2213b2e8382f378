// SPDX-License-Identifier: Apache-2.0
// A part that starts by itself starts on every device of the room, also when the one that leads is away.
#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

// A display of the room, which only hears what is said there.
struct Display {
  DeviceState device_state = sample_device();
  Now now;

  explicit Display(const Desk& desk, BootTime boot) : now(desk.now) {
    device_state.device = "display-1";
    now.boot = boot;
    now.boot_id = "boot of the display";
  }
  void hears(const Desk& desk) {
    RoomState& room = device_state.rooms["magna"];
    for (const RoomWord& word : words_of(desk.device_state.rooms.at("magna")))
      merge(room, reanchored(word, {desk.now.boot, 0ms}, now));
    derive();
  }
  void waits(Milliseconds time) {
    now.wall += time;
    now.boot += time;
    derive();
  }
  void derive() {
    follow_room(device_state, "magna");
    roll_on(device_state, "magna", now);
  }
  [[nodiscard]] RoomView view() const {
    return room_view(public_room(device_state, role_in(Role::kRoom, "magna"), now));
  }
  [[nodiscard]] std::string part() const { return device_state.timers.at("magna").segment_id; }
};

Desk rolling() {
  Desk desk(at(10, 25));
  desk.wants(intent::LoadSession{"status@visit"});
  return desk;
}

TEST(rolling, what_the_clock_starts_is_said_in_the_room) {
  Desk desk = rolling();
  Display display(desk, 40s);
  display.hears(desk);
  const auto before = desk.said().rank;
  desk.waits(5min);
  display.waits(5min);
  EXPECT_LT(before, desk.said().rank);
  display.hears(desk);
  EXPECT_EQ(display.view().countdown, "20:00");
  EXPECT_EQ(desk.room().countdown, "20:00");
}

TEST(rolling, a_display_waits_a_moment_for_the_word_of_the_device_that_leads) {
  Desk desk = rolling();
  Display display(desk, 40s);
  display.hears(desk);
  display.waits(5min + 1s);
  EXPECT_EQ(display.device_state.timers["magna"].phase, TimerPhase::kArmed);
}

TEST(rolling, without_the_device_that_leads_every_display_starts_the_same_part) {
  Desk desk = rolling();
  Display one(desk, 40s);
  Display other(desk, 9h);
  one.hears(desk);
  other.waits(3min);
  desk.now.boot += 3min;
  other.hears(desk);  // later, as from a broker
  one.waits(5min + 2s);
  other.waits(2min + 2s);
  for (const Display* each : {&one, &other}) {
    EXPECT_EQ(each->part(), "presentation");
    EXPECT_EQ(each->view().countdown, "19:58");
  }
  for (Display* each : {&one, &other}) {
    each->waits(25min);
    EXPECT_EQ(each->part(), "response");
    EXPECT_EQ(each->view().countdown, "04:58");
  }
}

TEST(rolling, it_knows_when_it_has_to_look) {
  Desk desk = rolling();
  Display display(desk, 40s);
  display.hears(desk);
  EXPECT_EQ(next_roll(display.device_state, "magna", display.now), display.now.boot + 5min + kRollPatience);
  display.waits(6min);
  EXPECT_EQ(next_roll(display.device_state, "magna", display.now), display.now.boot + 19min + kRollPatience);
}

TEST(rolling, the_word_of_the_device_that_leads_changes_nothing_that_is_shown) {
  Desk desk = rolling();
  Display display(desk, 40s);
  display.hears(desk);
  desk.waits(32min);
  display.waits(32min);
  const std::string shown = display.view().countdown;
  ASSERT_EQ(display.part(), "response");
  display.hears(desk);
  EXPECT_EQ(display.part(), "response");
  EXPECT_EQ(display.view().countdown, shown);
  EXPECT_EQ(display.device_state.timers["magna"].run, desk.timer().run);
}

TEST(rolling, a_desk_that_takes_over_goes_on_from_what_all_show) {
  Desk desk = rolling();
  Display display(desk, 40s);
  display.hears(desk);
  display.waits(32min);
  Desk second(display.now);
  second.device_state = display.device_state;
  second.device_state.device = "desk-2";
  second.steers(Control::kPause);
  EXPECT_EQ(second.timer().segment_id, "response");
  EXPECT_EQ(second.desk().countdown, "03:00");
}

TEST(rolling, a_display_whose_clock_nobody_has_set_waits_for_the_word_of_the_room) {
  Desk desk = rolling();
  Display display(desk, 40s);
  display.now.quality = ClockQuality::kUnsynced;
  display.hears(desk);
  display.waits(6min);
  EXPECT_EQ(display.device_state.timers["magna"].phase, TimerPhase::kArmed);
  EXPECT_EQ(next_roll(display.device_state, "magna", display.now), std::nullopt);
}

TEST(rolling, what_a_person_leads_never_moves_on_by_itself) {
  Desk desk(at(10, 30));
  desk.steers(Control::kStart);
  Display display(desk, 40s);
  display.hears(desk);
  display.waits(40min);
  EXPECT_EQ(display.part(), "presentation");
  EXPECT_EQ(display.view().countdown, "-20:00");
}

TEST(rolling, a_part_that_was_loaded_after_its_planned_start_waits_for_a_person_on_every_device) {
  Desk desk(at(10, 35));
  desk.wants(intent::LoadSession{"status@visit"});
  Display display(desk, 40s);
  display.hears(desk);
  display.waits(5min);
  EXPECT_EQ(display.device_state.timers["magna"].phase, TimerPhase::kArmed);
}

TEST(rolling, a_device_that_was_off_at_the_planned_start_is_where_the_others_are) {
  Desk desk = rolling();
  Display display(desk, 40s);
  display.hears(desk);
  const auto stored = words_of(display.device_state.rooms["magna"]);
  display.waits(8min);
  Display back(desk, 15s);
  back.now.wall += 8min;
  back.now.boot_id = "next boot of the display";
  for (const RoomWord& word : stored) merge(back.device_state.rooms["magna"], restored(word, back.now));
  back.derive();
  EXPECT_EQ(back.view().countdown, display.view().countdown);
  EXPECT_EQ(back.view().countdown, "17:00");
}

}  // namespace
