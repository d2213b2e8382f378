// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>

#include "firmware/domain/timer_transitions.h"

namespace tertulia {
namespace {

// What a rule sees.
struct KioskPage {
  const Timer& timer;
  const Rundown& rundown;
  const TimerCommand& command;
  const Now& now;
};
using Ruling = Result<TimerTransition>;
using Rule = Ruling (*)(const KioskPage&);

// More than that is a slip of the finger, and keeps sums of durations far from their limits.
constexpr Minutes kMostAddedAtOnce{10'000};

Ruling nothing(const KioskPage& step) { return TimerTransition{step.timer, {}}; }
Ruling unloaded(const KioskPage&) { return Error{"Nothing is loaded: choose a session first"}; }
Ruling unstarted(const KioskPage&) { return Error{"This segment has not started: press Start first"}; }
Ruling ended(const KioskPage&) {
  return Error{"This session is over: choose a segment, or restart the last one"};
}

// Where a rule begins: the timer anchored at now.
TimerTransition here(const KioskPage& step) { return {anchored(step.timer, step.now), {}}; }

Ruling load(const KioskPage& step) {
  const auto& wanted = std::get<command::Load>(step.command);
  if (wanted.session.empty() || step.rundown.segments.empty())
    return Error{"This session has no segments: give it a time in the agenda"};
  if (wanted.segment >= step.rundown.segments.size())
    return Error{"This session has no such segment: choose one of its rundown"};
  TimerTransition transition = here(step);
  end_run(transition);
  if (step.timer.session != wanted.session) transition.timer.hold = false;
  transition.timer.session = wanted.session;
  transition.timer = armed(transition.timer, step.rundown, wanted.segment, step.now);
  transition.facts.push_back(TimerFact::kLoaded);
  return transition;
}

Ruling start(const KioskPage& step) {
  return TimerTransition{begun(step.timer, step.now), {TimerFact::kStarted}};
}

Ruling pause(const KioskPage& step) {
  TimerTransition transition = here(step);
  settle(transition, step.now);
  transition.timer.phase = TimerPhase::kPaused;
  transition.facts.push_back(TimerFact::kPaused);
  return transition;
}

Ruling resume(const KioskPage& step) {
  TimerTransition transition = here(step);
  const bool over = transition.timer.remaining <= Milliseconds(0) && transition.timer.finish_fired;
  transition.timer.phase = over ? TimerPhase::kOverrun : TimerPhase::kRunning;
  transition.facts.push_back(TimerFact::kResumed);
  settle(transition, step.now);
  return transition;
}

bool is_too_much(Minutes minutes) { return minutes > kMostAddedAtOnce || minutes < -kMostAddedAtOnce; }

Ruling add(const KioskPage& step) {
  const Minutes minutes = std::get<command::Add>(step.command).minutes;
  if (is_too_much(minutes)) return Error{"That is too much at once: add or take away at most 10000 minutes"};
  if (minutes == Minutes(0)) return nothing(step);
  TimerTransition transition = here(step);
  transition.timer.remaining += minutes;
  transition.timer.added += minutes;
  transition.facts.push_back(TimerFact::kAdded);
  settle(transition, step.now);
  return transition;
}

Ruling add_before_start(const KioskPage& step) {
  const Minutes minutes = std::get<command::Add>(step.command).minutes;
  if (!is_too_much(minutes) && step.timer.remaining + minutes <= Milliseconds(0))
    return Error{"That would leave no time: take away fewer minutes"};
  return add(step);
}

TimerTransition& go_to(TimerTransition& transition, const KioskPage& step, std::size_t segment) {
  transition.timer = begun(armed(transition.timer, step.rundown, segment, step.now), step.now);
  transition.facts.push_back(TimerFact::kSegmentChanged);
  transition.facts.push_back(TimerFact::kStarted);
  return transition;
}

Ruling stop(const KioskPage& step) {
  TimerTransition transition = here(step);
  end_run(transition);
  transition.timer.phase = TimerPhase::kFinished;
  transition.facts.push_back(TimerFact::kStopped);
  return transition;
}

Ruling restart(const KioskPage& step) {
  TimerTransition transition = here(step);
  end_run(transition);
  transition.timer.added = Milliseconds(0);
  transition.timer = begun(transition.timer, step.now);
  transition.facts.push_back(TimerFact::kStarted);
  return transition;
}

Ruling next(const KioskPage& step) {
  const std::size_t segment = next_segment(step.timer);
  if (segment >= step.rundown.segments.size())
    return step.timer.phase == TimerPhase::kFinished ? ended(step) : stop(step);
  TimerTransition transition = here(step);
  end_run(transition);
  return go_to(transition, step, segment);
}

Ruling back(const KioskPage& step) {
  if (step.timer.segment == 0 || step.timer.segment > step.rundown.segments.size()) return restart(step);
  TimerTransition transition = here(step);
  end_run(transition);
  return go_to(transition, step, step.timer.segment - 1);
}

Ruling hold(const KioskPage& step) {
  if (step.timer.hold) return nothing(step);
  TimerTransition transition = here(step);
  transition.timer.hold = true;
  transition.facts.push_back(TimerFact::kHeld);
  return transition;
}

Ruling roll(const KioskPage& step) {
  TimerTransition transition = here(step);
  if (step.timer.hold) transition.facts.push_back(TimerFact::kRolls);
  transition.timer.hold = false;
  const bool joins = step.timer.phase == TimerPhase::kArmed && !step.timer.removed &&
                     step.now.quality != ClockQuality::kUnsynced &&
                     planned_segment_at(step.rundown, step.now.wall) == step.timer.segment;
  if (joins) {  // the plan is in the middle of it: go on as if it had started on time
    const WallTime planned = planned_starts(step.rundown)[step.timer.segment];
    transition.timer = begun(transition.timer, earlier(step.now, step.now.wall - planned));
    transition.facts.push_back(TimerFact::kStarted);
  }
  return transition;
}

// One row per command, in the order of TimerCommand; one column per phase, in the order of TimerPhase.
// clang-format off
constexpr std::array<std::array<Rule, 6>, std::variant_size_v<TimerCommand>> kRules = {{
  //             idle      armed             running  paused   overrun  finished
  /* Load    */ {load,     load,             load,    load,    load,    load},
  /* Start   */ {unloaded, start,            nothing, resume,  nothing, ended},
  /* Pause   */ {unloaded, unstarted,        pause,   nothing, pause,   ended},
  /* Resume  */ {unloaded, unstarted,        nothing, resume,  nothing, ended},
  /* Add     */ {unloaded, add_before_start, add,     add,     add,     ended},
  /* Next    */ {unloaded, next,             next,    next,    next,    next},
  /* Back    */ {unloaded, back,             back,    back,    back,    restart},
  /* Restart */ {unloaded, unstarted,        restart, restart, restart, restart},
  /* Stop    */ {unloaded, stop,             stop,    stop,    stop,    nothing},
  /* Hold    */ {unloaded, hold,             hold,    hold,    hold,    hold},
  /* Roll    */ {unloaded, roll,             roll,    roll,    roll,    roll},
}};
// clang-format on

// A moderator who touches the run leads it from then on.
bool takes_over(const TimerCommand& command) {
  return !std::holds_alternative<command::Load>(command) && !std::holds_alternative<command::Roll>(command);
}

}  // namespace

Result<TimerTransition> apply(const Timer& timer, const Rundown& rundown, const TimerCommand& command,
                              const Now& now) {
  const Rule rule = kRules[command.index()][static_cast<std::size_t>(timer.phase)];
  TRY(TimerTransition transition, rule(KioskPage{timer, rundown, command, now}));
  if (transition.facts.empty()) return TimerTransition{timer, {}};
  transition.timer.revision += 1;
  transition.timer.asks = false;
  if (takes_over(command)) transition.timer.hold = true;
  return transition;
}

}  // namespace tertulia
