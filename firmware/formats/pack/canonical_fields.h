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
#define TERTULIA_FIELDS(Type, ...)                                         \
  void fields(auto& archive, Of<Type> auto& value) {                       \
    NLOHMANN_JSON_EXPAND(NLOHMANN_JSON_PASTE(TERTULIA_FIELD, __VA_ARGS__)) \
  }

TERTULIA_FIELDS(LocalTime, year, month, day, hour, minute, second)
void fields(auto& archive, Of<Choice> auto& value) {
  archive("name", value.name);
  archive("label", value.label);
  archive.unless("picture", value.picture);
}
TERTULIA_FIELDS(SelectOne, choices, look)
void fields(auto& archive, Of<SelectMultiple> auto& value) {
  archive("choices", value.choices);
  archive("at_most", value.at_most);
  archive.unless("look", value.look);
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
  archive("name", value.name);
  archive("label", value.label);
  archive("hint", value.hint);
  archive("required_message", value.required_message);
  archive("constraint_message", value.constraint_message);
  archive("required", value.required);
  archive("type", value.kind);  // the name of the field in packs that are stored already
  archive.unless("is_conditional", value.is_conditional);
  archive.unless("path", value.path);
  archive.unless("picture", value.picture);
}
TERTULIA_FIELDS(Calculated, name, path)
void fields(auto& archive, Of<Page> auto& value) {
  archive("title", value.title);
  archive("questions", value.questions);
  archive.unless("repeat", value.repeat);
}
void fields(auto& archive, Of<Repeat> auto& value) {
  archive("path", value.path);
  archive.unless("title", value.title);
  archive("at_most", value.at_most);
}
void fields(auto& archive, Of<Bind> auto& value) {
  archive("path", value.path);
  archive.unless("kind", value.kind);
  archive.unless("type", value.type);
  archive.unless("relevant", value.relevant);
  archive.unless("required", value.required);
  archive.unless("constraint", value.constraint);
  archive.unless("calculation", value.calculation);
  archive.unless("read_only", value.read_only);
  archive.unless("default_value", value.default_value);
  archive.unless("trigger", value.trigger);
  archive.unless("choice_list", value.choice_list);
  archive.unless("choice_filter", value.choice_filter);
  archive.unless("choice_seed", value.choice_seed);
  archive.unless("is_randomized", value.is_randomized);
  archive.unless("repeat_count", value.repeat_count);
  archive.unless("first_repetitions", value.first_repetitions, std::size_t{1});
}
TERTULIA_FIELDS(FormTable, name, columns, rows)
TERTULIA_FIELDS(FormPicture, name, picture)
void fields(auto& archive, Of<Questionnaire> auto& value) {
  archive("id", value.id);
  archive("version", value.version);
  archive("title", value.title);
  archive("languages", value.languages);
  archive("default_language", value.default_language);
  archive("pages", value.pages);
  archive("hash", value.hash);
  archive("asks_while_running", value.asks_while_running);
  archive.unless("binds", value.binds);
  archive.unless("tables", value.tables);
  archive.unless("calculated", value.calculated);
  archive.unless("repeats", value.repeats);
  archive.unless("pictures", value.pictures);
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
TERTULIA_FIELDS(Privacy, threshold, keep_abandoned)
TERTULIA_FIELDS(Branding, accent, logo)
TERTULIA_FIELDS(Visit, id, programme, title, venue, host, visitors, zone, first_day, last_day, rooms,
                languages, groups, privacy, branding, default_form)
TERTULIA_FIELDS(VisitPack, visit, agenda, questionnaires, version)
TERTULIA_FIELDS(Place, file, where)
TERTULIA_FIELDS(Finding, severity, place, message)

#undef TERTULIA_FIELDS
#undef TERTULIA_FIELD

}  // namespace tertulia::formats
