// SPDX-License-Identifier: Apache-2.0
// What the moderator's commands do to the timer, and what is written and told about it.
#include "firmware/app/desk/moderator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/domain/public.h"
#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using ::testing::ElementsAre;

namespace {

Desk running() {
  Desk desk;
  desk.steers(Control::kStart);
  return desk;
}

TEST(moderator, start_loads_what_is_planned_and_starts_it) {
  Desk desk = running();
  EXPECT_EQ(desk.timer().session, "status@visit");
  EXPECT_EQ(desk.timer().phase, TimerPhase::kRunning);
  EXPECT_EQ(desk.timer().segment, 0U);
}

TEST(moderator, start_before_the_time_takes_what_comes_next) {
  Desk desk(at(10, 10));
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().session, "status@visit");
}

TEST(moderator, where_nothing_is_planned_start_says_so) {
  Desk desk(at(10, 30));
  desk.settings.room = "verde";
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.desk().problem, "Nothing is planned in this room: choose a session first.");
  EXPECT_EQ(desk.changes, 0);
}

TEST(moderator, a_command_for_a_session_that_is_over_does_not_steer_the_next_one) {
  Desk desk = running();
  for (int i = 0; i < 4; ++i) desk.steers(Control::kNext);
  ASSERT_EQ(desk.timer().phase, TimerPhase::kFinished);
  desk.now = at(12, 10);
  const int before = desk.changes;
  desk.steers(Control::kNext);
  desk.steers(Control::kBack);
  EXPECT_EQ(desk.changes, before);
  EXPECT_NE(desk.desk().problem, "");
}

TEST(moderator, a_session_can_be_chosen_and_waits_for_start) {
  Desk desk;
  desk.wants(intent::LoadSession{"retreat@visit"});
  EXPECT_EQ(desk.timer().phase, TimerPhase::kArmed);
  EXPECT_EQ(desk.timer().session, "retreat@visit");
  EXPECT_EQ(desk.desk().controls.back().control, Control::kStart);
}

TEST(moderator, a_session_that_left_the_agenda_cannot_be_chosen) {
  Desk desk;
  desk.wants(intent::LoadSession{"gone"});
  EXPECT_EQ(desk.desk().problem, "This session is no longer in the agenda.");
}

TEST(moderator, the_next_command_that_works_takes_the_complaint_away) {
  Desk desk;
  desk.wants(intent::LoadSession{"gone"});
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.desk().problem, "");
}

TEST(moderator, pause_and_resume_keep_what_is_left) {
  Desk desk = running();
  desk.waits(60s);
  desk.steers(Control::kPause);
  desk.waits(300s);
  EXPECT_EQ(desk.desk().countdown, "19:00");
  EXPECT_EQ(desk.desk().state, "Paused");
  desk.steers(Control::kResume);
  desk.waits(60s);
  EXPECT_EQ(desk.desk().countdown, "18:00");
}

TEST(moderator, minutes_are_added_and_taken) {
  Desk desk = running();
  desk.steers(Control::kAddFive);
  EXPECT_EQ(desk.desk().countdown, "25:00");
  desk.steers(Control::kTakeOne);
  desk.steers(Control::kAddOne);
  EXPECT_EQ(desk.desk().countdown, "25:00");
}

TEST(moderator, next_and_back_move_through_the_rundown) {
  Desk desk = running();
  desk.steers(Control::kNext);
  EXPECT_EQ(desk.timer().segment_id, "response");
  EXPECT_EQ(desk.desk().countdown, "10:00");
  desk.steers(Control::kBack);
  EXPECT_EQ(desk.timer().segment_id, "presentation");
}

TEST(moderator, every_change_is_saved_and_published_with_a_higher_revision) {
  Desk desk = running();
  std::uint64_t revision = desk.timer().revision;
  for (const Control control : {Control::kPause, Control::kResume, Control::kAddOne, Control::kNext}) {
    desk.steers(control);
    EXPECT_GT(desk.timer().revision, revision);
    revision = desk.timer().revision;
    EXPECT_EQ(desk.timer().author, "device-1");
    const auto* saved = std::get_if<to_keeper::SaveTimer>(&desk.last.keeper.front());
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->timer, desk.timer());
    ASSERT_EQ(desk.last.courier.size(), 1U);
    EXPECT_EQ(std::get<to_courier::PublishTimer>(desk.last.courier.front()).timer.timer(), desk.timer());
  }
}

