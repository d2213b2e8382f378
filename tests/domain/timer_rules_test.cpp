// SPDX-License-Identifier: Apache-2.0
// The table of commands and phases.
#include <algorithm>

#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

ARoom room_in(TimerPhase phase) {
  ARoom room;
  if (phase == TimerPhase::kIdle) return room;
  room.load();
  if (phase == TimerPhase::kArmed) return room;
  room.press(command::Start{});
  if (phase == TimerPhase::kPaused) room.press(command::Pause{});
  if (phase == TimerPhase::kFinished) room.press(command::Stop{});
  if (phase == TimerPhase::kOverrun) {
    room.pass(Minutes(21));
    room.look();
  }
  EXPECT_EQ(room.timer.phase, phase);
  return room;
}

std::vector<TimerPhase> all_phases() {
  return {TimerPhase::kIdle,   TimerPhase::kArmed,   TimerPhase::kRunning,
          TimerPhase::kPaused, TimerPhase::kOverrun, TimerPhase::kFinished};
}

std::vector<TimerCommand> all_commands() {
  return {command::Load{"session", 0},
          command::Start{},
          command::Pause{},
          command::Resume{},
          command::Add{Minutes(1)},
          command::Next{},
          command::Back{},
          command::Restart{},
          command::Stop{},
          command::Hold{},
          command::Roll{}};
}

TEST(command, without_effect_changes_nothing) {
  for (const TimerPhase phase : all_phases()) {
    for (const TimerCommand& command : all_commands()) {
      const ARoom room = room_in(phase);
      const auto result = apply(room.timer, room.rundown, command, room.now);
      if (!result.ok()) continue;
      if (result.value().facts.empty()) {
        EXPECT_EQ(result.value().timer, room.timer) << to_text(phase) << ' ' << command.index();
      }
    }
  }
}

TEST(command, finished_fires_exactly_once_in_a_run_however_it_ends) {
  for (const TimerPhase phase : {TimerPhase::kRunning, TimerPhase::kPaused, TimerPhase::kOverrun}) {
    for (const TimerCommand& end :
         std::vector<TimerCommand>{command::Next{}, command::Back{}, command::Stop{}, command::Restart{},
                                   command::Load{"other", 0}}) {
      ARoom room = room_in(phase);
      const Facts facts = room.press(end);
      const auto fired = std::count(facts.begin(), facts.end(), TimerFact::kFinished);
      EXPECT_EQ(fired, phase == TimerPhase::kOverrun ? 0 : 1) << to_text(phase) << ' ' << end.index();
    }
  }
}

TEST(command, without_a_session_the_refusal_says_what_to_do) {
  const ARoom room;
  const std::vector<TimerCommand> commands = all_commands();
  for (std::size_t each = 1; each < commands.size(); ++each)  // all but Load
    EXPECT_EQ(room.refusal(commands[each]), "Nothing is loaded: choose a session first") << each;
}

TEST(command, load_arms_the_segment) {
  ARoom room;
  EXPECT_EQ(room.press(command::Load{"session", 1}), Facts{TimerFact::kLoaded});
  EXPECT_EQ(room.timer.phase, TimerPhase::kArmed);
  EXPECT_EQ(room.timer.session, "session");
  EXPECT_EQ(room.timer.segment_id, "b");
  EXPECT_EQ(room.left(), Minutes(10));
  EXPECT_EQ(room.timer.run, 0U);
}

TEST(command, load_refuses_a_segment_that_does_not_exist) {
  EXPECT_NE(ARoom().refusal(command::Load{"session", 3}), "");
}

TEST(command, load_refuses_an_empty_rundown) {
  EXPECT_NE(ARoom(Rundown{}).refusal(command::Load{"session", 0}), "");
}

TEST(command, start_runs_labels_and_counts_the_run) {
  ARoom room;
  room.load();
  room.pass(Minutes(2));
  EXPECT_EQ(room.press(command::Start{}), Facts{TimerFact::kStarted});
  EXPECT_EQ(room.timer.phase, TimerPhase::kRunning);
  EXPECT_EQ(room.timer.started, at("2027-05-11T10:02:00Z"));
  EXPECT_EQ(room.timer.run, 1U);
  EXPECT_EQ(room.left(), Minutes(20));
}

