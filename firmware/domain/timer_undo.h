// SPDX-License-Identifier: Apache-2.0
// Takes the last touch at a desk back: the timer goes on as if nobody had touched it, to the millisecond.
// Pure; the desk owns the value.
#pragma once

#include <optional>

#include "firmware/domain/timer.h"

namespace tertulia {

// How long a touch can be taken back.
inline constexpr Milliseconds kUndoTime = std::chrono::seconds(10);

// What a touch did.
struct TimerUndo {
  Timer before;
  Timer after;
  BootTime until{};  // on the boot clock of `after`
  friend bool operator==(const TimerUndo&, const TimerUndo&) = default;
};
[[nodiscard]] TimerUndo undo_of(const Timer& before, const Timer& after, const Now& now);

// Whether the touch can still be taken back: in time, and the timer is still in the run that it led to. What
// time alone did in between (a run that ended) is no reason against it. Whether another desk has steered
// since, only the caller knows.
[[nodiscard]] bool can_take_back(const TimerUndo& undo, const Timer& current, const Now& now);

// The timer before the touch, with the time that has passed since. A run that the touch ended or began counts
// as a new run, so that it can finish, and does so once. Only when
// can_take_back().
[[nodiscard]] TimerTransition take_back(const TimerUndo& undo, const Timer& current, const Now& now);

}  // namespace tertulia
