// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/notes.h"

#include <algorithm>
#include <tuple>

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<NoteKind, 5> kNoteKinds = {{{NoteKind::kLearningPoint, "learning-point"},
                                            {NoteKind::kNextStep, "next-step"},
                                            {NoteKind::kOpenQuestion, "open-question"},
                                            {NoteKind::kObstacle, "obstacle"},
                                            {NoteKind::kContact, "contact"}}};

// Of each note the newest word that any device has.
std::map<std::string, Register<RoomNote>> newest(const Shares<NoteShare>& shares) {
  std::map<std::string, Register<RoomNote>> all;
  for (const auto& [device, share] : shares)
    for (const auto& [id, word] : share.value.notes) merge(all[id], word);
  return all;
}

}  // namespace

std::string_view to_text(NoteKind kind) { return name_of(kNoteKinds, kind); }
Result<NoteKind> note_kind_from(std::string_view text) { return value_of(kNoteKinds, text, "kind of note"); }

NoteShare united(const NoteShare& own, const NoteShare& heard) {
  NoteShare both = own;
  for (const auto& [id, word] : heard.notes) merge(both.notes[id], word);
  return both;
}

std::vector<NoteItem> note_list(const Shares<NoteShare>& shares, std::string_view session) {
  std::vector<NoteItem> list;
  for (auto& [id, word] : newest(shares))
    if (!word.value.removed && (session.empty() || word.value.session.text() == session))
      list.push_back({id, word.value});
  std::stable_sort(list.begin(), list.end(), [](const NoteItem& one, const NoteItem& other) {
    return one.note.place < other.note.place;
  });
  return list;
}

NoteShare with_note(const Shares<NoteShare>& shares, const std::string& device, const std::string& id,
                    const RoomNote& note) {
  const auto own = shares.find(device);
  NoteShare next = own == shares.end() ? NoteShare{} : own->second.value;
  const auto all = newest(shares);
  const auto held = all.find(id);
  const Register<RoomNote> before = held == all.end() ? Register<RoomNote>{} : held->second;
  next.notes[id] = say(before, note, device, note.session.text());
  return next;
}

NoteShare shareable(const NoteShare& share) {
  NoteShare leaving;
  for (const auto& [id, word] : share.notes)
    if (word.value.may_leave && !word.value.removed) leaving.notes.emplace(id, word);
  return leaving;
}

}  // namespace tertulia
