// SPDX-License-Identifier: Apache-2.0
// The plan changes under a timer that runs: parts and sessions that are deleted, and an accepted re-flow.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using ::testing::Contains;

namespace {

Desk desk_in_its_first_part() {
  Desk desk;
  desk.steers(Control::kStart);
  desk.waits(5min);
  return desk;
}

Session& status_session(Desk& desk) {
  for (Session& each : desk.device_state.pack.agenda.sessions)
    if (each.slug == "status") return each;
  throw std::logic_error("the sample has lost its session");
}

void loses_its_session(Desk& desk) {
  std::erase_if(desk.device_state.pack.agenda.sessions,
                [](const Session& each) { return each.slug == "status"; });
  follow_room(desk.device_state, "magna");
}

TEST(what_is_gone, a_deleted_part_is_nobody_elses_on_any_screen) {
  Desk desk = desk_in_its_first_part();
  std::erase_if(status_session(desk).rundown.segments,
                [](const Segment& each) { return each.id == "presentation"; });
  follow_room(desk.device_state, "magna");
  EXPECT_EQ(desk.room().countdown, "15:00");
  EXPECT_EQ(desk.desk().countdown, "15:00");
  EXPECT_EQ(desk.desk().title, "");
  EXPECT_EQ(desk.desk().state, "This part is no longer in the agenda");
  EXPECT_EQ(desk.room().speaker, "");
  ASSERT_FALSE(desk.room().coming_up.empty());
  EXPECT_EQ(desk.room().coming_up[0].title, "Response");
}

TEST(what_is_gone, next_after_a_deleted_part_is_the_one_that_took_its_place) {
  Desk desk = desk_in_its_first_part();
  std::erase_if(status_session(desk).rundown.segments,
                [](const Segment& each) { return each.id == "presentation"; });
  follow_room(desk.device_state, "magna");
  desk.steers(Control::kNext);
  EXPECT_EQ(desk.timer().segment_id, "response");
  EXPECT_FALSE(desk.timer().removed);
}

TEST(what_is_gone, a_part_whose_id_went_to_the_end_of_the_rundown_keeps_its_name) {
  Desk desk = desk_in_its_first_part();
  auto& segments = status_session(desk).rundown.segments;
  std::rotate(segments.begin(), segments.begin() + 1, segments.end());
  follow_room(desk.device_state, "magna");
  EXPECT_EQ(plain(desk.desk().title), "Presentation — Costa Rica");
  EXPECT_EQ(desk.desk().countdown, "15:00");
}

TEST(what_is_gone, a_deleted_session_goes_on_under_no_name_and_can_be_steered) {
  Desk desk = desk_in_its_first_part();
  loses_its_session(desk);
  desk.steers(Control::kPause);
  EXPECT_EQ(desk.timer().session, "status@visit");
  EXPECT_EQ(desk.timer().phase, TimerPhase::kPaused);
  desk.waits(1min);
  desk.steers(Control::kResume);
  EXPECT_EQ(desk.desk().countdown, "15:00");
  EXPECT_EQ(desk.room().title, "Closed session");
}

TEST(what_is_gone, a_deleted_session_that_comes_back_has_its_name_again) {
  Desk desk = desk_in_its_first_part();
  const Session session = status_session(desk);
  loses_its_session(desk);
  desk.steers(Control::kAddOne);
  desk.device_state.pack.agenda.sessions.push_back(session);
  sort_sessions(desk.device_state.pack.agenda);
  follow_room(desk.device_state, "magna");
  EXPECT_EQ(desk.room().title, "Status of the artist");
  EXPECT_EQ(desk.room().countdown, "16:00");
}

TEST(what_is_gone, the_time_of_a_deleted_session_runs_out_once) {
  Desk desk = desk_in_its_first_part();
  loses_its_session(desk);
  desk.waits(15min);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kOverrun);
  const int changes = desk.changes;
  desk.waits(1min);
  EXPECT_EQ(desk.changes, changes);
  EXPECT_EQ(desk.room().countdown, "-01:00");
}

TEST(what_is_gone, the_plan_takes_its_place_only_when_it_is_ended) {
  Desk desk = desk_in_its_first_part();
  loses_its_session(desk);
  desk.waits(85min);  // 12:00, lunch is planned
  EXPECT_EQ(desk.room().countdown, "-1:10:00");
  desk.steers(Control::kEnd);
  ASSERT_NE(desk.room_state().session, nullptr);
  EXPECT_EQ(desk.room_state().session->slug, "lunch");
}

TEST(a_changed_plan, leaves_the_running_part_as_it_is_and_gives_the_next_one_its_new_length) {
  Desk desk = desk_in_its_first_part();
  const PublicSession shown = for_public(status_session(desk));
  Plan plan;
  change_of(plan, shown.slug(), shown.segment(0)).length = 10min;
  change_of(plan, shown.slug(), shown.segment(1)).length = 4min;
  desk.says(plan);
  EXPECT_EQ(desk.desk().countdown, "15:00");
  EXPECT_EQ(desk.room().countdown, "15:00");
  desk.steers(Control::kNext);
  EXPECT_EQ(desk.desk().countdown, "04:00");
  EXPECT_EQ(desk.room().countdown, "04:00");
}

TEST(a_changed_plan, that_leaves_the_next_part_out_goes_to_the_one_after_it) {
  Desk desk = desk_in_its_first_part();
  const PublicSession shown = for_public(status_session(desk));
  Plan plan;
  change_of(plan, shown.slug(), shown.segment(1)).dropped = true;
  desk.says(plan);
  EXPECT_EQ(plain(desk.desk().title), "Presentation — Costa Rica");
  desk.steers(Control::kNext);
  EXPECT_EQ(desk.timer().segment_id, "groups");
}

TEST(a_changed_plan, that_leaves_out_what_runs_lets_it_run_without_the_name_of_another) {
  Desk desk = desk_in_its_first_part();
  const PublicSession shown = for_public(status_session(desk));
  Plan plan;
  change_of(plan, shown.slug(), shown.segment(0)).dropped = true;
  desk.says(plan);
  EXPECT_EQ(desk.desk().countdown, "15:00");
  EXPECT_EQ(desk.desk().title, "");
  desk.says(Plan{});
  EXPECT_EQ(plain(desk.desk().title), "Presentation — Costa Rica");
}

TEST(a_changed_plan, that_leaves_out_the_whole_session_does_not_stop_it) {
  Desk desk = desk_in_its_first_part();
  Plan plan;
  change_of(plan, for_public(status_session(desk)).slug(), {}).dropped = true;
  desk.says(plan);
  EXPECT_EQ(desk.room().countdown, "15:00");
  desk.steers(Control::kPause);
  desk.says(Plan{});
  EXPECT_EQ(desk.room().countdown, "15:00");
  EXPECT_EQ(desk.room().title, "Status of the artist");
}

}  // namespace