TEST(moderator, a_command_without_effect_tells_nobody) {
  Desk desk = running();
  const int before = desk.changes;
  desk.steers(Control::kStart);
  desk.steers(Control::kResume);
  EXPECT_EQ(desk.changes, before);
}

TEST(moderator_events, the_start_of_a_session_is_told_once) {
  Desk desk = running();
  EXPECT_THAT(desk.told(), ElementsAre("saved", "loaded presentation 20:00", "saved",
                                       "session-started status", "started presentation 20:00"));
  desk.steers(Control::kNext);
  EXPECT_THAT(desk.told(), ElementsAre("saved", "finished presentation 20:00",
                                       "segment-changed response 10:00", "started response 10:00"));
  desk.steers(Control::kBack);
  EXPECT_THAT(desk.told(), ElementsAre("saved", "finished response 10:00",
                                       "segment-changed presentation 20:00", "started presentation 20:00"));
}

TEST(moderator_events, a_session_whose_first_part_is_left_out_starts_as_well) {
  Desk desk;
  desk.wants(intent::LoadSession{"status@visit"});
  desk.steers(Control::kNext);
  EXPECT_THAT(desk.told(), ElementsAre("saved", "session-started status", "segment-changed response 10:00",
                                       "started response 10:00"));
}

TEST(moderator_events, what_finished_is_the_part_that_ran) {
  Desk desk = running();
  desk.waits(19min);
  desk.steers(Control::kNext);
  EXPECT_EQ(desk.told()[1], "finished presentation 01:00");
}

TEST(moderator_events, the_end_of_a_session_is_told_once) {
  Desk desk = running();
  for (int i = 0; i < 3; ++i) desk.steers(Control::kNext);
  desk.steers(Control::kNext);
  EXPECT_THAT(desk.told(),
              ElementsAre("saved", "finished coffee 15:00", "stopped coffee 15:00", "session-ended status"));
}

TEST(moderator_events, a_session_that_is_replaced_by_another_has_ended) {
  Desk desk = running();
  desk.wants(intent::LoadSession{"lunch@visit"});
  EXPECT_THAT(desk.told(), ElementsAre("saved", "session-ended status", "finished presentation 20:00",
                                       "loaded lunch 1:00:00"));
}

TEST(moderator_events, a_session_that_never_started_has_not_ended) {
  Desk desk;
  desk.wants(intent::LoadSession{"status@visit"});
  desk.wants(intent::LoadSession{"lunch@visit"});
  EXPECT_THAT(desk.told(), ElementsAre("saved", "loaded lunch 1:00:00"));
}

TEST(moderator_events, a_closed_session_carries_the_place_of_a_part_and_never_its_name) {
  Desk desk(at(14, 0));
  desk.steers(Control::kStart);
  desk.steers(Control::kNext);
  for (const std::string& line : desk.told())
    for (const std::string_view secret : kSecrets) EXPECT_EQ(line.find(secret), std::string::npos) << line;
  EXPECT_EQ(desk.told().back(), "started segment-2 30:00");
}

TEST(moderator_events, the_anchor_of_a_closed_session_betrays_nothing_and_means_the_same_elsewhere) {
  Desk desk(at(14, 0));
  desk.steers(Control::kStart);
  desk.steers(Control::kNext);
  ASSERT_EQ(desk.last.courier.size(), 1U);
  const Timer& sent = std::get<to_courier::PublishTimer>(desk.last.courier.front()).timer.timer();
  for (const std::string_view secret : kSecrets)
    for (const std::string& word : {sent.session, sent.segment_id})
      EXPECT_EQ(word.find(secret), std::string::npos) << word;
  EXPECT_EQ(with_own_ids(sent, desk.device_state.pack.agenda), desk.timer());
}

TEST(moderator_events, the_anchor_of_an_open_session_is_sent_as_it_is) {
  Desk desk = running();
  desk.steers(Control::kAddOne);
  EXPECT_EQ(std::get<to_courier::PublishTimer>(desk.last.courier.front()).timer.timer(), desk.timer());
}

TEST(moderator_events, going_below_zero_again_is_nothing_that_others_must_hear) {
  Desk desk = running();
  desk.waits(20min);
  EXPECT_THAT(desk.told(), ElementsAre("saved", "finished presentation 00:00"));
  desk.steers(Control::kAddOne);
  desk.waits(1min);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kOverrun);
  EXPECT_THAT(desk.told(), ElementsAre("saved"));
}

TEST(moderator_time, finished_fires_once_when_the_time_is_up) {
  Desk desk = running();
  desk.waits(20min);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kOverrun);
  const int before = desk.changes;
  desk.waits(5min);
  EXPECT_EQ(desk.changes, before);
  EXPECT_EQ(desk.desk().countdown, "-05:00");
}

