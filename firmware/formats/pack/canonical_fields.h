// SPDX-License-Identifier: Apache-2.0
// The fields of every type in a pack, described once for writing and reading, so that the two cannot drift
// apart. An archive is called as archive("name", field) for each. Internal to canonical.cpp.
#pragma once

#include <concepts>
#include <type_traits>

#include "firmware/domain/visit.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// T or const T: a reader changes what a writer only looks at.
template <class Value, class T>
concept Of = std::same_as<std::remove_const_t<Value>, T>;

void fields(auto& archive, Of<LocalTime> auto& value) {
  archive("year", value.year);
  archive("month", value.month);
  archive("day", value.day);
  archive("hour", value.hour);
  archive("minute", value.minute);
  archive("second", value.second);
}
void fields(auto& archive, Of<Choice> auto& value) {
  archive("name", value.name);
  archive("label", value.label);
}
void fields(auto& archive, Of<SelectOne> auto& value) {
  archive("choices", value.choices);
  archive("look", value.look);
}
void fields(auto& archive, Of<SelectMultiple> auto& value) {
  archive("choices", value.choices);
  archive("at_most", value.at_most);
}
void fields(auto& archive, Of<Text> auto& value) {
  archive("multiline", value.multiline);
  archive("max_length", value.max_length);
}
void fields(auto& archive, Of<Integer> auto& value) {
  archive("least", value.least);
  archive("most", value.most);
}
void fields(auto& archive, Of<Range> auto& value) {
  archive("start", value.start);
  archive("end", value.end);
  archive("step", value.step);
}
void fields(auto&, Of<Note> auto&) {}
void fields(auto& archive, Of<Date> auto& value) {
  archive("least", value.least);
  archive("most", value.most);
}
void fields(auto&, Of<TimeOfDay> auto&) {}
void fields(auto& archive, Of<Decimal> auto& value) {
  archive("least", value.least);
  archive("most", value.most);
}
void fields(auto& archive, Of<Question> auto& value) {
  archive("name", value.name);
  archive("label", value.label);
  archive("hint", value.hint);
  archive("required_message", value.required_message);
  archive("required", value.required);
  archive("type", value.kind);
}
void fields(auto& archive, Of<Page> auto& value) {
  archive("title", value.title);
  archive("questions", value.questions);
}
void fields(auto& archive, Of<Questionnaire> auto& value) {
  archive("id", value.id);
  archive("version", value.version);
  archive("title", value.title);
  archive("languages", value.languages);
  archive("default_language", value.default_language);
  archive("pages", value.pages);
  archive("hash", value.hash);
}
void fields(auto& archive, Of<Segment> auto& value) {
  archive("id", value.id);
  archive("title", value.title);
  archive("speaker", value.speaker);
  archive("kind", value.kind);
  archive("length", value.length);
  archive("amber_before", value.amber_before);
  archive("red_before", value.red_before);
  archive("policy", value.policy);
  archive("minimum", value.minimum);
  archive("planned_start", value.planned_start);
  archive("rooms", value.rooms);
}
void fields(auto& archive, Of<Rundown> auto& value) {
  archive("start", value.start);
  archive("segments", value.segments);
}
void fields(auto& archive, Of<Session> auto& value) {
  archive("id", value.id);
  archive("slug", value.slug);
  archive("title", value.title);
  archive("expected_outcomes", value.expected_outcomes);
  archive("room", value.room);
  archive("place", value.place);
  archive("format", value.format);
  archive("form", value.form);
  archive("access", value.access);
  archive("presence", value.presence);
  archive("all_day", value.all_day);
  archive("is_break", value.is_break);
  archive("end", value.end);
  archive("rundown", value.rundown);
}
void fields(auto& archive, Of<Agenda> auto& value) { archive("sessions", value.sessions); }
void fields(auto& archive, Of<Room> auto& value) {
  archive("id", value.id);
  archive("name", value.name);
}
void fields(auto& archive, Of<Group> auto& value) {
  archive("id", value.id);
  archive("name", value.name);
}
void fields(auto& archive, Of<Peer> auto& value) { archive("name", value.name); }
void fields(auto& archive, Of<Privacy> auto& value) {
  archive("threshold", value.threshold);
  archive("keep_abandoned", value.keep_abandoned);
}
void fields(auto& archive, Of<Branding> auto& value) {
  archive("accent", value.accent);
  archive("logo", value.logo);
}
void fields(auto& archive, Of<Visit> auto& value) {
  archive("id", value.id);
  archive("programme", value.programme);
  archive("title", value.title);
  archive("venue", value.venue);
  archive("host", value.host);
  archive("visitors", value.visitors);
  archive("zone", value.zone);
  archive("first_day", value.first_day);
  archive("last_day", value.last_day);
  archive("rooms", value.rooms);
  archive("languages", value.languages);
  archive("groups", value.groups);
  archive("privacy", value.privacy);
  archive("branding", value.branding);
  archive("default_form", value.default_form);
}
void fields(auto& archive, Of<VisitPack> auto& value) {
  archive("visit", value.visit);
  archive("agenda", value.agenda);
  archive("questionnaires", value.questionnaires);
  archive("version", value.version);
}
void fields(auto& archive, Of<Place> auto& value) {
  archive("file", value.file);
  archive("where", value.where);
}
void fields(auto& archive, Of<Finding> auto& value) {
  archive("severity", value.severity);
  archive("place", value.place);
  archive("message", value.message);
}

}  // namespace tertulia::formats
