// SPDX-License-Identifier: Apache-2.0
// The desk of a room: steers its timer, and lets time act on it. Who sits there, and which page is open, is
// its state; everything else it reads from the DeviceState. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/desk/lock.h"
#include "firmware/app/desk/notes.h"
#include "firmware/app/state/device_state.h"
#include "firmware/domain/room/taking_back.h"
#include "firmware/domain/timer_undo.h"
#include "firmware/ports/intents.h"
#include "firmware/ports/views.h"

namespace tertulia {

enum class DeskPage {
  kDesk,
  kProposal,
  kTime,
  kNotes,
  kScreen,     // what the room display shows
  kWords,      // an announcement or a message
  kMeeting,    // when and where people meet again
  kClocks,     // beside that of the part
  kRules,      // how the clock of the part behaves
  kQuestions,  // from the floor
  kResults,    // what the room has answered
  kAgenda,     // what a new visit pack changes
  kSetting,    // a person sets the clock
};

// Who gets to see what is being typed.
enum class Audience {
  kRoom,
  kAll,     // all rooms of the visit
  kMessage  // this room, until somebody takes it off
};
struct WordsDraft {
  TextEntry entry = {};
  Audience audience = Audience::kRoom;
  int minutes = 5;  // that an announcement is shown
  friend bool operator==(const WordsDraft&, const WordsDraft&) = default;
};
struct MeetingDraft {
  TextEntry entry = {};  // "14:00 Room 2"
  int day = 1;           // days after today
  friend bool operator==(const MeetingDraft&, const MeetingDraft&) = default;
};
// What a person says of date and time. The time is typed as minutes are, see Moderator::typed.
struct ClockDraft {
  std::optional<LocalTime> day = {};
  int pages = 0;         // of days, after those that are shown first
  bool is_sure = false;  // was warned that this would end the session that runs
  friend bool operator==(const ClockDraft&, const ClockDraft&) = default;
};

struct Moderator {
  std::string problem;  // what the last command could not do, in words
  DeskLock lock = {};
  DeskPage page = DeskPage::kDesk;
  std::optional<TimerUndo> undo = {};       // the last touch, while it can be taken back
  std::optional<SaidUndo> said_undo = {};   // the same, where it said something in a room
  std::optional<BootTime> asks_until = {};  // "End this session?" is shown until then
  std::string typed = {};                   // on the pages for typed minutes and for the clock
  // Lengths that a person chose in place of the proposed ones, by the segment's id; none: nobody chooses.
  std::optional<std::map<std::string, Milliseconds>> chosen = {};
  NoteDraft note = {};
  WordsDraft words = {};
  MeetingDraft meeting = {};
  ClockDraft clock = {};
  std::string question = {};  // id of the one whose actions are shown
  friend bool operator==(const Moderator&, const Moderator&) = default;
};

// A timer after a transition, and what has to be saved and reported.
struct TimerChange {
  Timer timer;
  Effects effects;
};

// What a moderator decides about the visit pack that waits.
enum class UpdateChoice { kApply, kNotNow };

struct ModeratorChange {
  Moderator state;
  std::optional<TimerChange> timer = {};  // none: nothing changed
  std::optional<PinCheck> check = {};     // the loop asks the PinChecker, see pin_checked()
  std::vector<RoomSaying> sayings = {};   // what is said in the room beside the timer
  std::optional<UpdateChoice> update = {};
  std::optional<WallTime> clock = {};  // a person says that it is this time
};

[[nodiscard]] ModeratorChange apply(const Moderator& state, const Intent& intent,
                                    const DeviceState& device_state, const RoleSettings& settings,
                                    const Now& now);

// Nobody sits there any more: it is locked, and the next person begins at the desk itself and finds nothing
// that was typed. What was done can still be taken back.
[[nodiscard]] Moderator left(Moderator state);

// The list of the room is full: what was typed stands there still, and the desk says why.
[[nodiscard]] Moderator not_said(Moderator before);

// Another visit pack was taken: what was touched before it cannot be taken back.
[[nodiscard]] Moderator with_new_pack(Moderator state);

// Lets time act on the desk itself: it locks, and what could be taken back or was asked is over.
[[nodiscard]] Moderator elapse(Moderator state, const RoleSettings& settings, const Now& now);
// When that next changes something; none: only a touch can.
[[nodiscard]] std::optional<BootTime> next_change(const Moderator& state, const RoleSettings& settings,
                                                  const Now& now);

// Lets time act on the timer of a room (overrun, roll). Only the device that led last does it, so that
// `finished` is reported once. None when nothing changes.
[[nodiscard]] std::optional<TimerChange> elapse(const DeviceState& device_state, const std::string& room,
                                                const Now& now);
// When elapse() next changes something; none when only a command can.
[[nodiscard]] std::optional<BootTime> next_elapse(const DeviceState& device_state, const std::string& room,
                                                  const Now& now);

// The page that is open: of a locked desk, that for the PIN.
[[nodiscard]] View desk_view(const Moderator& state, const DeviceState& device_state,
                             const RoleSettings& settings, const Now& now);
[[nodiscard]] ModeratorView moderator_view(const Moderator& state, const DeviceState& device_state,
                                           const RoleSettings& settings, const Now& now);
[[nodiscard]] TimeView time_view(const Moderator& state, const DeviceState& device_state,
                                 const RoleSettings& settings, const Now& now);

}  // namespace tertulia
