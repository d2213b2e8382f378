// SPDX-License-Identifier: Apache-2.0
// The note-taker's page: what a session teaches, written down for all. A note belongs to the session that
// goes on, or that went on last. Pure.
#pragma once

#include <optional>
#include <string>

#include "firmware/app/kiosk/text_entry.h"
#include "firmware/app/state/device_state.h"
#include "firmware/domain/room/notes.h"
#include "firmware/ports/intents.h"

namespace tertulia {

// What is being typed, and which note is being changed.
struct NoteDraft {
  TextEntry entry = {};
  NoteKind kind = NoteKind::kLearningPoint;
  bool leaves = false;       // the room, of a closed session
  std::string chosen = {};   // id of the note whose actions are shown
  std::string editing = {};  // id of the note that is being corrected; empty: a new one
  friend bool operator==(const NoteDraft&, const NoteDraft&) = default;
};

// What a touch does; with what is said in the room, if anything is.
struct NotesChange {
  NoteDraft draft;
  std::optional<RoomSaying> saying = {};
};
[[nodiscard]] NotesChange touch_notes(NoteDraft draft, const Intent& intent, const DeviceState& device_state,
                                      const RoleSettings& settings, const Now& now);

// `problem`: what the last touch could not do, empty: nothing is wrong. `closes`: a moderator came from the
// desk and goes back there.
[[nodiscard]] WritingView notes_view(const NoteDraft& draft, const std::string& problem, bool closes,
                                     const DeviceState& device_state, const RoleSettings& settings,
                                     const Now& now);

}  // namespace tertulia
