// SPDX-License-Identifier: Apache-2.0
// A session whose rundown lasts two days: on each day everything goes by the parts of that day.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/app/room/public_day.h"
#include "firmware/app/room/session_days.h"
#include "firmware/wire/room_words.h"
#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = std::chrono::hours(24);

// On both days from 10:30 to 11:00 and, after half an hour, from 11:30 to 12:00.
Session two_days() {
  Session session;
  session.id = "workshop@visit";
  session.slug = "workshop";
  session.title = {"en", "Workshop"};
  session.room = "verde";
  session.rundown.start = at(10, 30).wall;
  for (const auto& [id, start] :
       {std::pair("first", at(10, 30).wall), std::pair("second", at(11, 30).wall),
        std::pair("third", at(10, 30).wall + kDay), std::pair("fourth", at(11, 30).wall + kDay)}) {
    Segment part;
    part.id = id;
    part.title = {"en", id};
    part.length = 30min;
    part.planned_start = start;
    session.rundown.segments.push_back(part);
  }
  session.end = planned_end(session.rundown);
  return session;
}

Desk desk_at(Now now) {
  Desk desk(std::move(now));
  desk.settings.room = "verde";
  std::erase_if(desk.device_state.pack.agenda.sessions,
                [](const Session& each) { return each.slug == "fair"; });
  desk.device_state.pack.agenda.sessions.push_back(two_days());
  sort_sessions(desk.device_state.pack.agenda);
  return desk;
}

Now next_day(int hour, int minute, int second = 0, Milliseconds beyond = {}) {
  Now now = at(hour, minute, second, beyond);
  now.wall += kDay;
  now.boot += kDay;
  return now;
}

TEST(two_days, what_ended_under_a_clock_that_nobody_had_set_does_not_come_back) {
  const Session session = two_days();
  const std::string zone = "America/Costa_Rica";
  EXPECT_TRUE(goes_on_today(session, at(11, 50).wall, next_day(9, 0), zone));
  EXPECT_FALSE(goes_on_today(session, at(11, 50).wall - 24h * 365 * 14, next_day(9, 0), zone));
}

TEST(two_days, on_the_second_day_start_joins_the_part_that_the_displays_count) {
  Desk desk = desk_at(next_day(10, 40));
  ASSERT_EQ(desk.room().countdown, "20:00");
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "third");
  EXPECT_EQ(desk.room().countdown, "20:00");
}

TEST(two_days, before_the_first_part_of_the_second_day_start_begins_with_that_part) {
  Desk desk = desk_at(next_day(10, 20));
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "third");
  EXPECT_EQ(desk.desk().countdown, "30:00");
}

TEST(two_days, a_session_that_is_chosen_on_the_second_day_is_loaded_with_its_part_of_today) {
  Desk desk = desk_at(next_day(10, 20));
  desk.wants(intent::LoadSession{"workshop@visit"});
  EXPECT_EQ(desk.timer().segment_id, "third");
  EXPECT_EQ(desk.timer().phase, TimerPhase::kArmed);
}

TEST(two_days, between_two_parts_start_begins_with_the_next_one) {
  Desk desk = desk_at(at(11, 20));
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "second");
}

TEST(two_days, after_the_last_part_of_today_start_begins_with_the_first_of_today) {
  Desk desk = desk_at(at(12, 30));
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "first");
}

TEST(two_days, with_a_clock_that_nobody_set_the_first_part_begins) {
  Desk desk = desk_at(next_day(10, 40));
  desk.now.quality = ClockQuality::kUnsynced;
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "first");
}

TEST(two_days, in_the_morning_of_the_second_day_the_display_says_what_comes_today) {
  const RoomView view = desk_at(next_day(9, 0)).room();
  EXPECT_EQ(plain(view.started), "planned 10:30");
  ASSERT_EQ(view.coming_up.size(), 2U);
  EXPECT_EQ(view.coming_up[0].title, "third");
  EXPECT_EQ(view.coming_up[1].title, "fourth");
}

TEST(two_days, the_desk_names_the_start_of_today) {
  Desk desk = desk_at(next_day(9, 0));
  EXPECT_EQ(plain(desk.desk().state), "planned 10:30");
  ASSERT_FALSE(desk.desk().rows.empty());
  EXPECT_EQ(desk.desk().rows[0].title, "Workshop");
}

TEST(two_days, the_plan_of_each_day_has_the_parts_of_that_day) {
  for (const Now& now : {at(9, 0), next_day(9, 0)}) {
    Desk desk = desk_at(now);
    const PublicDay day = public_day(desk.device_state, now);
    ASSERT_EQ(day.rows.size(), 2U);
    ASSERT_EQ(day.rows[1].entries.size(), 1U);
    EXPECT_EQ(day.rows[1].entries[0].start, now.wall + 90min);
    EXPECT_EQ(day.rows[1].entries[0].end, now.wall + 3h);
  }
}

