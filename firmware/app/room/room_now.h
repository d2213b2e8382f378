// SPDX-License-Identifier: Apache-2.0
// What is going on in a room: the timer decides where it is loaded, the plan where it is not. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

// Pointers into the DeviceState; valid until it changes.
struct RoomNow {
  const Session* session = nullptr;  // loaded in the timer, else planned for now; null between sessions
  const Session* next = nullptr;     // the first one after it in this room that is not over
  const Timer* timer = nullptr;      // null when nothing of `session` is loaded
  std::optional<Timer> plan;  // where nothing is loaded: a timer that follows the plan, for displays only

  [[nodiscard]] const Segment* segment() const;  // null when nothing is loaded
  // What a display counts: the moderator's timer, else the plan's; null when there is neither.
  [[nodiscard]] const Timer* shown_timer() const { return timer ? timer : plan ? &*plan : nullptr; }
  [[nodiscard]] const Segment* shown_segment() const;
};

[[nodiscard]] RoomNow room_now(const DeviceState& device_state, std::string_view room, const Now& now);

// Loaded and not over: armed, running, paused or in overrun.
[[nodiscard]] bool is_live(const Timer& timer);

// How a countdown looks and the word that goes with it.
struct TimeLook {
  std::string countdown;
  Tone tone = Tone::kCalm;
  std::string state;
  TimeBar bar;
};
[[nodiscard]] TimeLook time_look(const Catalogue& words, const Timer& timer, const Segment& segment,
                                 const Now& now);

// When the loaded segment is expected to end. One that waits for its start is not early.
[[nodiscard]] WallTime segment_end(const Session& session, const Timer& timer, const Now& now);
// When room.session (not null) is expected to end: as the calendar has it, moved by what its rundown lost or
// won.
[[nodiscard]] WallTime session_end(const RoomNow& room, const Now& now);

// "7 min behind"; none when within a minute of the plan, and when the clock cannot be trusted.
[[nodiscard]] std::optional<Chip> offset_chip(const Catalogue& words, const Timer& timer,
                                              const Session& session, const Now& now);

// Wakes on the boot clock. The clock of a screen has minutes only; the countdown of a timer that runs has
// seconds.
[[nodiscard]] BootTime next_minute(const Now& now);
[[nodiscard]] BootTime next_tick(const Timer* timer, const Now& now);
// How long countdown_text(remaining) stays as it is while it runs down.
[[nodiscard]] Milliseconds until_next_second(Milliseconds remaining);

}  // namespace tertulia
