// SPDX-License-Identifier: Apache-2.0
// Of what each device owns: questions and supports, notes. They hold texts that people wrote, so members are
// named shortly and nothing is written that is false or empty.
#include <nlohmann/json.hpp>

#include "firmware/domain/limits.h"
#include "firmware/wire/room_json.h"

namespace tertulia::wire {
namespace {

static_assert(kMostRoomText >= kMostTextBytes, "what people may type at a kiosk has to be readable");

Json question_json(const FloorQuestion& question) {
  Json json = {
      {"text", question.text}, {"language", question.language}, {"asked", to_rfc3339(question.asked)}};
  if (!question.session.text().empty()) json["session"] = question.session.text();
  if (question.removed) json["removed"] = true;
  return json;
}

Json note_json(const Register<RoomNote>& word) {
  const RoomNote& note = word.value;
  Json json = {{"note", to_text(note.kind)},
               {"text", note.text},
               {"place", note.place},
               {"written", to_rfc3339(note.written)}};
  put_rank(json, word.rank);
  if (!note.session.text().empty()) json["session"] = note.session.text();
  if (note.may_leave) json["may_leave"] = true;
  if (note.removed) json["removed"] = true;
  return json;
}

Register<RoomNote> read_room_note(Reader& read) {
  Register<RoomNote> word;
  word.rank = read_rank(read);
  RoomNote& note = word.value;
  note.kind = read.word("note", note_kind_from);
  note.text = read.text("text", kMostRoomText);
  note.place = read.whole("place", -kFarthestPlace, kFarthestPlace);
  note.written = read.time("written");
  word.session = read.optional_name("session");
  note.session = PublicId::received(word.session);
  note.may_leave = read.optional_flag("may_leave");
  note.removed = read.optional_flag("removed");
  return word;
}

// Reads each member of an object of objects: one(id, reader).
template <class Read>
void read_by_id(Reader& read, const char* member, Read one) {
  const Json* all = read.object(member);
  if (!all) return;
  for (const auto& [id, item] : all->items()) {
    if (!is_name(id) || !item.is_object()) return read.add_error(member, "expected objects by their ids");
    Reader inner(item, member);
    one(id, item, inner);
    if (const auto outcome = inner.outcome(); !outcome.ok())
      return read.add_error(member, outcome.error().message);
  }
}

}  // namespace

Json value_json(const FloorShare& share) {
  Json questions = Json::object();
  for (const auto& [id, question] : share.questions) questions[id] = question_json(question);
  Json supports = Json::object();
  for (const auto& [id, by_epoch] : share.supports) supports[id] = by_epoch;
  return {{"questions", std::move(questions)}, {"supports", std::move(supports)}};
}

void read_value(Reader& read, const std::string& /*boot_id*/, FloorShare& share) {
  read_by_id(read, "questions", [&](const std::string& id, const Json& /*item*/, Reader& inner) {
    FloorQuestion& question = share.questions[id];
    question.text = inner.text("text", kMostRoomText);
    question.language = inner.name("language");
    question.session = PublicId::received(inner.optional_name("session"));
    question.asked = inner.time("asked");
    question.removed = inner.optional_flag("removed");
  });
  read_by_id(read, "supports", [&](const std::string& id, const Json& item, Reader& inner) {
    for (const auto& [epoch, count] : item.items()) {
      if (!is_name(epoch))
        return inner.add_error("epoch", "expected at most 255 bytes without control characters");
      share.supports[id][epoch] = inner.count(epoch.c_str());
    }
  });
}

Json value_json(const NoteShare& share) {
  Json notes = Json::object();
  for (const auto& [id, word] : share.notes) notes[id] = note_json(word);
  return {{"notes", std::move(notes)}};
}

void read_value(Reader& read, const std::string& /*boot_id*/, NoteShare& share) {
  read_by_id(read, "notes", [&](const std::string& id, const Json& /*item*/, Reader& inner) {
    share.notes[id] = read_room_note(inner);
  });
}

}  // namespace tertulia::wire
