// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/note_events.h"

namespace tertulia {
namespace {

// The newest word of a note that any device has said; null: nobody knows it.
const Register<RoomNote>* newest(const Shares<NoteShare>& shares, const std::string& id) {
  const Register<RoomNote>* found = nullptr;
  for (const auto& [device, share] : shares)
    if (const auto note = share.value.notes.find(id);
        note != share.value.notes.end() && (!found || found->rank < note->second.rank))
      found = &note->second;
  return found;
}

}  // namespace

std::vector<Event> note_events(const RoomState& before, const RoomSaying& saying) {
  const auto* said = std::get_if<Register<NoteShare>>(&saying.word.word);
  if (!said || saying.word.is_closed) return {};
  std::vector<Event> events;
  for (const auto& [id, word] : said->value.notes) {
    const Register<RoomNote>* known = newest(before.open.notes, id);
    if (known && word.rank <= known->rank) continue;
    const RoomNote& note = word.value;
    const bool was_listed = known && !known->value.removed;
    if (note.removed && !was_listed) continue;  // nobody has heard of it
    events.push_back(event::NoteTaken{saying.room, note.session, id, std::string(to_text(note.kind)),
                                      note.removed ? std::string() : note.text, note.place, note.removed,
                                      word.rank.revision});
  }
  return events;
}

}  // namespace tertulia
