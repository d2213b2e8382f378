// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>

#include "firmware/domain/timer_transitions.h"

namespace tertulia {
namespace {

// What a rule sees.
struct Situation {
  const Timer& timer;
  const Rundown& rundown;
  const TimerCommand& command;
  const Now& now;
};
using Ruling = Result<TimerTransition>;
using Rule = Ruling (*)(const Situation&);

// More than that is a slip of the finger, and keeps sums of durations far from their limits.
constexpr Minutes kMostAddedAtOnce{10'000};

Ruling nothing(const Situation& on) { return TimerTransition{on.timer, {}}; }
Ruling unloaded(const Situation&) { return Error{"Nothing is loaded: choose a session first"}; }
Ruling unstarted(const Situation&) { return Error{"This segment has not started: press Start first"}; }
Ruling ended(const Situation&) {
  return Error{"This session is over: choose a segment, or restart the last one"};
}

// Where a rule begins: the timer anchored at now.
TimerTransition here(const Situation& on) { return {anchored(on.timer, on.now), {}}; }

Ruling load(const Situation& on) {
  const auto& wanted = std::get<command::Load>(on.command);
  if (wanted.session.empty() || on.rundown.segments.empty())
    return Error{"This session has no segments: give it a time in the agenda"};
  if (wanted.segment >= on.rundown.segments.size())
    return Error{"This session has no such segment: choose one of its rundown"};
  TimerTransition transition = here(on);
  end_run(transition);
  if (on.timer.session != wanted.session) transition.timer.hold = false;
  transition.timer.session = wanted.session;
  transition.timer = armed(transition.timer, on.rundown, wanted.segment, on.now);
  transition.facts.push_back(TimerFact::kLoaded);
  return transition;
}

Ruling start(const Situation& on) { return TimerTransition{begun(on.timer, on.now), {TimerFact::kStarted}}; }

Ruling pause(const Situation& on) {
  TimerTransition transition = here(on);
  settle(transition, on.now);
  transition.timer.phase = TimerPhase::kPaused;
  transition.facts.push_back(TimerFact::kPaused);
  return transition;
}

Ruling resume(const Situation& on) {
  TimerTransition transition = here(on);
  const bool over = transition.timer.remaining <= Milliseconds(0) && transition.timer.finish_fired;
  transition.timer.phase = over ? TimerPhase::kOverrun : TimerPhase::kRunning;
  transition.facts.push_back(TimerFact::kResumed);
  settle(transition, on.now);
  return transition;
}

bool is_too_much(Minutes minutes) { return minutes > kMostAddedAtOnce || minutes < -kMostAddedAtOnce; }

Ruling add(const Situation& on) {
  const Minutes minutes = std::get<command::Add>(on.command).minutes;
  if (is_too_much(minutes)) return Error{"That is too much at once: add or take away at most 10000 minutes"};
  if (minutes == Minutes(0)) return nothing(on);
  TimerTransition transition = here(on);
  transition.timer.remaining += minutes;
  transition.timer.added += minutes;
  transition.facts.push_back(TimerFact::kAdded);
  settle(transition, on.now);
  return transition;
}

Ruling add_before_start(const Situation& on) {
  const Minutes minutes = std::get<command::Add>(on.command).minutes;
  if (!is_too_much(minutes) && on.timer.remaining + minutes <= Milliseconds(0))
    return Error{"That would leave no time: take away fewer minutes"};
  return add(on);
}

TimerTransition& go_to(TimerTransition& transition, const Situation& on, std::size_t segment) {
  transition.timer = begun(armed(transition.timer, on.rundown, segment, on.now), on.now);
  transition.facts.push_back(TimerFact::kSegmentChanged);
  transition.facts.push_back(TimerFact::kStarted);
  return transition;
}

Ruling stop(const Situation& on) {
  TimerTransition transition = here(on);
  end_run(transition);
  transition.timer.phase = TimerPhase::kFinished;
  transition.facts.push_back(TimerFact::kStopped);
  return transition;
}

Ruling restart(const Situation& on) {
  TimerTransition transition = here(on);
  end_run(transition);
  transition.timer.added = Milliseconds(0);
  transition.timer = begun(transition.timer, on.now);
  transition.facts.push_back(TimerFact::kStarted);
  return transition;
}

Ruling next(const Situation& on) {
  const std::size_t segment = next_segment(on.timer);
  if (segment >= on.rundown.segments.size())
    return on.timer.phase == TimerPhase::kFinished ? ended(on) : stop(on);
  TimerTransition transition = here(on);
  end_run(transition);
  return go_to(transition, on, segment);
}

Ruling back(const Situation& on) {
  if (on.timer.segment == 0 || on.timer.segment > on.rundown.segments.size()) return restart(on);
  TimerTransition transition = here(on);
  end_run(transition);
  return go_to(transition, on, on.timer.segment - 1);
}

Ruling hold(const Situation& on) {
  if (on.timer.hold) return nothing(on);
  TimerTransition transition = here(on);
  transition.timer.hold = true;
  transition.facts.push_back(TimerFact::kHeld);
  return transition;
}

Ruling roll(const Situation& on) {
  TimerTransition transition = here(on);
  if (on.timer.hold) transition.facts.push_back(TimerFact::kRolls);
  transition.timer.hold = false;
  const bool joins = on.timer.phase == TimerPhase::kArmed && !on.timer.removed &&
                     on.now.quality != ClockQuality::kUnsynced &&
                     planned_segment_at(on.rundown, on.now.wall) == on.timer.segment;
  if (joins) {  // the plan is in the middle of it: go on as if it had started on time
    const WallTime planned = planned_starts(on.rundown)[on.timer.segment];
    transition.timer = begun(transition.timer, earlier(on.now, on.now.wall - planned));
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
  TRY(TimerTransition transition, rule(Situation{timer, rundown, command, now}));
  if (transition.facts.empty()) return TimerTransition{timer, {}};
  transition.timer.asks = false;
  if (takes_over(command)) transition.timer.hold = true;
  return transition;
}

}  // namespace tertulia
