// SPDX-License-Identifier: Apache-2.0
// What goes on in a room: the timer decides where one is loaded, the plan where none is. Holds whole
// sessions, also closed ones: public screens use public_room.h. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

// A session that follows, and when it is expected to start: a session that runs late delays what follows in
// its room, less the gaps of the plan. A pinned session starts as planned, and what follows keeps to it.
struct ComingSession {
  const Session* session = nullptr;
  WallTime start;
};

// Pointers into the DeviceState; valid until it changes.
struct RoomNow {
  const Session* session = nullptr;  // loaded in the timer, else planned for now; null between sessions
  const Session* next = nullptr;     // the first one after it in this room that is not over
  const Timer* timer = nullptr;      // null when nothing of `session` is loaded
  std::optional<Timer> plan;  // where nothing is loaded: a timer that follows the plan, for displays only

  std::size_t last_part = 0;  // of `session`, today: one that lasts several days leaves the room after it
  // What rests over a night, and when it goes on; until then nobody needs the room. Also without `session`:
  // its moderator has ended it for today.
  std::optional<ComingSession> rests;

  std::optional<Segment> removed_part;  // what runs, when it is no longer in the agenda: it has no name

  [[nodiscard]] const Segment* segment() const { return segment_of(timer); }  // null: nothing is loaded
  // The timer that a display counts: the moderator's, else that of the plan; null when there is neither.
  [[nodiscard]] const Timer* shown_timer() const { return timer ? timer : plan ? &*plan : nullptr; }
  [[nodiscard]] const Segment* shown_segment() const { return segment_of(shown_timer()); }

 private:
  [[nodiscard]] const Segment* segment_of(const Timer* of) const;
};

[[nodiscard]] RoomNow room_now(const DeviceState& device_state, std::string_view room, const Now& now);

// The session of the room that ended last, by its moderator or by the plan, if that is at most `within` ago.
// Null while another one runs, and of a break.
[[nodiscard]] const Session* ended_session(const DeviceState& device_state, std::string_view room,
                                           Milliseconds within, const Now& now);

// The session to which the desk's notes and questions belong: the one that goes on, and in a break the one
// that ended last. Null: none did today.
[[nodiscard]] const Session* noted_session(const DeviceState& device_state, const std::string& room,
                                           const Now& now);

// Loaded and not over: armed, running, paused or in overrun.
[[nodiscard]] bool is_live(const Timer& timer);

// When the time of a live timer was up, of which nobody can want to hear any more: that was kLongestOver ago,
// by the plan of its day and by its own countdown. None: it was not, or nobody has set the clock. So the
// timer of a device that was off for a day, or that nobody stopped in the evening, hides no plan.
inline constexpr Milliseconds kLongestOver = std::chrono::hours(6);
[[nodiscard]] std::optional<WallTime> over_since(const Session& session, const Timer& timer, const Now& now,
                                                 std::string_view zone);
// When that is, on the boot clock; none while it counts down, and when only a command can bring it.
[[nodiscard]] std::optional<BootTime> next_over(const Session& session, const Timer& timer, const Now& now,
                                                std::string_view zone);

// The session of the timer of a room; of one that has left the agenda what is known of it. Null: none.
[[nodiscard]] const Session* session_of_timer(const DeviceState& device_state, const std::string& room);

// How a countdown looks, and the word beside it.
struct TimeLook {
  std::string countdown;
  Tone tone = Tone::kCalm;
  std::string state;
  TimeBar bar;
};
[[nodiscard]] TimeLook time_look(const Catalogue& words, const Timer& timer, const Segment& segment,
                                 const Now& now);

// When the loaded segment is expected to end. A segment that waits for its start is not early.
[[nodiscard]] WallTime segment_end(const Session& session, const Timer& timer, const Now& now);
// When room.session (not null) is expected to end: the end in the calendar, moved by the time that its
// rundown has lost or won. Of a session that lasts several days: when that day's last part ends.
[[nodiscard]] WallTime session_end(const RoomNow& room, const Now& now);
// The same as it is planned.
[[nodiscard]] WallTime planned_session_end(const RoomNow& room);

// "7 min behind". None when the session is within a minute of the plan, or the clock cannot be trusted.
[[nodiscard]] std::optional<Chip> offset_chip(const Catalogue& words, const Timer& timer,
                                              const Session& session, const Now& now);

// Those after room.session (after now, when there is none) that are not over, by expected start. Without
// those that last all day.
[[nodiscard]] std::vector<ComingSession> coming_sessions(const Agenda& agenda, std::string_view room_id,
                                                         const RoomNow& room, const Now& now);

// When a screen that counts `timer` (null: none) next shows another second or minute.
[[nodiscard]] BootTime next_tick(const Timer* timer, const Now& now);
// How long countdown_text(remaining) stays the same while it counts down.
[[nodiscard]] Milliseconds until_next_second(Milliseconds remaining);

}  // namespace tertulia
