// SPDX-License-Identifier: Apache-2.0
// The room display and the door sign, in each situation of a day.
#include "firmware/app/room/room_display.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "firmware/app/text/labels.h"
#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

Desk running() {
  Desk desk;
  desk.steers(Control::kStart);
  return desk;
}

Desk in_closed_session() {
  Desk desk(at(14, 0));
  desk.steers(Control::kStart);
  return desk;
}

void expect_no_secret(const std::string& text) {
  for (const std::string_view secret : kSecrets) EXPECT_EQ(text.find(secret), std::string::npos) << text;
}

std::string all_of(const RoomView& view) {
  std::string all = view.kicker + view.title + view.speaker + view.state + view.started + view.ends +
                    view.outcome_label + view.outcome + view.visit + view.room;
  if (view.chip) all += view.chip->text;
  for (const ComingUp& item : view.coming_up) all += item.title + item.detail;
  return all;
}

std::string all_of(const DoorView& view) {
  return view.kicker + view.headline + view.detail + view.next_title + view.next_access;
}

TEST(room_display, it_names_the_session_the_part_and_who_speaks) {
  const RoomView view = running().room();
  EXPECT_EQ(view.room, "Sala Magna");
  EXPECT_EQ(plain(view.visit), "Exchange visit, day 2 of 4");
  EXPECT_EQ(plain(view.kicker), "Round table · segment 1 of 4");
  EXPECT_EQ(view.title, "Status of the artist");
  EXPECT_EQ(plain(view.speaker), "Presentation — Costa Rica");
  EXPECT_EQ(view.outcome, "One page of clauses");
}

TEST(room_display, it_counts_down_with_a_bar_and_its_marks) {
  Desk desk = running();
  desk.waits(10min);
  const RoomView view = desk.room();
  EXPECT_EQ(view.countdown, "10:00");
  EXPECT_EQ(view.tone, Tone::kCalm);
  EXPECT_EQ(view.state, "");
  EXPECT_EQ(view.bar, (TimeBar{500, 800, 940}));
  EXPECT_EQ(plain(view.started), "started 10:30");
  EXPECT_EQ(plain(view.ends), "20 min · ends 10:50");
}

TEST(room_display, amber_comes_with_its_word) {
  Desk desk = running();
  desk.waits(16min - 1ms);
  EXPECT_EQ(desk.room().tone, Tone::kCalm);
  desk.waits(1ms);
  EXPECT_EQ(desk.room().tone, Tone::kAmber);
  EXPECT_EQ(desk.room().state, "Wrap up");
}

TEST(room_display, red_comes_with_its_word) {
  Desk desk = running();
  desk.waits(19min);
  EXPECT_EQ(desk.room().tone, Tone::kRed);
  EXPECT_EQ(desk.room().state, "Last moments");
}

TEST(room_display, an_overrun_says_by_how_much) {
  Desk desk = running();
  desk.waits(21min + 20s);
  const RoomView view = desk.room();
  EXPECT_EQ(view.countdown, "-01:20");
  EXPECT_EQ(plain(view.state), "Over by 1:20");
  EXPECT_EQ(view.bar->done, 1000);
  EXPECT_EQ(plain(view.ends), "20 min · ends 10:51");
}

TEST(room_display, a_pause_is_a_pause_also_in_the_red) {
  Desk desk = running();
  desk.waits(19min);
  desk.steers(Control::kPause);
  EXPECT_EQ(desk.room().tone, Tone::kPaused);
  EXPECT_EQ(desk.room().state, "Paused");
}

TEST(room_display, the_chip_says_how_late_it_is_from_a_minute_on) {
  Desk desk = running();
  EXPECT_FALSE(desk.room().chip);
  desk.waits(27min);
  ASSERT_TRUE(desk.room().chip);
  EXPECT_EQ(plain(desk.room().chip->text), "7 min behind");
  EXPECT_EQ(desk.room().chip->tone, Tone::kAmber);
}

TEST(room_display, being_early_is_calm) {
  Desk desk(at(10, 20));
  desk.steers(Control::kStart);
  EXPECT_EQ(plain(desk.room().chip->text), "10 min ahead");
  EXPECT_EQ(desk.room().chip->tone, Tone::kCalm);
}

TEST(room_display, with_a_clock_that_nobody_set_nobody_is_late) {
  Desk desk = running();
  desk.waits(27min);
  desk.now.quality = ClockQuality::kUnsynced;
  EXPECT_EQ(desk.room().chip->text, "Clock not set: hold a finger here");
  desk.device_state.desks.insert("magna");
  EXPECT_EQ(desk.room().chip->text, "Clock not set: set it at the desk");
  EXPECT_EQ(desk.room().clock, "");
}

TEST(room_display, what_comes_up_stands_at_its_expected_time) {
  Desk desk = running();
  desk.waits(25min);
  const auto rows = desk.room().coming_up;
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0].time, "10:55");
  EXPECT_EQ(rows[0].title, "Response");
  EXPECT_EQ(plain(rows[1].detail), "25 min · 3 rooms");
  EXPECT_EQ(rows[2].kind, SegmentKind::kBreak);
  EXPECT_EQ(rows[3].title, "Lunch");
  EXPECT_EQ(rows[3].time, "12:00");
}

