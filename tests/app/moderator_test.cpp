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
  for (int i = 0; i < 3; ++i) desk.steers(Control::kNext);
  desk.steers(Control::kEnd);
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

TEST(moderator, a_part_that_leaves_the_agenda_goes_on_without_the_name_of_another) {
  Desk desk = running();
  for (Session& session : desk.device_state.pack.agenda.sessions)
    std::erase_if(session.rundown.segments, [](const Segment& each) { return each.id == "presentation"; });
  follow_room(desk.device_state, "magna");
  EXPECT_TRUE(desk.timer().removed);
  EXPECT_EQ(desk.room().countdown, "20:00");
  EXPECT_EQ(desk.room().state, "This part is no longer in the agenda");
  EXPECT_TRUE(desk.room().speaker.empty());
  for (const RundownRow& row : desk.desk().rows) EXPECT_FALSE(row.current) << row.title;
}

TEST(moderator, a_session_that_leaves_the_agenda_goes_on_and_the_plan_does_not_take_its_place) {
  Desk desk = running();
  std::erase_if(desk.device_state.pack.agenda.sessions,
                [](const Session& each) { return each.id == "status@visit"; });
  follow_room(desk.device_state, "magna");
  EXPECT_EQ(desk.room().countdown, "20:00");
  EXPECT_EQ(desk.room().title, "Closed session");
  EXPECT_EQ(desk.desk().countdown, "20:00");
}

TEST(moderator, next_and_back_move_through_the_rundown) {
  Desk desk = running();
  desk.steers(Control::kNext);
  EXPECT_EQ(desk.timer().segment_id, "response");
  EXPECT_EQ(desk.desk().countdown, "10:00");
  desk.steers(Control::kBack);
  EXPECT_EQ(desk.timer().segment_id, "presentation");
}

