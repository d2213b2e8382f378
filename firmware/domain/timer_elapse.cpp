// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/domain/timer_transitions.h"

namespace tertulia {
namespace {

// Longer waits are cut: nanoseconds on the boot clock end after 292 years, and calendars do not.
constexpr Milliseconds kLongestWait = std::chrono::hours(24 * 365);

struct Change {
  enum class Kind { kZero, kRoll };
  Kind kind = Kind::kZero;
  Milliseconds in{};  // from now; negative when it is overdue
};

std::optional<Change> next_of(const Timer& timer, const Rundown& rundown, const Now& now) {
  if (timer.phase == TimerPhase::kRunning && timer.boot_id == now.boot_id)
    return Change{Change::Kind::kZero, remaining_at(timer, now)};
  if (const auto in = roll_in(timer, rundown, now)) return Change{Change::Kind::kRoll, *in};
  return std::nullopt;
}

TimerTransition rolled(const Timer& timer, const Rundown& rundown, const Now& due) {
  TimerTransition transition{timer, {}};
  if (timer.phase == TimerPhase::kOverrun) {
    transition.timer = armed(timer, rundown, next_segment(timer), due);
    transition.facts.push_back(TimerFact::kSegmentChanged);
  }
  transition.timer = begun(transition.timer, due);
  transition.facts.push_back(TimerFact::kStarted);
  return transition;
}

// Its time was up at `due`: it is anchored there, with nothing left. That may lie before its anchor, in what
// a device heard late or started with, and `remaining` may still be put right: neither moves the moment that
// all count from.
Timer at_zero(const Timer& timer, const Now& now, const Now& due) {
  Timer zero = anchored(timer, now);
  zero.boot += zero.remaining;
  zero.wall = due.wall;
  zero.elapsed = std::max(Milliseconds(0), zero.elapsed + zero.remaining);
  zero.remaining = Milliseconds(0);
  return zero;
}

TimerTransition changed(const Timer& timer, const Rundown& rundown, const Change& change, const Now& now) {
  const Now due = earlier(now, -change.in);
  if (change.kind == Change::Kind::kRoll) return rolled(timer, rundown, due);
  TimerTransition transition{at_zero(timer, now, due), {}};
  settle(transition, due);
  return transition;
}

}  // namespace

std::optional<Milliseconds> roll_in(const Timer& timer, const Rundown& rundown, const Now& now) {
  const bool waits = timer.phase == TimerPhase::kArmed || timer.phase == TimerPhase::kRunning ||
                     timer.phase == TimerPhase::kOverrun;
  const bool is_armed = timer.phase == TimerPhase::kArmed;
  if (!waits || timer.hold || now.quality == ClockQuality::kUnsynced || (is_armed && timer.removed))
    return std::nullopt;
  const std::size_t segment = is_armed ? timer.segment : next_segment(timer);
  if (segment >= rundown.segments.size()) return std::nullopt;
  const Milliseconds until_start = planned_starts(rundown)[segment] - now.wall;
  const Milliseconds until_anchor = -since_anchor(timer, now);
  // Loaded after its planned start: the moderator starts it.
  if (is_armed && until_start < until_anchor) return std::nullopt;
  const Milliseconds until_free =
      timer.phase == TimerPhase::kRunning ? remaining_at(timer, now) : until_anchor;
  return std::max(until_start, until_free);
}

TimerTransition elapse(const Timer& timer, const Rundown& rundown, const Now& now) {
  TimerTransition all{timer, {}};
  // Ends: each pass fires the one `finished` of a run or moves on to a later segment.
  for (auto next = next_of(timer, rundown, now); next && next->in <= Milliseconds(0);
       next = next_of(all.timer, rundown, now)) {
    const TimerTransition step = changed(all.timer, rundown, *next, now);
    all.timer = step.timer;
    all.facts.insert(all.facts.end(), step.facts.begin(), step.facts.end());
  }
  return all;
}

std::optional<BootTime> next_change(const Timer& timer, const Rundown& rundown, const Now& now) {
  const auto next = next_of(timer, rundown, now);
  if (!next) return std::nullopt;
  return now.boot + std::clamp(next->in, Milliseconds(0), kLongestWait);
}

}  // namespace tertulia