TEST(moderator_time, only_the_device_that_steered_last_lets_time_do_its_part) {
  Desk desk = running();
  Timer taken_over = desk.timer();
  taken_over.author = "device-2";
  desk.device_state.timers["magna"] = taken_over;
  desk.waits(25min);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kRunning);
  EXPECT_EQ(next_elapse(desk.device_state, "magna", desk.now), std::nullopt);
  EXPECT_EQ(desk.room().countdown, "-05:00");  // the display knows it all the same
}

TEST(moderator_time, it_wakes_when_the_time_is_up) {
  Desk desk = running();
  EXPECT_EQ(next_elapse(desk.device_state, "magna", desk.now), desk.now.boot + 20min);
}

TEST(moderator_view, before_a_session_it_offers_those_of_the_day) {
  const ModeratorView view = Desk(at(10, 0)).desk();
  EXPECT_TRUE(view.rows_are_sessions);
  ASSERT_EQ(view.rows.size(), 3U);
  EXPECT_EQ(view.rows[0].title, "Status of the artist");
  EXPECT_EQ(view.rows[2].title, "The merger");
  EXPECT_EQ(view.title, "Status of the artist");
  EXPECT_EQ(plain(view.state), "planned 10:30");
}

TEST(moderator_view, after_the_last_session_it_offers_those_of_the_next_day) {
  const ModeratorView view = Desk(at(20, 0)).desk();
  ASSERT_EQ(view.rows.size(), 1U);
  EXPECT_EQ(view.rows[0].id, "forum@visit");
  EXPECT_EQ(plain(view.state), "planned Wednesday 12 May, 09:00");
}

TEST(moderator_view, while_it_runs_it_shows_the_rundown_with_what_is_expected) {
  Desk desk = running();
  desk.waits(25min);
  const ModeratorView view = desk.desk();
  EXPECT_FALSE(view.rows_are_sessions);
  ASSERT_EQ(view.rows.size(), 4U);
  EXPECT_TRUE(view.rows[0].current);
  EXPECT_EQ(view.rows[0].time, "10:30");
  EXPECT_EQ(view.rows[1].time, "10:55");  // five minutes late
  EXPECT_EQ(plain(view.rows_end), "Ends 11:45 · planned 11:40");
  EXPECT_EQ(plain(view.title), "Presentation — Costa Rica");
}

TEST(moderator_view, what_is_over_looks_past) {
  Desk desk = running();
  desk.steers(Control::kNext);
  EXPECT_TRUE(desk.desk().rows[0].past);
  EXPECT_TRUE(desk.desk().rows[1].current);
}

TEST(moderator_view, the_last_part_has_finish_instead_of_next) {
  Desk desk = running();
  EXPECT_EQ(desk.desk().controls.back().label, "Next");
  for (int i = 0; i < 3; ++i) desk.steers(Control::kNext);
  EXPECT_EQ(desk.desk().controls.back().label, "Finish");
}

TEST(moderator_view, a_session_armed_ahead_of_its_time_is_not_early) {
  Desk desk(at(10, 0));
  desk.wants(intent::LoadSession{"status@visit"});
  EXPECT_EQ(desk.desk().rows[1].time, "10:50");
  EXPECT_EQ(plain(desk.desk().rows_end), "Ends 11:40 · planned 11:40");
}

TEST(moderator_view, the_link_and_a_sick_storage_are_named) {
  Desk desk;
  desk.device_state.link = Link::kHubAway;
  desk.device_state.counts.waiting = 12;
  desk.device_state.store_problem = "The disk is full.";
  const auto status = desk.desk().status;
  ASSERT_EQ(status.size(), 2U);
  EXPECT_EQ(status[0], (Chip{"Storage problem", Tone::kRed}));
  EXPECT_EQ(plain(status[1].text), "Hub away · 12 waiting");
  EXPECT_EQ(status[1].tone, Tone::kAmber);
}

TEST(moderator_view, after_a_long_power_cut_it_asks) {
  Desk desk = running();
  Timer asks = desk.timer();
  asks.phase = TimerPhase::kPaused;
  asks.asks = true;
  desk.device_state.timers["magna"] = asks;
  EXPECT_EQ(desk.desk().state, "The power was away. Resume when you are ready.");
  desk.steers(Control::kResume);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kRunning);
  EXPECT_FALSE(desk.timer().asks);
}

}  // namespace