TEST(room_display, a_session_that_should_have_begun_is_still_announced) {
  Desk desk = running();
  desk.now = at(12, 5);
  EXPECT_EQ(desk.room().coming_up[3].title, "Lunch");
}

std::vector<std::string> times_of(const RoomView& view) {
  std::vector<std::string> times;
  for (const ComingUp& item : view.coming_up) times.push_back(item.time);
  return times;
}

TEST(room_display, what_comes_up_stands_in_the_order_of_its_expected_starts_however_late_it_is) {
  Desk desk = running();
  for (int minute = 0; minute < 90; ++minute) {
    const auto times = times_of(desk.room());
    EXPECT_TRUE(std::is_sorted(times.begin(), times.end()))
        << clock_text(desk.now.wall, "America/Costa_Rica");
    desk.waits(1min);
  }
}

TEST(room_display, a_session_that_follows_a_late_one_starts_when_that_ends) {
  Desk desk = running();
  desk.waits(1h);  // 40 minutes late: 20 of them are the gap before lunch
  EXPECT_EQ(times_of(desk.room()), (std::vector<std::string>{"11:30", "11:40", "12:05", "12:20", "14:00"}));
  EXPECT_EQ(desk.door().next_time, "12:20");
}

TEST(room_display, sessions_that_the_plan_has_at_once_stay_so) {
  Desk desk(at(10, 35));
  Session talk = *desk.device_state.pack.agenda.find("lunch@visit");
  talk.id = "talk@visit";
  talk.rundown.start += 30min;
  desk.device_state.pack.agenda.sessions.push_back(talk);
  sort_sessions(desk.device_state.pack.agenda);
  const auto times = times_of(desk.room());
  EXPECT_EQ((std::vector<std::string>{times.end() - 3, times.end()}),
            (std::vector<std::string>{"12:00", "12:30", "14:00"}));
}

TEST(room_display, sessions_of_another_day_are_not_announced) {
  for (const ComingUp& item : Desk(at(10, 35)).room().coming_up) EXPECT_NE(item.title, "Open forum");
}

TEST(room_display, it_speaks_the_language_of_its_settings) {
  Desk desk;
  desk.settings.language = "ar";
  EXPECT_TRUE(desk.room().tongue.right_to_left);
  EXPECT_NE(desk.room().visit.find("زيارة تبادل"), std::string::npos);
}

TEST(closed_session, the_room_display_betrays_nothing) {
  Desk desk = in_closed_session();
  expect_no_secret(all_of(desk.room()));
  EXPECT_EQ(desk.room().title, "Closed session");
  desk.steers(Control::kNext);
  expect_no_secret(all_of(desk.room()));
  EXPECT_EQ(desk.room().countdown, "30:00");
}

TEST(closed_session, nothing_is_betrayed_before_it_or_without_a_moderator) {
  for (const Now& now : {at(10, 0), at(12, 10), at(13, 30), at(14, 10), at(14, 40), at(15, 0)})
    expect_no_secret(all_of(Desk(now).door()));
  expect_no_secret(all_of(Desk(at(14, 10)).room()));
}

TEST(closed_session, its_parts_do_not_stand_in_the_list) {
  EXPECT_TRUE(in_closed_session().room().coming_up.empty());
}

TEST(closed_session, a_display_that_knows_no_parts_of_it_still_shows_that_it_runs) {
  Desk desk = in_closed_session();
  for (Session& session : desk.device_state.pack.agenda.sessions) session.rundown.segments.clear();
  desk.waits(5min);
  EXPECT_EQ(desk.room().title, "Closed session");
  EXPECT_EQ(desk.room().countdown, "");
  EXPECT_EQ(desk.door().state, DoorState::kClosedSession);
  EXPECT_TRUE(desk.desk().rows_are_sessions);
}

TEST(door, an_open_session_stands_with_its_title_and_end) {
  const DoorView view = running().door();
  EXPECT_EQ(view.state, DoorState::kOpenSession);
  EXPECT_EQ(view.headline, "Status of the artist");
  EXPECT_EQ(plain(view.detail), "In session until 11:40");
  EXPECT_EQ(view.next_time, "12:00");
  EXPECT_EQ(view.next_access, "open to all");
}

TEST(door, the_end_moves_with_the_timer) {
  Desk desk = running();
  desk.waits(27min);
  EXPECT_EQ(plain(desk.door().detail), "In session until 11:47");
}

TEST(door, a_closed_session_shows_no_title_speaker_or_outcome) {
  const DoorView view = in_closed_session().door();
  EXPECT_EQ(view.state, DoorState::kClosedSession);
  EXPECT_EQ(plain(view.headline), "In session until 15:00");
  expect_no_secret(all_of(view));
}

TEST(door, a_closed_session_that_follows_has_only_a_time) {
  const DoorView view = Desk(at(13, 0)).door();
  EXPECT_EQ(view.state, DoorState::kFree);
  EXPECT_EQ(plain(view.headline), "Free until 14:00");
  EXPECT_EQ(view.next_title, "Closed session");
  EXPECT_EQ(view.next_access, "by invitation");
}

TEST(door, a_room_is_free_when_nothing_more_comes_today) {
  const DoorView view = Desk(at(20, 0)).door();
  EXPECT_EQ(view.headline, "Free");
  EXPECT_EQ(plain(view.detail), "Next: Wednesday 12 May, 09:00");
  EXPECT_EQ(view.next_time, "");
}

}  // namespace
