// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/timer_transitions.h"

#include <algorithm>

namespace tertulia {
namespace {

// What every reader takes (RFC 8259, section 6).
constexpr std::uint64_t kMostRuns = 9'007'199'254'740'991;

}  // namespace

bool counts(TimerPhase phase) { return phase == TimerPhase::kRunning || phase == TimerPhase::kOverrun; }

Milliseconds since_anchor(const Timer& timer, const Now& now) {
  if (timer.boot_id != now.boot_id) return Milliseconds(0);
  return std::max(Milliseconds(0), std::chrono::duration_cast<Milliseconds>(now.boot - timer.boot));
}

Milliseconds counted(const Timer& timer, const Now& now) {
  constexpr int kShare = 4;
  const Milliseconds since = since_anchor(timer, now);
  const Milliseconds most = since / kShare;
  return since - std::clamp(timer.slew, -most, most);
}

Timer anchored(const Timer& timer, const Now& now) {
  Timer moved = reanchor(timer, Milliseconds(0), now);
  if (!counts(timer.phase)) return moved;
  const Milliseconds since = since_anchor(timer, now);
  const Milliseconds passed = counted(timer, now);
  moved.remaining -= passed;
  moved.elapsed += passed;
  moved.slew -= since - passed;
  // The part of a millisecond that was not counted stays before the anchor, else each move would lose it.
  if (timer.boot_id == now.boot_id) moved.boot = timer.boot + since;
  return moved;
}

Timer armed(const Timer& timer, const Rundown& rundown, std::size_t segment, const Now& now) {
  Timer loaded = timer;
  loaded.phase = TimerPhase::kArmed;
  loaded.segment = segment;
  loaded.segment_id = rundown.segments[segment].id;
  loaded.length = rundown.segments[segment].length;
  loaded.remaining = loaded.length;
  loaded.added = Milliseconds(0);
  loaded.elapsed = Milliseconds(0);
  loaded.started.reset();
  loaded.finish_fired = false;
  loaded.removed = false;
  loaded.slew = Milliseconds(0);
  return anchored(loaded, now);
}

Timer begun(const Timer& timer, const Now& now) {
  Timer run = timer;
  run.phase = TimerPhase::kArmed;  // stands still, so that the anchor moves without counting
  run = anchored(run, now);
  run.phase = TimerPhase::kRunning;
  run.run = run.run < kMostRuns ? run.run + 1 : 1;
  run.remaining = run.length + run.added;
  run.elapsed = Milliseconds(0);
  run.slew = Milliseconds(0);
  run.started = now.wall;
  run.finish_fired = false;
  return run;
}

std::size_t next_segment(const Timer& timer) { return timer.removed ? timer.segment : timer.segment + 1; }

void settle(TimerTransition& transition, const Now& now) {
  Timer& timer = transition.timer;
  if (!counts(timer.phase)) return;
  const bool over = remaining_at(timer, now) <= Milliseconds(0);
  if (over == (timer.phase == TimerPhase::kOverrun)) return;
  timer = anchored(timer, now);
  timer.phase = over ? TimerPhase::kOverrun : TimerPhase::kRunning;
  if (over && timer.finish_fired) transition.facts.push_back(TimerFact::kOverran);
  if (over) end_run(transition);
}

void end_run(TimerTransition& transition) {
  Timer& timer = transition.timer;
  const bool has_run = counts(timer.phase) || timer.phase == TimerPhase::kPaused;
  if (!has_run || timer.finish_fired) return;
  timer.finish_fired = true;
  transition.facts.push_back(TimerFact::kFinished);
}

}  // namespace tertulia
