// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/notes.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "firmware/app/desk/room_words.h"
#include "firmware/app/kiosk/typing.h"
#include "firmware/app/room/room_now.h"

namespace tertulia {
namespace {

constexpr std::size_t kLongestNote = 400;  // user-perceived characters
// Places, so that one can be put between two others, and between those, 32 times over.
constexpr std::int64_t kBetweenNotes = std::int64_t{1} << 32;

struct NotesAt {
  const DeviceState& device_state;
  const RoleSettings& settings;
  const Now& now;
  const Session* session;  // null: none went on yet
  std::vector<NoteItem> notes;

  [[nodiscard]] std::size_t index_of(const std::string& id) const {
    const auto found =
        std::find_if(notes.begin(), notes.end(), [&id](const NoteItem& each) { return each.id == id; });
    return static_cast<std::size_t>(found - notes.begin());
  }
  [[nodiscard]] RoomSaying say(const std::string& id, const RoomNote& note) const {
    const PublicSession shown = for_public(*session);
    return {settings.room,
            say_note(room_words(device_state, settings.room), id, note, device_state.device, &shown)};
  }
};

std::int64_t within_reach(std::int64_t place) { return std::clamp(place, -kFarthestPlace, kFarthestPlace); }

NotesAt notes_at(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  NotesAt at{device_state, settings, now, noted_session(device_state, settings.room, now), {}};
  if (at.session)
    at.notes = room_words(device_state, settings.room).notes(for_public(*at.session).slug().text());
  return at;
}

// Two notes of one device are written at different moments of one boot, and a boot begins at another time.
std::string fresh_id(const NotesAt& at) {
  return at.device_state.device + "-" + std::to_string(at.now.wall.time_since_epoch().count()) + "-" +
         std::to_string(at.now.boot.count() / 1'000'000);
}

std::optional<RoomSaying> write(NoteDraft& draft, const NotesAt& at) {
  const std::string text = trimmed(draft.entry.text);
  if (text.empty() || !at.session) return std::nullopt;
  const std::size_t index = at.index_of(draft.editing);
  const bool is_new = index == at.notes.size();
  RoomNote note = is_new ? RoomNote{} : at.notes[index].note;
  if (is_new) {
    note.session = for_public(*at.session).slug();
    note.place = at.notes.empty() ? 0 : within_reach(at.notes.back().note.place + kBetweenNotes);
    note.written = at.now.wall;
  }
  note.text = text;
  note.kind = draft.kind;
  note.may_leave = draft.leaves;
  const std::string id = is_new ? fresh_id(at) : draft.editing;
  NoteDraft next;
  next.entry.script = draft.entry.script;
  next.kind = draft.kind;
  draft = std::move(next);
  return at.say(id, note);
}

// The place between the two neighbours that the note gets.
std::int64_t place_at(const std::vector<NoteItem>& notes, std::size_t before) {
  if (before == 0) return within_reach(notes.front().note.place - kBetweenNotes);
  if (before >= notes.size()) return within_reach(notes.back().note.place + kBetweenNotes);
  const std::int64_t low = notes[before - 1].note.place;
  return low + (notes[before].note.place - low) / 2;
}

std::optional<RoomSaying> change(NoteDraft& draft, NoteAction action, const NotesAt& at) {
  const std::size_t index = at.index_of(draft.chosen);
  if (index == at.notes.size()) return std::nullopt;
  RoomNote note = at.notes[index].note;
  switch (action) {
    case NoteAction::kUp:
      if (index == 0) return std::nullopt;
      note.place = place_at(at.notes, index - 1);
      return at.say(draft.chosen, note);
    case NoteAction::kDown:
      if (index + 1 == at.notes.size()) return std::nullopt;
      note.place = place_at(at.notes, index + 2);
      return at.say(draft.chosen, note);
    case NoteAction::kEdit:
      draft.editing = std::exchange(draft.chosen, {});
      draft.entry = entry_with(note.text, draft.entry);
      draft.kind = note.kind;
      draft.leaves = note.may_leave;
      return std::nullopt;
    case NoteAction::kRemove:
      note.removed = true;
      return at.say(std::exchange(draft.chosen, {}), note);
  }
  return std::nullopt;
}

}  // namespace

NotesChange touch_notes(NoteDraft draft, const Intent& intent, const DeviceState& device_state,
                        const RoleSettings& settings, const Now& now) {
  const NotesAt at = notes_at(device_state, settings, now);
  NotesChange result{std::move(draft)};
  NoteDraft& next = result.draft;
  next.entry = typed(std::move(next.entry), intent, kLongestNote);
  if (is_done_key(intent)) result.saying = write(next, at);
  if (const auto* note = std::get_if<intent::ChooseNote>(&intent))
    next.chosen = next.chosen == note->note ? std::string() : note->note;
  if (const auto* action = std::get_if<intent::ChangeNote>(&intent))
    result.saying = change(next, action->action, at);
  if (const auto* kind = std::get_if<intent::ChooseKind>(&intent))
    if (const auto known = note_kind_from(kind->kind); known.ok()) next.kind = known.value();
  if (std::holds_alternative<intent::ToggleLeave>(intent)) next.leaves = !next.leaves;
  return result;
}

}  // namespace tertulia