TEST(moderator, every_change_is_said_in_the_room_with_a_higher_revision) {
  Desk desk = running();
  std::uint64_t revision = desk.said().rank.revision;
  for (const Control control : {Control::kPause, Control::kResume, Control::kAddOne, Control::kNext}) {
    desk.steers(control);
    ASSERT_EQ(desk.last.rooms.size(), 1U);
    EXPECT_EQ(desk.said().rank.revision, revision + 1);
    revision = desk.said().rank.revision;
    EXPECT_EQ(desk.said().rank.author, "device-1");
    EXPECT_EQ(desk.said().value.timer(), desk.timer());
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
  EXPECT_THAT(desk.told(), ElementsAre("session-started status", "loaded presentation 20:00",
                                       "started presentation 20:00"));
  desk.steers(Control::kNext);
  EXPECT_THAT(desk.told(), ElementsAre("finished presentation 20:00", "segment-changed response 10:00",
                                       "started response 10:00"));
  desk.steers(Control::kBack);
  EXPECT_THAT(desk.told(), ElementsAre("finished response 10:00", "segment-changed presentation 20:00",
                                       "started presentation 20:00"));
}

TEST(moderator_events, a_session_whose_first_part_is_left_out_starts_as_well) {
  Desk desk;
  desk.wants(intent::LoadSession{"status@visit"});
  desk.steers(Control::kNext);
  EXPECT_THAT(desk.told(), ElementsAre("session-started status", "segment-changed response 10:00",
                                       "started response 10:00"));
}

TEST(moderator_events, what_finished_is_the_part_that_ran) {
  Desk desk = running();
  desk.waits(19min);
  desk.steers(Control::kNext);
  EXPECT_EQ(desk.told()[0], "finished presentation 01:00");
}

TEST(moderator_events, the_end_of_a_session_is_told_once) {
  Desk desk = running();
  for (int i = 0; i < 3; ++i) desk.steers(Control::kNext);
  desk.steers(Control::kEnd);
  EXPECT_THAT(desk.told(),
              ElementsAre("finished coffee 15:00", "stopped coffee 15:00", "session-ended status"));
}

TEST(moderator_events, a_session_that_is_replaced_by_another_has_ended) {
  Desk desk = running();
  desk.wants(intent::LoadSession{"lunch@visit"});
  EXPECT_THAT(desk.told(),
              ElementsAre("session-ended status", "finished presentation 20:00", "loaded lunch 1:00:00"));
}

TEST(moderator_events, a_session_that_never_started_has_not_ended) {
  Desk desk;
  desk.wants(intent::LoadSession{"status@visit"});
  desk.wants(intent::LoadSession{"lunch@visit"});
  EXPECT_THAT(desk.told(), ElementsAre("loaded lunch 1:00:00"));
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
  ASSERT_EQ(desk.last.rooms.size(), 1U);
  const Timer& sent = desk.said().value.timer();
  for (const std::string_view secret : kSecrets)
    for (const std::string& word : {sent.session, sent.segment_id})
      EXPECT_EQ(word.find(secret), std::string::npos) << word;
  EXPECT_EQ(with_own_ids(sent, desk.device_state.pack.agenda), desk.timer());
}

TEST(moderator_events, the_anchor_of_an_open_session_is_sent_as_it_is) {
  Desk desk = running();
  desk.steers(Control::kAddOne);
  EXPECT_EQ(desk.said().value.timer(), desk.timer());
}

TEST(moderator_events, going_below_zero_again_is_nothing_that_others_must_hear) {
  Desk desk = running();
  desk.waits(20min);
  EXPECT_THAT(desk.told(), ElementsAre("finished presentation 00:00"));
  desk.steers(Control::kAddOne);
  desk.waits(1min);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kOverrun);
  EXPECT_THAT(desk.told(), ElementsAre());
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
  desk.device_state.room_links["magna"].leads = false;
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

TEST(moderator_view, in_the_last_part_nothing_stands_where_next_was) {
  Desk desk = running();
  EXPECT_EQ(desk.desk().controls.back().label, "Next");
  EXPECT_EQ(desk.desk().resting, "");
  for (int i = 0; i < 3; ++i) desk.steers(Control::kNext);
  EXPECT_EQ(desk.desk().controls[1].control, Control::kFinish);
  EXPECT_EQ(desk.desk().resting, "Last part");
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
  const auto status = desk.desk().strip.status;
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

TEST(moderator_undo, next_and_back_and_finish_give_the_exact_position_back) {
  for (const Control control : {Control::kNext, Control::kBack, Control::kEnd, Control::kPause}) {
    Desk desk = running();
    desk.waits(18min + 3s);
    desk.steers(control);
    desk.waits(4s);
    EXPECT_EQ(desk.desk().controls.front().control, Control::kUndo);
    desk.steers(Control::kUndo);
    EXPECT_EQ(desk.desk().countdown, "01:53");
    EXPECT_EQ(desk.timer().segment_id, "presentation");
    EXPECT_EQ(desk.room().countdown, "01:53");
  }
}

TEST(moderator_undo, it_is_there_for_ten_seconds) {
  Desk desk = running();
  desk.waits(1min);
  desk.steers(Control::kNext);
  desk.waits(10s);
  EXPECT_EQ(desk.desk().controls.front().control, Control::kBack);
  desk.steers(Control::kUndo);
  EXPECT_EQ(desk.timer().segment_id, "response");
  EXPECT_EQ(desk.desk().problem, "It is too late to take that back.");
}

TEST(moderator_undo, a_session_that_was_finished_by_mistake_goes_on_and_that_is_told) {
  Desk desk = running();
  desk.steers(Control::kEnd);
  desk.steers(Control::kUndo);
  EXPECT_THAT(desk.told(), ElementsAre("session-started status", "taken-back presentation 20:00"));
}

TEST(moderator_undo, a_start_by_mistake_is_taken_back) {
  Desk desk(at(10, 10));
  desk.steers(Control::kStart);
  desk.steers(Control::kUndo);
  EXPECT_NE(desk.timer().phase, TimerPhase::kRunning);
  EXPECT_EQ(desk.told()[0], "session-ended status");
}

TEST(moderator, start_joins_the_plan_where_the_displays_count_it) {
  Desk desk(at(10, 53));
  const std::string shown = desk.room().countdown;
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "response");
  EXPECT_EQ(desk.room().countdown, shown);
  EXPECT_EQ(desk.desk().countdown, "07:00");
  EXPECT_TRUE(desk.timer().hold);  // from here on a person leads
}

TEST(moderator, with_a_clock_that_nobody_set_start_begins_with_the_first_part) {
  Desk desk(at(10, 53));
  desk.now.quality = ClockQuality::kUnsynced;
  desk.steers(Control::kStart);
  EXPECT_EQ(desk.timer().segment_id, "presentation");
}

TEST(moderator, a_touched_part_is_gone_to_at_once) {
  Desk desk = running();
  desk.wants(intent::GoToPart{"groups"});
  EXPECT_EQ(desk.timer().segment_id, "groups");
  EXPECT_EQ(desk.timer().phase, TimerPhase::kRunning);
  EXPECT_THAT(desk.told(),
              ElementsAre("finished presentation 20:00", "loaded groups 25:00", "started groups 25:00"));
  const int before = desk.changes;
  desk.wants(intent::GoToPart{"groups"});
  EXPECT_EQ(desk.changes, before);
}

TEST(moderator, finish_asks_once_and_next_in_the_last_part_asks_too) {
  for (const Control control : {Control::kFinish, Control::kNext}) {
    Desk desk = running();
    for (int i = 0; i < 3; ++i) desk.steers(Control::kNext);
    desk.steers(control);
    EXPECT_EQ(desk.timer().phase, TimerPhase::kRunning);
    ASSERT_TRUE(desk.desk().ask);
    EXPECT_EQ(desk.desk().ask->yes.control, Control::kEnd);
    desk.steers(Control::kGoOn);
    EXPECT_FALSE(desk.desk().ask);
    desk.steers(control);
    desk.steers(Control::kEnd);
    EXPECT_EQ(desk.timer().phase, TimerPhase::kFinished);
  }
}

TEST(moderator, a_question_that_nobody_answers_goes) {
  Desk desk = running();
  desk.steers(Control::kFinish);
  desk.waits(15s);
  EXPECT_FALSE(desk.desk().ask);
  EXPECT_EQ(desk.timer().phase, TimerPhase::kRunning);
}

TEST(moderator, typed_minutes_are_added_and_taken) {
  Desk desk = running();
  desk.steers(Control::kTime);
  for (const char* digit : {"1", "2"}) desk.wants(intent::PressKey{{KeyKind::kCharacter, digit, digit}});
  ASSERT_TRUE(std::holds_alternative<TimeView>(desk.page()));
  EXPECT_EQ(plain(std::get<TimeView>(desk.page()).meaning), "12 min");
  desk.steers(Control::kAddTyped);
  EXPECT_EQ(desk.desk().countdown, "32:00");
  EXPECT_TRUE(std::holds_alternative<ModeratorView>(desk.page()));
  desk.steers(Control::kTime);
  desk.steers(Control::kTakeTyped);
  EXPECT_EQ(std::get<TimeView>(desk.page()).meaning, "Write a time like 5, 90m, 1h30 or 12:30");
}

TEST(moderator_late, the_desk_says_so_as_the_wall_does_and_offers_a_way_out) {
  Desk desk = running();
  desk.device_state.pack.agenda.sessions[1].rundown.segments[2].policy = ReflowPolicy::kShrink;
  ASSERT_EQ(desk.device_state.pack.agenda.sessions[1].id, "status@visit");
  desk.waits(27min);
  EXPECT_EQ(plain(desk.desk().strip.status.front().text), "7 min behind");
  EXPECT_EQ(plain(desk.room().chip->text), "7 min behind");
  EXPECT_EQ(plain(desk.desk().proposal), "+7 min. Focus groups –7, the end holds at 11:40");
  desk.steers(Control::kLate);
  ASSERT_TRUE(std::holds_alternative<ProposalView>(desk.page()));
  const auto view = std::get<ProposalView>(desk.page());
  EXPECT_EQ(plain(view.headline), "You are 7 minutes behind. End at 11:40 all the same?");
  ASSERT_EQ(view.rows.size(), 3U);
  EXPECT_EQ(view.rows[0].proposed, "stays");
  EXPECT_EQ(plain(view.rows[1].planned), "25 min");
  EXPECT_EQ(plain(view.rows[1].proposed), "18 min");
}

TEST(moderator_late, on_time_there_is_nothing_to_propose) {
  Desk desk = running();
  EXPECT_EQ(desk.desk().proposal, "");
  desk.steers(Control::kLate);
  EXPECT_TRUE(std::holds_alternative<ModeratorView>(desk.page()));
}

TEST(moderator_view, the_desk_sees_what_the_room_sees) {
  Desk desk = running();
  desk.waits(3min);
  ASSERT_TRUE(desk.desk().display);
  EXPECT_EQ(std::get<RoomView>(*desk.desk().display), desk.room());
}

}  // namespace
