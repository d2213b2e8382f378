// SPDX-License-Identifier: Apache-2.0
// What is going on in a room, and when its countdown next looks different.
#include "firmware/app/room/room_now.h"

#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

std::string slug(const Session* session) { return session ? session->slug : "none"; }

Desk at_time(const Now& now) { return Desk(now); }

Desk running() {
  Desk desk;
  desk.steers(Control::kStart);
  return desk;
}

BootTime until_next(const Desk& desk) {
  return next_visible_change(desk.room_state(), desk.now) - desk.now.boot;
}

TEST(room_now, the_plan_decides_where_nothing_is_loaded) {
  EXPECT_EQ(slug(at_time(at(10, 0)).room_state().session), "none");
  EXPECT_EQ(slug(at_time(at(10, 0)).room_state().next), "status");
  EXPECT_EQ(slug(at_time(at(10, 30)).room_state().session), "status");
  EXPECT_EQ(slug(at_time(at(10, 30)).room_state().next), "lunch");
}

TEST(room_now, the_timer_decides_where_one_is_loaded) {
  Desk desk(at(10, 0));
  desk.wants(intent::LoadSession{"retreat@visit"});
  EXPECT_EQ(slug(desk.room_state().session), "retreat");
  EXPECT_EQ(slug(desk.room_state().next), "forum");
}

TEST(room_now, a_late_session_does_not_swallow_the_one_that_should_have_begun) {
  Desk desk = running();
  desk.now = at(12, 5);
  EXPECT_EQ(slug(desk.room_state().session), "status");
  EXPECT_EQ(slug(desk.room_state().next), "lunch");
}

TEST(room_now, a_late_session_moves_the_next_one_and_a_pinned_one_holds) {
  Desk desk = running();
  desk.waits(60min);  // of 20
  const auto starts = [&desk] {
    std::vector<std::string> texts;
    for (const ComingSession& each :
         coming_sessions(desk.device_state.pack.agenda, "magna", desk.room_state(), desk.now))
      texts.push_back(each.session->slug + " " + to_rfc3339(each.start));
    return texts;
  };
  const WallTime lunch = desk.device_state.pack.agenda.find("lunch@visit")->start();
  EXPECT_EQ(starts().front(), "lunch " + to_rfc3339(lunch + 20min));  // 40 late, and 20 are free before it
  for (Session& each : desk.device_state.pack.agenda.sessions)
    if (each.slug == "lunch") each.rundown.segments.front().policy = ReflowPolicy::kPinned;
  EXPECT_EQ(starts().front(), "lunch " + to_rfc3339(lunch));
}

TEST(room_now, what_is_over_does_not_come_next) {
  Desk desk = running();
  desk.now = at(13, 5);
  EXPECT_EQ(slug(desk.room_state().next), "retreat");
}

TEST(room_now, what_the_moderator_closed_does_not_come_back) {
  Desk desk = running();
  for (int i = 0; i < 3; ++i) desk.steers(Control::kNext);
  desk.steers(Control::kEnd);
  EXPECT_EQ(slug(desk.room_state().session), "none");
  EXPECT_EQ(slug(desk.room_state().next), "lunch");
}

TEST(room_now, an_entry_for_the_whole_day_is_no_session) {
  Desk desk;
  desk.settings.room = "verde";
  EXPECT_EQ(slug(desk.room_state().session), "none");
  EXPECT_EQ(slug(desk.room_state().next), "none");
}

TEST(room_now, without_a_moderator_the_plan_counts) {
  Desk desk(at(10, 52));
  ASSERT_TRUE(desk.room_state().shown_segment());
  EXPECT_EQ(desk.room_state().shown_segment()->id, "response");
  EXPECT_EQ(desk.room().countdown, "08:00");
  EXPECT_EQ(plain(desk.room().started), "started 10:50");
}

TEST(room_now, with_a_clock_that_nobody_set_the_plan_does_not_count) {
  Desk desk(at(10, 52));
  desk.now.quality = ClockQuality::kUnsynced;
  EXPECT_FALSE(desk.room_state().shown_segment());
}

TEST(session_end, it_moves_with_what_runs_late) {
  Desk desk = running();
  desk.waits(25min);
  EXPECT_EQ(session_end(desk.room_state(), desk.now), at(11, 45).wall);
}

TEST(session_end, a_gap_before_a_later_part_takes_the_delay_up) {
  Desk desk = running();
  for (Session& session : desk.device_state.pack.agenda.sessions)
    if (session.slug == "status") {
      session.rundown.segments[3].planned_start = at(11, 35).wall;  // ten minutes free before coffee
      session.end = at(11, 50).wall;
    }
  desk.waits(25min);
  EXPECT_EQ(session_end(desk.room_state(), desk.now), at(11, 50).wall);
}

TEST(session_end, without_a_timer_it_is_the_calendars) {
  Desk desk;
  EXPECT_EQ(session_end(desk.room_state(), desk.now), at(11, 40).wall);
}

TEST(next_visible_change, a_countdown_wakes_exactly_when_the_shown_second_changes) {
  Desk desk = running();
  desk.waits(300ms);
  std::string shown = desk.room().countdown;
  for (int i = 0; i < 100; ++i) {
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(until_next(desk));
    desk.waits(wait - 1ms);
    EXPECT_EQ(desk.room().countdown, shown);
    desk.waits(1ms);
    EXPECT_NE(desk.room().countdown, shown);
    shown = desk.room().countdown;
  }
}

TEST(next_visible_change, it_is_exact_across_zero) {
  EXPECT_EQ(until_next_second(1500ms), 500ms);
  EXPECT_EQ(until_next_second(1000ms), 1000ms);
  EXPECT_EQ(until_next_second(1ms), 1ms);
  EXPECT_EQ(until_next_second(0ms), 1ms);
  EXPECT_EQ(until_next_second(-1ms), 999ms);
  EXPECT_EQ(until_next_second(-1000ms), 1000ms);
  for (int ms = 3000; ms > -3000; --ms) {
    const Milliseconds left{ms};
    const Milliseconds wait = until_next_second(left);
    EXPECT_EQ(countdown_text(left), countdown_text(left - wait + 1ms)) << ms;
    EXPECT_NE(countdown_text(left), countdown_text(left - wait)) << ms;
  }
}

TEST(next_visible_change, a_paused_room_wakes_once_a_minute) {
  Desk desk = running();
  desk.waits(10s);
  desk.steers(Control::kPause);
  EXPECT_EQ(until_next(desk), 50s);
}

TEST(next_visible_change, an_idle_room_wakes_once_a_minute) {
  EXPECT_EQ(until_next(at_time(at(8, 0, 15))), 45s);
  EXPECT_EQ(until_next(at_time(at(20, 0, 15))), 45s);
}

TEST(next_visible_change, before_the_start_of_a_session_the_seconds_count_for_two_hours) {
  EXPECT_EQ(until_next(at_time(at(8, 29, 15))), 45s);
  EXPECT_EQ(until_next(at_time(at(8, 31, 15, 250ms))), 750ms);
}

TEST(next_tick, a_desk_without_a_timer_wakes_once_a_minute) {
  EXPECT_EQ(next_tick(nullptr, at(10, 0, 15)) - at(10, 0, 15).boot, 45s);
}

}  // namespace