TEST(command, a_second_start_has_no_effect) {
  ARoom room = room_in(TimerPhase::kRunning);
  room.pass(Minutes(3));
  EXPECT_EQ(room.press(command::Start{}), Facts{});
  EXPECT_EQ(room.left(), Minutes(17));
}

TEST(command, start_resumes_a_paused_timer) {
  ARoom room = room_in(TimerPhase::kPaused);
  EXPECT_EQ(room.press(command::Start{}), Facts{TimerFact::kResumed});
}

TEST(command, start_after_the_end_is_refused) {
  EXPECT_NE(room_in(TimerPhase::kFinished).refusal(command::Start{}), "");
}

TEST(command, pause_and_resume_before_the_start_are_refused) {
  const ARoom room = room_in(TimerPhase::kArmed);
  EXPECT_EQ(room.refusal(command::Pause{}), "This segment has not started: press Start first");
  EXPECT_EQ(room.refusal(command::Resume{}), "This segment has not started: press Start first");
}

TEST(command, pause_works_in_overrun) {
  ARoom room = room_in(TimerPhase::kOverrun);
  EXPECT_EQ(room.press(command::Pause{}), Facts{TimerFact::kPaused});
  room.pass(Minutes(9));
  EXPECT_EQ(room.left(), -Minutes(1));
  EXPECT_EQ(room.press(command::Resume{}), Facts{TimerFact::kResumed});
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
}

TEST(command, a_pause_after_an_unseen_zero_still_finishes) {
  ARoom room = room_in(TimerPhase::kRunning);
  room.pass(Minutes(21));
  EXPECT_EQ(room.press(command::Pause{}), (Facts{TimerFact::kFinished, TimerFact::kPaused}));
}

TEST(command, time_taken_in_a_pause_finishes_on_resume) {
  ARoom room = room_in(TimerPhase::kPaused);
  EXPECT_EQ(room.press(command::Add{-Minutes(25)}), Facts{TimerFact::kAdded});
  EXPECT_EQ(room.timer.phase, TimerPhase::kPaused);
  EXPECT_EQ(room.press(command::Resume{}), (Facts{TimerFact::kResumed, TimerFact::kFinished}));
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
}

TEST(command, add_before_the_start_changes_what_will_run) {
  ARoom room = room_in(TimerPhase::kArmed);
  room.press(command::Add{Minutes(5)});
  EXPECT_EQ(room.timer.phase, TimerPhase::kArmed);
  room.press(command::Start{});
  EXPECT_EQ(room.left(), Minutes(25));
  EXPECT_EQ(room.timer.added, Minutes(5));
}

TEST(command, add_before_the_start_must_leave_some_time) {
  EXPECT_EQ(room_in(TimerPhase::kArmed).refusal(command::Add{-Minutes(20)}),
            "That would leave no time: take away fewer minutes");
}

TEST(command, add_that_does_not_reach_zero_stays_in_overrun) {
  ARoom room = room_in(TimerPhase::kOverrun);
  room.pass(Minutes(3));
  EXPECT_EQ(room.press(command::Add{Minutes(1)}), Facts{TimerFact::kAdded});
  EXPECT_EQ(room.timer.phase, TimerPhase::kOverrun);
  EXPECT_EQ(room.left(), -Minutes(3));
}

TEST(command, add_of_nothing_has_no_effect) {
  EXPECT_EQ(room_in(TimerPhase::kRunning).press(command::Add{}), Facts{});
}

TEST(command, absurd_minutes_are_refused) {
  for (const TimerPhase phase : {TimerPhase::kArmed, TimerPhase::kRunning}) {
    const ARoom room = room_in(phase);
    EXPECT_NE(room.refusal(command::Add{Minutes::max()}), "");
    EXPECT_NE(room.refusal(command::Add{Minutes::min()}), "");
  }
}

