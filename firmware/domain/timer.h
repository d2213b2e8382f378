// SPDX-License-Identifier: Apache-2.0
// The timer of a session: an anchor on the boot clock, and pure transitions. What is shown is computed from
// the anchor; nothing ticks. Words and cases: states idle, armed, running, paused, overrun, finished.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/domain/rundown.h"
#include "firmware/domain/time.h"

namespace tertulia {

enum class TimerPhase { kIdle, kArmed, kRunning, kPaused, kOverrun, kFinished };
[[nodiscard]] std::string_view to_text(TimerPhase phase);
[[nodiscard]] Result<TimerPhase> timer_phase_from(std::string_view text);

// Whether the countdown moves in this phase.
[[nodiscard]] bool counts(TimerPhase phase);

// A value: copy it, store it, send it. `remaining` was true at the anchor (boot_id, boot).
struct Timer {
  std::string session;      // id of the session; empty when idle
  std::size_t segment = 0;  // index into the session's rundown
  std::string segment_id;   // survives an agenda update that moves the index
  std::uint64_t run = 0;    // one more for each start of a segment; `finished` fires once per run
  TimerPhase phase = TimerPhase::kIdle;
  Milliseconds length{};            // planned length of the segment when it was loaded
  Milliseconds remaining{};         // at the anchor; negative in overrun
  Milliseconds added{};             // minutes added (or taken) in this run
  Milliseconds elapsed{};           // at the anchor, pauses not counted
  std::string boot_id;              // anchor
  BootTime boot{};                  // anchor
  WallTime wall;                    // anchor, label only
  std::optional<WallTime> started;  // label "started 10:30" of this run
  bool finish_fired = false;        // in this run
  bool hold = false;                // `roll` is off until told: by Hold, or by a moderator who took over
  bool removed = false;             // the loaded segment left the agenda
  bool asks = false;  // after a long power cut: waits for the moderator, never resumes by itself
  // On a device that follows: what is still wrong with `remaining`, and is put right bit by bit, so that no
  // countdown runs backwards. Never sent nor stored.
  Milliseconds slew{};

  friend auto operator<=>(const Timer&, const Timer&) = default;
};

// Commands of a moderator. `Roll` lets the clock start what is due by itself, `Hold` stops that. So does
// every other command but `Load`: a clock never takes the floor from a speaker behind a moderator's back.
// `Load` of another session lets the clock start it at its planned time, unless that has passed.
namespace command {
struct Load {
  std::string session;
  std::size_t segment = 0;
};
struct Start {};
struct Pause {};
struct Resume {};
struct Add {
  Minutes minutes{};
};  // negative takes away
struct Next {};
struct Back {};
struct Restart {};
struct Stop {};
struct Hold {};
struct Roll {};
}  // namespace command
using TimerCommand =
    std::variant<command::Load, command::Start, command::Pause, command::Resume, command::Add, command::Next,
                 command::Back, command::Restart, command::Stop, command::Hold, command::Roll>;

// What a transition means to everything but the timer.
enum class TimerFact {
  kStarted,
  kPaused,
  kResumed,
  kAdded,
  kFinished,  // the run is over, or its time is up: once per run, whichever comes first
  kSegmentChanged,
  kStopped,
  kLoaded,
  kHeld,
  kRolls,
  kOverran,   // below zero again, after time was added to a run that had finished
  kTakenBack  // the last touch was taken back
};
[[nodiscard]] std::string_view to_text(TimerFact fact);
[[nodiscard]] Result<TimerFact> timer_fact_from(std::string_view text);

struct TimerTransition {
  Timer timer;
  std::vector<TimerFact> facts;  // empty when there was no effect
};

// `rundown` is that of the loaded session; for Load, of the session to load. Errors: a command that makes no
// sense in this phase, in words ("Nothing is loaded: choose a session first").
[[nodiscard]] Result<TimerTransition> apply(const Timer& timer, const Rundown& rundown,
                                            const TimerCommand& command, const Now& now);

// What time alone does, dated to the moment it was due: running -> overrun at zero (fires kFinished once),
// and `roll` starts what is due, unless the clock is unsynced. For the device that leads; a display that only
// follows draws `remaining_at`.
[[nodiscard]] TimerTransition elapse(const Timer& timer, const Rundown& rundown, const Now& now);

// When `elapse` next changes something, on the boot clock; none when only a command can.
[[nodiscard]] std::optional<BootTime> next_change(const Timer& timer, const Rundown& rundown, const Now& now);

// How long `roll` still waits before it starts a segment: until the planned start, and while one runs, until
// it is over. None when only a command can start one.
[[nodiscard]] std::optional<Milliseconds> roll_in(const Timer& timer, const Rundown& rundown, const Now& now);

// On the boot clock of the anchor; a timer anchored in another boot must pass `restore` first.
[[nodiscard]] Milliseconds remaining_at(const Timer& timer, const Now& now);
// Expected end of the loaded segment if it went on from now (label); of a finished one, when it ended.
[[nodiscard]] WallTime expected_end(const Timer& timer, const Now& now);
// How late the session runs against the plan; negative is early. Grows while paused or in overrun. Zero when
// the segment is not in the plan. As good as the wall clock: ask `now.quality` before showing it.
[[nodiscard]] Milliseconds offset_at(const Timer& timer, const Rundown& rundown, const Now& now);

// After a restart. Same boot: unchanged. Another boot with a trusted clock and at most `kLongestGap` away:
// re-anchored, goes on. Else paused at what was left at the anchor, and `asks`. It is this device's guess:
// the room knows better (see WordKind). The gap counts from the stored anchor: store a running timer
// re-anchored now and then.
inline constexpr Minutes kLongestGap{30};
[[nodiscard]] Timer restore(const Timer& stored, const Now& now);

// After an agenda update: keeps what runs, by segment id; sets `removed` when it is gone. A segment that has
// not started takes its new length.
[[nodiscard]] Timer follow(const Timer& timer, const Rundown& updated);

// Between devices: a received timer is re-anchored on this device's boot clock (`age` = how old the sender's
// anchor was when it came in; a negative one counts as zero).
[[nodiscard]] Timer reanchor(const Timer& received, Milliseconds age, const Now& now);
// The same timer with its anchor at `now`.
[[nodiscard]] Timer anchored(const Timer& timer, const Now& now);
// The same timer, anchored in its boot. What was due before that has an earlier anchor, and no message can
// carry one.
[[nodiscard]] Timer in_its_boot(const Timer& timer);
// The same timer on this device's own clock, whose `remaining_at` moves to that of `better` without running
// backwards: by at most a quarter of the time that passes. Where it is behind by kLargestSlew or more, or
// ahead by kLongestSlew or more, it jumps. Both are the same run, anchored in this boot.
inline constexpr Milliseconds kLargestSlew{200};
inline constexpr Milliseconds kLongestSlew{5000};
[[nodiscard]] Timer slewed(const Timer& shown, const Timer& better, const Now& now);
// Of a timer that is being put right: what it will show then.
[[nodiscard]] Timer put_right(const Timer& timer);

// "08:24", "1:02:03" from an hour on, "25:00:00"; a countdown rounds up, below zero shows "-00:00" style.
[[nodiscard]] std::string countdown_text(Milliseconds remaining);
// "08:24": a count-up rounds down.
[[nodiscard]] std::string elapsed_text(Milliseconds elapsed);

}  // namespace tertulia
