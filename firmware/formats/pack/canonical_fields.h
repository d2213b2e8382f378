// SPDX-License-Identifier: Apache-2.0
// A table of the fields of every type in a pack. Writing and reading both use it, so they always agree. Each
// row becomes a function that calls archive("name", field) for every field. For canonical.cpp only.
#pragma once

#include <concepts>
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
TERTULIA_FIELDS(Choice, name, label)
TERTULIA_FIELDS(SelectOne, choices, look)
TERTULIA_FIELDS(SelectMultiple, choices, at_most)
TERTULIA_FIELDS(Text, multiline, max_length)
TERTULIA_FIELDS(Integer, least, most)
TERTULIA_FIELDS(Range, start, end, step, look)
void fields(auto&, Of<Note> auto&) {}
TERTULIA_FIELDS(Date, least, most)
void fields(auto&, Of<TimeOfDay> auto&) {}
TERTULIA_FIELDS(Decimal, least, most)
TERTULIA_FIELDS(Ranking, choices)
void fields(auto&, Of<Acknowledge> auto&) {}
void fields(auto& archive, Of<Question> auto& value) {
  archive("name", value.name);
  archive("label", value.label);
  archive("hint", value.hint);
  archive("required_message", value.required_message);
  archive("constraint_message", value.constraint_message);
  archive("required", value.required);
  archive("type", value.kind);  // the name of the field in packs that are stored already
}
TERTULIA_FIELDS(Page, title, questions)
TERTULIA_FIELDS(Questionnaire, id, version, title, languages, default_language, pages, hash,
                asks_while_running)
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
