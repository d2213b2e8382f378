// SPDX-License-Identifier: Apache-2.0
// A timer that is found long after its time was up: the device was off, or nobody stopped it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using ::testing::Contains;

namespace {

constexpr auto kWholeDay = std::chrono::hours(24);

Desk started_desk() {
  Desk desk;
  desk.steers(Control::kStart);
  return desk;
}

// The plug is pulled, and time passes; the device is back with what it has stored, which was re-anchored
// last.
void is_off_for(Desk& desk, Milliseconds time, ClockQuality quality = ClockQuality::kSynced) {
  const Now last = desk.now;
  desk.now.wall += time;
  desk.now.boot = 20s;
  desk.now.boot_id += "+1";
  desk.now.quality = quality;
  RoomState after;
  for (const RoomWord& word : words_of(desk.device_state.rooms["magna"]))
    merge(after, restored(reanchored(word, {last.boot, 0ms}, last), desk.now));
  desk.device_state.rooms["magna"] = after;
  follow_room(desk.device_state, "magna");
}

TEST(found_later, after_a_day_without_power_the_display_shows_the_plan_and_no_part_of_yesterday) {
  for (const Milliseconds off :
       {Milliseconds(kWholeDay), Milliseconds(kWholeDay + 10min), Milliseconds(9 * kWholeDay)}) {
    Desk desk = started_desk();
    desk.waits(8min);
    is_off_for(desk, off);
    EXPECT_EQ(desk.room_state().timer, nullptr) << off.count();
    EXPECT_FALSE(std::holds_alternative<RoomView>(desk.screen()));
  }
}

TEST(found_later, the_session_of_the_next_day_is_counted_by_its_plan) {
  Desk desk = started_desk();
  is_off_for(desk, kWholeDay - 75min);  // 09:15, the forum runs
  ASSERT_NE(desk.room_state().session, nullptr);
  EXPECT_EQ(desk.room_state().session->slug, "forum");
  EXPECT_EQ(desk.room().countdown, "45:00");
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.room().countdown, "45:00");
  EXPECT_EQ(desk.timer().session, "forum@visit");
}

TEST(found_later, the_device_that_leads_tells_all_that_it_has_ended_when_its_time_was_up) {
  Desk desk = started_desk();
  desk.waits(8min);
  is_off_for(desk, kWholeDay);
  desk.waits(1s);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kFinished);
  EXPECT_EQ(desk.timer().wall, at(11, 52).wall);  // the plan of the day, and the 12 min that were left
  EXPECT_THAT(desk.told(), Contains("session-ended status"));
  const int changes = desk.changes;
  desk.waits(kWholeDay);
  EXPECT_EQ(desk.changes, changes);
}

TEST(found_later, what_nobody_stopped_in_the_evening_has_ended_by_the_morning) {
  Desk desk = started_desk();
  desk.waits(5h);
  ASSERT_NE(desk.room_state().timer, nullptr);
  EXPECT_EQ(desk.room().countdown, "-4:40:00");
  EXPECT_EQ(next_elapse(desk.device_state, "magna", desk.now), desk.now.boot + 2h + 10min);  // from 11:40 on
  desk.waits(2h + 10min);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kFinished);
}

TEST(found_later, the_displays_know_it_without_the_device_that_led) {
  Desk desk = started_desk();
  desk.device_state.room_links["magna"].leads = false;
  desk.waits(kWholeDay);
  EXPECT_EQ(desk.room_state().timer, nullptr);
}

TEST(found_later, a_pause_over_lunch_is_not_ended) {
  Desk desk = started_desk();
  desk.waits(8min);
  desk.steers(Control::kPause);
  desk.waits(3h);
  EXPECT_EQ(desk.desk().countdown, "12:00");
  desk.waits(kWholeDay);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kFinished);
}

TEST(found_later, a_part_that_lasts_longer_than_a_day_goes_on) {
  Desk desk;
  for (Session& each : desk.device_state.pack.agenda.sessions)
    if (each.slug == "status") each.rundown.segments[0].length = 30h;
  desk.steers(Control::kStart);
  desk.waits(29h);
  EXPECT_EQ(desk.room().countdown, "1:00:00");
}

TEST(found_later, by_a_clock_that_nobody_has_set_it_asks_and_keeps_the_position) {
  Desk desk = started_desk();
  desk.waits(8min);
  is_off_for(desk, kWholeDay, ClockQuality::kUnsynced);
  EXPECT_EQ(desk.desk().state, "The power was away. Resume when you are ready.");
  EXPECT_EQ(desk.desk().countdown, "12:00");
  desk.now.quality = ClockQuality::kSynced;  // network time arrives
  EXPECT_EQ(desk.room_state().timer, nullptr);
}

TEST(found_later, within_the_session_it_asks_and_keeps_the_position) {
  Desk desk = started_desk();
  desk.waits(8min);
  is_off_for(desk, 40min);
  EXPECT_EQ(desk.desk().state, "The power was away. Resume when you are ready.");
  EXPECT_EQ(desk.desk().countdown, "12:00");
}

}  // namespace
