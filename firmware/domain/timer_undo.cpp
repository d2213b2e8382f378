// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/timer_undo.h"

#include "firmware/domain/timer_transitions.h"

namespace tertulia {

TimerUndo undo_of(const Timer& before, const Timer& after, const Now& now) {
  return {before, after, now.boot + kUndoTime};
}

bool can_take_back(const TimerUndo& undo, const Timer& current, const Now& now) {
  const bool in_time = undo.after.boot_id == now.boot_id && now.boot < undo.until;
  const bool is_same = current.run == undo.after.run && current.session == undo.after.session &&
                       current.segment_id == undo.after.segment_id;
  return in_time && is_same;
}

TimerTransition take_back(const TimerUndo& undo, const Timer& current, const Now& now) {
  TimerTransition transition{undo.before, {TimerFact::kTakenBack}};
  Timer& timer = transition.timer;
  timer.run = current.run;
  const bool is_new_run = current.run != undo.before.run || current.finish_fired != undo.before.finish_fired;
  if (is_new_run) timer.run += 1;
  timer = anchored(timer, now);
  settle(transition, now);
  return transition;
}

}  // namespace tertulia