TEST(command, next_ends_the_run_and_starts_the_next_segment) {
  ARoom room = room_in(TimerPhase::kRunning);
  room.pass(Minutes(5));
  EXPECT_EQ(room.press(command::Next{}),
            (Facts{TimerFact::kFinished, TimerFact::kSegmentChanged, TimerFact::kStarted}));
  EXPECT_EQ(room.timer.segment_id, "b");
  EXPECT_EQ(room.left(), Minutes(10));
  EXPECT_EQ(room.timer.run, 2U);
  EXPECT_FALSE(room.timer.finish_fired);
}

TEST(command, next_in_overrun_does_not_finish_again) {
  ARoom room = room_in(TimerPhase::kOverrun);
  EXPECT_EQ(room.press(command::Next{}), (Facts{TimerFact::kSegmentChanged, TimerFact::kStarted}));
}

TEST(command, next_on_the_last_segment_finishes_the_session) {
  ARoom room;
  room.start(2);
  EXPECT_EQ(room.press(command::Next{}), (Facts{TimerFact::kFinished, TimerFact::kStopped}));
  EXPECT_EQ(room.timer.phase, TimerPhase::kFinished);
  EXPECT_NE(room.refusal(command::Next{}), "");
}

TEST(command, back_starts_the_segment_before) {
  ARoom room;
  room.start(1);
  room.press(command::Back{});
  EXPECT_EQ(room.timer.segment_id, "a");
  EXPECT_EQ(room.timer.phase, TimerPhase::kRunning);
  EXPECT_EQ(room.left(), Minutes(20));
}

TEST(command, back_on_the_first_segment_starts_it_again) {
  ARoom room = room_in(TimerPhase::kRunning);
  room.pass(Minutes(5));
  room.press(command::Back{});
  EXPECT_EQ(room.timer.segment_id, "a");
  EXPECT_EQ(room.left(), Minutes(20));
  EXPECT_EQ(room.timer.run, 2U);
}

TEST(command, back_after_the_end_returns_to_the_segment_that_ended) {
  ARoom room;
  room.start(2);
  room.press(command::Next{});
  room.press(command::Back{});
  EXPECT_EQ(room.timer.segment_id, "c");
  EXPECT_EQ(room.timer.phase, TimerPhase::kRunning);
}

TEST(command, restart_forgets_added_time) {
  ARoom room = room_in(TimerPhase::kRunning);
  room.press(command::Add{Minutes(5)});
  room.pass(Minutes(3));
  room.press(command::Restart{});
  EXPECT_EQ(room.left(), Minutes(20));
  EXPECT_EQ(room.timer.added, Minutes(0));
  EXPECT_EQ(room.spoken(), Minutes(0));
}

TEST(command, stop_freezes_what_was_left) {
  ARoom room = room_in(TimerPhase::kRunning);
  room.pass(Minutes(5));
  EXPECT_EQ(room.press(command::Stop{}), (Facts{TimerFact::kFinished, TimerFact::kStopped}));
  room.pass(Minutes(5));
  EXPECT_EQ(room.left(), Minutes(15));
  EXPECT_EQ(room.press(command::Stop{}), Facts{});
}

TEST(command, stop_before_the_start_finishes_no_run) {
  EXPECT_EQ(room_in(TimerPhase::kArmed).press(command::Stop{}), Facts{TimerFact::kStopped});
}

TEST(command, a_jump_to_another_segment_ends_the_run) {
  ARoom room = room_in(TimerPhase::kRunning);
  EXPECT_EQ(room.press(command::Load{"session", 2}), (Facts{TimerFact::kFinished, TimerFact::kLoaded}));
  EXPECT_EQ(room.timer.phase, TimerPhase::kArmed);
  EXPECT_EQ(room.timer.segment_id, "c");
}

TEST(timer, words_of_phases_and_facts_are_read_back) {
  for (const TimerPhase phase : all_phases()) EXPECT_EQ(timer_phase_from(to_text(phase)).value(), phase);
  for (int fact = 0; fact <= static_cast<int>(TimerFact::kTakenBack); ++fact)
    EXPECT_EQ(timer_fact_from(to_text(TimerFact{fact})).value(), TimerFact{fact});
  EXPECT_FALSE(timer_phase_from("").ok());
  EXPECT_FALSE(timer_fact_from("Started").ok());
}

}  // namespace
}  // namespace tertulia
