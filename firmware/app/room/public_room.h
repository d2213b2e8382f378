// SPDX-License-Identifier: Apache-2.0
// What the public screens of a room may know: the room display, the door sign and the kiosk. Their sources
// see no whole session, only what comes through here. Of a closed session that is its times and the state of
// its countdown. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/public.h"
#include "firmware/ports/views.h"

namespace tertulia {

struct RoomNow;

// A display counts down to the start of a session from so long before it.
inline constexpr Milliseconds kCountdownToStart = std::chrono::hours(2);

// The segment that a display counts down.
struct PublicPart {
  std::size_t index = 0;    // in the rundown
  bool is_removed = false;  // it has left the rundown: `index` is that of what took its place
  std::string countdown;
  Tone tone = Tone::kCalm;
  std::string state;  // "Wrap up"
  TimeBar bar;
  std::optional<WallTime> started;
  Milliseconds length{};                 // with the minutes that were added
  WallTime end;                          // expected
  std::vector<WallTime> segment_starts;  // expected, of every segment of the rundown
  std::optional<Chip> chip;              // "7 min behind"
};

struct PublicPartToCome {
  std::size_t index = 0;
  WallTime start;  // as planned
};

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): only for_public() makes a PublicSession
struct PublicComing {
  PublicSession session;
  WallTime start;  // expected: a session that runs late delays what follows in its room
};

// References and pointers into the DeviceState and its settings; valid until they change.
struct PublicRoom {
  const Catalogue& words;  // of the screen's language
  const Visit& visit;
  const std::vector<Questionnaire>& forms;
  const Announcement* announcement;  // to everybody; null: none
  std::string room;                  // its id
  Now now;
  std::optional<PublicSession> session = {};  // what goes on; none between sessions
  WallTime session_end = {};                  // expected, today; meaningless without a session
  std::optional<PublicComing> rests = {};     // over a night, until then: nobody needs the room
  std::optional<PublicPart> part = {};        // none where nothing counts
  std::vector<SideTime> clocks = {};          // beside that of the part
  // The parts of `session` that are still to come today, by their index in the rundown; where nothing counts.
  std::vector<PublicPartToCome> parts_to_come = {};
  // The sessions after `session` (after now, when there is none) that are not over, in the order of their
  // expected starts; without those that last all day.
  std::vector<PublicComing> coming = {};
  // Something runs that another device said, and this one has heard of none for half a minute.
  bool is_alone = false;
  bool has_desk = false;  // a screen of this device is the desk of the room

  // In the language of the screen.
  [[nodiscard]] const std::string& say(const LocalizedText& text) const;
  [[nodiscard]] std::string clock(WallTime time) const;
  // Null when nothing follows.
  [[nodiscard]] const PublicComing* next() const { return coming.empty() ? nullptr : &coming.front(); }
};
[[nodiscard]] PublicRoom public_room(const DeviceState& device_state, const RoleSettings& settings,
                                     const Now& now);

// What the moderator has put beside the plan of that session; nothing of another one.
[[nodiscard]] const ShownNow& shown_in(const DeviceState& device_state, const std::string& room,
                                       const Session* session);

// When a display of the room next shows something else.
[[nodiscard]] BootTime next_visible_change(const RoomNow& room, const Now& now);

// The same with the countdown to the next session, which a session that runs late delays.
[[nodiscard]] BootTime next_plan_change(const DeviceState& device_state, const std::string& room_id,
                                        const Now& now);

// What goes on in a room; none between sessions.
[[nodiscard]] std::optional<PublicSession> public_session_in(const DeviceState& device_state,
                                                             const std::string& room, const Now& now);

// What ended in a room at most `within` ago; see ended_session().
[[nodiscard]] std::optional<PublicSession> public_session_ended_in(const DeviceState& device_state,
                                                                   const std::string& room,
                                                                   Milliseconds within, const Now& now);

// The kind that stands for the whole session: a break, or its first segment.
[[nodiscard]] SegmentKind kind_of(const PublicSession& session);

// "Closed session", or the title.
[[nodiscard]] std::string title_of(const PublicSession& session, const Catalogue& words, const Visit& visit);

}  // namespace tertulia
