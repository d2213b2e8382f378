// SPDX-License-Identifier: Apache-2.0
// What the note-taker's page shows.
#include <array>
#include <utility>

#include "firmware/app/desk/notes.h"
#include "firmware/app/desk/room_words.h"
#include "firmware/app/desk/strip.h"
#include "firmware/app/kiosk/typing.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

constexpr std::array kKinds{NoteKind::kLearningPoint, NoteKind::kNextStep, NoteKind::kOpenQuestion,
                            NoteKind::kObstacle, NoteKind::kContact};

std::string kind_text(const Catalogue& words, NoteKind kind) {
  switch (kind) {
    case NoteKind::kLearningPoint:
      // translators: the kind of a note: what the session has taught
      return words.in_context("note", "Learning");
    case NoteKind::kNextStep:
      // translators: the kind of a note: what has to be done after the session
      return words.in_context("note", "Next step");
    case NoteKind::kOpenQuestion:
      // translators: the kind of a note: what nobody could answer
      return words.in_context("note", "Open question");
    case NoteKind::kObstacle:
      // translators: the kind of a note: what stands in the way
      return words.in_context("note", "Obstacle");
    case NoteKind::kContact:
      // translators: the kind of a note: whom to get in touch with
      return words.in_context("note", "Contact to make");
  }
  return {};
}

std::vector<NoteActionButton> actions(const Catalogue& words) {
  // translators: moves a note one place towards the beginning of the list
  return {{NoteAction::kUp, words.in_context("note", "Up")},
          // translators: moves a note one place towards the end of the list
          {NoteAction::kDown, words.in_context("note", "Down")},
          // translators: opens a note for typing
          {NoteAction::kEdit, words.in_context("note", "Correct")},
          // translators: takes a note off the list
          {NoteAction::kRemove, words.in_context("note", "Remove")}};
}

void list_notes(WritingView& view, const NoteDraft& draft, const std::vector<NoteItem>& notes,
                const Catalogue& words) {
  for (const NoteItem& each : notes) {
    const std::string number = std::to_string(view.lines.size() + 1);
    view.lines.push_back({each.id, number, each.note.text, each.id == draft.chosen});
    if (each.id != draft.chosen) continue;
    view.actions = actions(words);
    // translators: the heading over what can be done with a note: “Note 2”
    view.kinds_label = fill(words.text("Note {number}"), {{"number", number}});
  }
  // translators: the notes that belong to it
  view.count = joined(words.text("this session"), std::to_string(notes.size()));
}

}  // namespace

WritingView notes_view(const NoteDraft& draft, const std::string& problem, bool closes,
                       const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  WritingView view;
  view.tongue = tongue_of(words.language());
  view.strip =
      desk_strip(device_state, settings, closes ? words.text("Moderator") : words.text("Note-taker"), now);
  const RoomNow room = room_now(device_state, settings.room, now);
  if (room.shown_timer()) {
    const std::string left = countdown_text(remaining_at(*room.shown_timer(), now));
    // translators: how much time the running part of the session still has: “08:24 left”
    view.strip.status.push_back({fill(words.text("{time} left"), {{"time", left}}), Tone::kMuted});
  }
  // translators: what a session has taught, as the note-taker wrote it down
  view.title = words.text("Key learning points");
  view.kinds_label = words.text("What it is");
  // translators: the key that stores what the note-taker has typed
  view.entry = field_of(draft.entry, words, "note", words.text("Note it"));
  for (const NoteKind kind : kKinds)
    view.kinds.push_back({std::string(to_text(kind)), kind_text(words, kind), kind == draft.kind});
  const Session* session = noted_session(device_state, settings.room, now);
  if (session) {
    const PublicSession shown = for_public(*session);
    list_notes(view, draft, room_words(device_state, settings.room).notes(shown.slug().text()), words);
    // translators: a check box beside a note: others than those in the room may read it
    if (!shown.open()) view.may_leave = words.text("May leave the room (closed session)");
    view.leaves = draft.leaves;
    if (!problem.empty()) view.problem = words.text(problem);
  } else {
    view.problem = words.text("There is no session to take notes of.");
  }
  if (closes) view.close = ControlButton{Control::kClose, words.in_context("desk", "Close")};
  return view;
}

}  // namespace tertulia
