// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/timer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "firmware/domain/names.h"
#include "firmware/domain/timer_transitions.h"

namespace tertulia {
namespace {

constexpr Names<TimerPhase, 6> kPhases = {{{TimerPhase::kIdle, "idle"},
                                           {TimerPhase::kArmed, "armed"},
                                           {TimerPhase::kRunning, "running"},
                                           {TimerPhase::kPaused, "paused"},
                                           {TimerPhase::kOverrun, "overrun"},
                                           {TimerPhase::kFinished, "finished"}}};
constexpr Names<TimerFact, 12> kFacts = {{{TimerFact::kStarted, "started"},
                                          {TimerFact::kPaused, "paused"},
                                          {TimerFact::kResumed, "resumed"},
                                          {TimerFact::kAdded, "added"},
                                          {TimerFact::kFinished, "finished"},
                                          {TimerFact::kSegmentChanged, "segment-changed"},
                                          {TimerFact::kStopped, "stopped"},
                                          {TimerFact::kLoaded, "loaded"},
                                          {TimerFact::kHeld, "held"},
                                          {TimerFact::kRolls, "rolls"},
                                          {TimerFact::kOverran, "overran"},
                                          {TimerFact::kTakenBack, "taken-back"}}};

// "08:24", "1:02:03"; `total` >= 0.
std::string clock_text(std::int64_t total) {
  const long long h = total / 3600;
  const long long m = total / 60 % 60;
  const long long s = total % 60;
  std::array<char, 40> text{};
  if (h > 0)
    std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", h, m, s);
  else
    std::snprintf(text.data(), text.size(), "%02lld:%02lld", m, s);
  return text.data();
}

}  // namespace

std::string_view to_text(TimerPhase phase) { return name_of(kPhases, phase); }
Result<TimerPhase> timer_phase_from(std::string_view text) { return value_of(kPhases, text, "timer phase"); }
std::string_view to_text(TimerFact fact) { return name_of(kFacts, fact); }
Result<TimerFact> timer_fact_from(std::string_view text) { return value_of(kFacts, text, "timer fact"); }

Milliseconds remaining_at(const Timer& timer, const Now& now) {
  return counts(timer.phase) ? timer.remaining - counted(timer, now) : timer.remaining;
}

WallTime expected_end(const Timer& timer, const Now& now) {
  if (timer.phase == TimerPhase::kIdle || timer.phase == TimerPhase::kFinished) return timer.wall;
  return now.wall + std::max(Milliseconds(0), remaining_at(timer, now));
}

Milliseconds offset_at(const Timer& timer, const Rundown& rundown, const Now& now) {
  const bool in_plan = !timer.removed && timer.segment < rundown.segments.size();
  if (timer.phase == TimerPhase::kIdle || !in_plan) return Milliseconds(0);
  const WallTime start = planned_starts(rundown)[timer.segment];
  const WallTime end = start + rundown.segments[timer.segment].length;
  // A segment that is loaded ahead of its time is not early: it waits for its start.
  if (timer.phase == TimerPhase::kArmed) return std::max(now.wall, start) + timer.remaining - end;
  return expected_end(timer, now) - end;
}

Timer restore(const Timer& stored, const Now& now) {
  if (stored.boot_id == now.boot_id) return stored;
  const Milliseconds gap = now.wall - stored.wall;
  const bool trusted = now.quality != ClockQuality::kUnsynced && gap >= Milliseconds(0);
  const bool goes_on = trusted && (stored.phase == TimerPhase::kArmed || gap <= kLongestGap);
  Timer timer = reanchor(stored, goes_on ? gap : Milliseconds(0), now);
  if (goes_on || !counts(stored.phase)) return timer;
  timer.phase = TimerPhase::kPaused;
  timer.asks = true;
  return timer;
}

Timer follow(const Timer& timer, const Rundown& updated) {
  if (timer.phase == TimerPhase::kIdle) return timer;
  Timer follower = timer;
  const std::optional<std::size_t> found = updated.find(timer.segment_id);
  follower.removed = !found;
  follower.segment = found.value_or(std::min(timer.segment, updated.segments.size()));
  if (found && timer.phase == TimerPhase::kArmed) {
    follower.length = updated.segments[*found].length;
    // Minutes that were taken off a longer one leave something of it to start.
    if (follower.length + follower.added <= Milliseconds(0)) follower.added = Milliseconds(0);
    follower.remaining = follower.length + follower.added;
  }
  return follower;
}

Timer reanchor(const Timer& received, Milliseconds age, const Now& now) {
  Timer timer = received;
  timer.boot_id = now.boot_id;
  timer.boot = now.boot;
  if (received.phase != TimerPhase::kFinished) timer.wall = now.wall;  // there it says when it ended
  if (age <= Milliseconds(0)) return timer;
  if (received.phase == TimerPhase::kRunning) {
    timer.remaining -= age;
    timer.elapsed += age;
  } else if (received.phase == TimerPhase::kArmed || received.phase == TimerPhase::kOverrun) {
    timer.boot -= age;  // it stays known whether it was loaded in time, and since when the next may start
    timer.wall -= age;
  }
  return timer;
}

Timer in_its_boot(const Timer& timer) {
  if (timer.boot >= BootTime{}) return timer;
  const auto before = std::chrono::duration_cast<Milliseconds>(-timer.boot);
  Timer moved = anchored(timer, {timer.wall + before, BootTime{}, timer.boot_id, ClockQuality::kUnsynced});
  moved.boot = BootTime{};
  return moved;
}

Timer put_right(const Timer& timer) {
  Timer right = timer;
  right.remaining += timer.slew;
  right.elapsed -= timer.slew;
  right.slew = Milliseconds(0);
  return right;
}

Timer slewed(const Timer& shown, const Timer& better, const Now& now) {
  Timer next = anchored(better, now);
  if (!counts(shown.phase) || !counts(better.phase)) return next;
  const Milliseconds wrong = next.remaining - remaining_at(shown, now);
  if (wrong <= -kLargestSlew || wrong >= kLongestSlew) return next;
  next.remaining -= wrong;
  next.elapsed += wrong;
  next.slew = wrong;
  return next;
}

std::string countdown_text(Milliseconds remaining) {
  // Division cuts towards zero: upwards below zero, so only above zero a started second must be added.
  const std::int64_t whole = remaining.count() / 1000;
  if (remaining.count() < 0) return "-" + clock_text(-whole);
  return clock_text(whole + (remaining.count() % 1000 > 0 ? 1 : 0));
}

std::string elapsed_text(Milliseconds elapsed) {
  return clock_text(elapsed.count() > 0 ? elapsed.count() / 1000 : 0);
}

}  // namespace tertulia