TEST(two_days, the_door_is_free_over_the_night_and_names_the_day_on_which_it_goes_on) {
  const DoorView view = desk_at(at(12, 30)).door();
  EXPECT_EQ(view.state, DoorState::kFree);
  EXPECT_EQ(view.headline, "Free");
  EXPECT_EQ(plain(view.detail), "Next: Wednesday 12 May, 10:30");
}

TEST(two_days, the_door_names_the_end_of_today_and_not_of_the_last_day) {
  Desk desk = desk_at(at(10, 40));
  EXPECT_EQ(plain(desk.door().detail), "In session until 12:00");
  desk.steers(Control::kStart);
  desk.waits(65min);
  desk.steers(Control::kNext);
  EXPECT_EQ(plain(desk.door().detail), "In session until 12:15");
}

TEST(two_days, the_door_says_the_same_when_the_moderator_has_ended_the_day) {
  Desk desk = desk_at(at(11, 40));
  desk.steers(Control::kStart);
  desk.waits(5min);
  desk.steers(Control::kEnd);
  const DoorView view = desk.door();
  EXPECT_EQ(view.headline, "Free");
  EXPECT_EQ(plain(view.detail), "Next: Wednesday 12 May, 10:30");
}

TEST(two_days, a_late_first_day_delays_what_follows_and_the_plan_of_the_day_says_so) {
  Desk desk = desk_at(at(10, 40));
  Session dinner = two_days();
  dinner.id = "dinner@visit";
  dinner.slug = "dinner";
  dinner.rundown.start = at(12, 0).wall;
  dinner.rundown.segments.resize(1);
  dinner.rundown.segments[0].planned_start = at(12, 0).wall;
  dinner.end = at(12, 30).wall;
  desk.device_state.pack.agenda.sessions.push_back(dinner);
  sort_sessions(desk.device_state.pack.agenda);
  desk.steers(Control::kStart);
  desk.waits(65min);
  desk.steers(Control::kNext);
  const PublicDay day = public_day(desk.device_state, desk.now);
  ASSERT_EQ(day.rows[1].entries.size(), 2U);
  EXPECT_EQ(day.rows[1].entries[0].end, at(12, 15).wall);
  EXPECT_EQ(day.rows[1].entries[1].start, at(12, 15).wall);
}

TEST(two_days, in_the_morning_the_door_is_free_until_the_first_part_of_today) {
  const DoorView view = desk_at(next_day(9, 0)).door();
  EXPECT_EQ(plain(view.headline), "Free until 10:30");
  EXPECT_EQ(view.next_title, "Workshop");
}

TEST(two_days, between_two_parts_of_one_day_the_door_is_not_free) {
  EXPECT_EQ(desk_at(at(11, 20)).door().state, DoorState::kOpenSession);
}

TEST(two_days, a_session_that_was_ended_in_the_evening_goes_on_the_next_morning) {
  Desk desk = desk_at(at(11, 40));
  desk.steers(Control::kStart);
  desk.waits(25min);
  desk.steers(Control::kEnd);
  EXPECT_EQ(desk.room_state().session, nullptr);
  desk.waits(kDay - 90min);  // 10:35
  ASSERT_NE(desk.room_state().session, nullptr);
  EXPECT_EQ(desk.room().countdown, "25:00");
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "third");
}

TEST(last_second, start_goes_on_with_the_part_that_is_shown_and_starts_nothing_anew) {
  Desk desk(at(10, 49, 59, 400ms));
  ASSERT_EQ(desk.room().countdown, "00:01");
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "presentation");
  EXPECT_EQ(desk.room().countdown, "00:01");
  desk.waits(1200ms);
  EXPECT_EQ(desk.timer().segment_id, "presentation");
  EXPECT_EQ(desk.room().countdown, "-00:00");
}

TEST(last_second, start_at_the_very_end_begins_the_next_part_whole) {
  Desk desk(at(10, 50));
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "response");
  EXPECT_EQ(desk.desk().countdown, "10:00");
}

TEST(last_second, start_of_a_part_that_the_clock_has_just_started_changes_nothing) {
  Desk desk(at(10, 29, 59));
  desk.wants(intent::LoadSession{"status@visit"});
  desk.waits(1001ms);
  ASSERT_EQ(desk.timer().phase, TimerPhase::kRunning);
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().run, 1U);
  EXPECT_EQ(desk.timer().segment_id, "presentation");
}

TEST(joining, what_a_desk_says_that_was_switched_on_in_the_middle_of_a_part_can_be_read_by_all) {
  Now now = at(10, 45);
  now.boot = 40s;
  Desk desk(now);
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.desk().countdown, "05:00");
  const RoomWord& word = desk.last.rooms.at(0).word;
  const auto heard =
      wire::decode_word(wire::encode({word, {desk.now.boot_id, desk.now.boot}}), RoomValue::kTimer);
  ASSERT_TRUE(heard.ok()) << heard.error().message;
  EXPECT_EQ(remaining_at(std::get<Register<PublicTimer>>(heard.value().word.word).value.timer(), desk.now),
            5min);
}

}  // namespace
