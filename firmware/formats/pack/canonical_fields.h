// SPDX-License-Identifier: Apache-2.0
// A table of the fields of every type in a pack. Writing and reading both use it, so they always agree. Each
// row becomes a function that calls archive("name", field) for every field, or archive.unless("name", field)
// for one that mostly has its usual value: then it is not written. For canonical.cpp only.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "firmware/domain/visit.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// T or const T: reading changes the value, writing does not.
template <class Value, class T>
concept Of = std::same_as<std::remove_const_t<Value>, T>;

// NLOHMANN_JSON_PASTE applies a macro to each of its arguments.
#define TERTULIA_FIELD(name) archive(#name, value.name);
#define TERTULIA_RARE_FIELD(name) archive.unless(#name, value.name);
// Always written; and, for what few have, left out of the text while it is as a new value has it.
#define TERTULIA_USUAL(...) NLOHMANN_JSON_EXPAND(NLOHMANN_JSON_PASTE(TERTULIA_FIELD, __VA_ARGS__))
#define TERTULIA_RARE(...) NLOHMANN_JSON_EXPAND(NLOHMANN_JSON_PASTE(TERTULIA_RARE_FIELD, __VA_ARGS__))
#define TERTULIA_FIELDS(Type, ...) \
  void fields(auto& archive, Of<Type> auto& value) { TERTULIA_USUAL(__VA_ARGS__) }

TERTULIA_FIELDS(LocalTime, year, month, day, hour, minute, second)
void fields(auto& archive, Of<Choice> auto& value) {
  TERTULIA_USUAL(name, label);
  TERTULIA_RARE(picture);
}
TERTULIA_FIELDS(SelectOne, choices, look)
void fields(auto& archive, Of<SelectMultiple> auto& value) {
  TERTULIA_USUAL(choices, at_most);
  TERTULIA_RARE(look);
}
TERTULIA_FIELDS(Text, multiline, max_length)
TERTULIA_FIELDS(Integer, least, most)
TERTULIA_FIELDS(Range, start, end, step, look)
void fields(auto&, Of<Note> auto&) {}
TERTULIA_FIELDS(Date, least, most, parts)
void fields(auto&, Of<TimeOfDay> auto&) {}
TERTULIA_FIELDS(Decimal, least, most)
TERTULIA_FIELDS(Ranking, choices)
void fields(auto&, Of<Acknowledge> auto&) {}
void fields(auto&, Of<DateTime> auto&) {}
void fields(auto& archive, Of<Question> auto& value) {
  TERTULIA_USUAL(name, label, hint, required_message, constraint_message, required);
  TERTULIA_RARE(is_conditional, path, picture);
  archive("type", value.kind);  // the name of the field in packs that are stored already
}
TERTULIA_FIELDS(Calculated, name, path)
void fields(auto& archive, Of<Page> auto& value) {
  TERTULIA_USUAL(title, questions);
  TERTULIA_RARE(repeat);
}
void fields(auto& archive, Of<Repeat> auto& value) {
  TERTULIA_USUAL(path, at_most);
  TERTULIA_RARE(title);
}
void fields(auto& archive, Of<Bind> auto& value) {
  TERTULIA_USUAL(path);
  TERTULIA_RARE(kind, type, relevant, required, constraint, calculation, read_only, default_value, trigger,
                choice_list, choice_filter, choice_seed, is_randomized, repeat_count);
  archive.unless("first_repetitions", value.first_repetitions, std::size_t{1});
}
TERTULIA_FIELDS(FormTable, name, columns, rows)
TERTULIA_FIELDS(FormPicture, name, picture)
void fields(auto& archive, Of<Questionnaire> auto& value) {
  TERTULIA_USUAL(id, version, title, languages, default_language, pages, hash, asks_while_running);
  TERTULIA_RARE(binds, tables, calculated, repeats, pictures);
}
TERTULIA_FIELDS(Segment, id, title, speaker, kind, length, amber_before, red_before, policy, minimum,
                planned_start, rooms)
TERTULIA_FIELDS(Rundown, start, segments)
TERTULIA_FIELDS(Session, id, slug, title, expected_outcomes, room, place, format, form, access, presence,
                all_day, is_break, end, rundown)
TERTULIA_FIELDS(Agenda, sessions)
TERTULIA_FIELDS(Room, id, name)
TERTULIA_FIELDS(Group, id, name)
TERTULIA_FIELDS(Peer, name)
void fields(auto& archive, Of<Privacy> auto& value) {
  TERTULIA_USUAL(threshold, keep_abandoned);
  TERTULIA_RARE(contact_key);
}
TERTULIA_FIELDS(Branding, accent, logo)
TERTULIA_FIELDS(Visit, id, programme, title, venue, host, visitors, zone, first_day, last_day, rooms,
                languages, groups, privacy, branding, default_form)
TERTULIA_FIELDS(VisitPack, visit, agenda, questionnaires, version)
TERTULIA_FIELDS(Place, file, where)
TERTULIA_FIELDS(Finding, severity, place, message)

#undef TERTULIA_FIELDS
#undef TERTULIA_RARE
#undef TERTULIA_USUAL
#undef TERTULIA_RARE_FIELD
#undef TERTULIA_FIELD

}  // namespace tertulia::formats
