// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/event_json.h"

#include <nlohmann/json.hpp>

#include "firmware/domain/digest.h"
#include "firmware/domain/room/notes.h"
#include "firmware/wire/room_json.h"

namespace tertulia::wire {
namespace {

// Whatever is added to Event must be added here: a missing overload does not compile.
struct Type {
  std::string_view operator()(const event::FeedbackSubmitted&) const { return "feedback.submitted"; }
  std::string_view operator()(const event::SessionStarted&) const { return "session.started"; }
  std::string_view operator()(const event::SessionEnded&) const { return "session.ended"; }
  std::string_view operator()(const event::TimerChanged&) const { return "timer.changed"; }
  std::string_view operator()(const event::PackLoaded&) const { return "content.loaded"; }
  std::string_view operator()(const event::NoteTaken&) const { return "content.noted"; }
  std::string_view operator()(const event::HealthReported&) const { return "health.reported"; }
  std::string_view operator()(const event::Audited&) const { return "audit.recorded"; }
  std::string_view operator()(const event::GapMade&) const { return "gap.made"; }
  std::string_view operator()(const event::ContactSealed&) const { return "contact.sealed"; }
  std::string_view operator()(const event::AnswersReleased&) const { return "content.released"; }
};

struct Data {
  Json operator()(const event::FeedbackSubmitted& e) const {
    const Submission& s = e.submission;
    return {{"submission", s.id.text()},    {"form", s.form},
            {"form_hash", s.form_hash},     {"room", s.room},
            {"session", s.session},         {"language", s.language},
            {"answers", json_of(s.answers)}};
  }
  Json operator()(const event::SessionStarted& e) const {
    return {{"room", e.room}, {"session", e.session.text()}};
  }
  Json operator()(const event::SessionEnded& e) const {
    return {{"room", e.room}, {"session", e.session.text()}};
  }
  Json operator()(const event::TimerChanged& e) const {
    return {
        {"room", e.room},          {"session", e.session.text()},          {"segment", e.segment.text()},
        {"fact", to_text(e.fact)}, {"remaining_ms", bounded(e.remaining)}, {"offset_ms", bounded(e.offset)},
        {"revision", e.revision}};
  }
  Json operator()(const event::PackLoaded& e) const {
    Json json = {{"visit", e.visit}, {"version", e.version}};
    if (e.threshold > 0) json["threshold"] = e.threshold;
    if (!e.forms.empty()) json["forms"] = e.forms;
    return json;
  }
  Json operator()(const event::NoteTaken& e) const {
    Json json = {{"room", e.room},        {"session", e.session.text()},
                 {"note", e.note},        {"kind", e.kind},
                 {"text", e.text},        {"place", e.place},
                 {"revision", e.revision}};
    if (e.removed) json["removed"] = true;
    return json;
  }
  Json operator()(const event::HealthReported& e) const {
    Json json = {{"waiting", e.waiting}, {"disk_free_bytes", e.disk_free_bytes}};
    if (e.temperature_celsius) json["temperature_celsius"] = *e.temperature_celsius;
    return json;
  }
  Json operator()(const event::Audited& e) const { return {{"action", e.action}}; }
  Json operator()(const event::GapMade& e) const {
    return {{"from", e.from}, {"to", e.to}, {"of", to_text(e.of)}, {"count", e.count}};
  }
  Json operator()(const event::ContactSealed& e) const {
    return {{"contact", e.contact.id.text()},
            {"visit", e.contact.visit},
            {"sealed", to_base64(e.contact.sealed)}};
  }
  Json operator()(const event::AnswersReleased& e) const {
    Json answers = Json::array();
    for (const SubmissionId& id : e.answers) answers.push_back(id.text());
    return {{"form", e.form}, {"session", e.session.text()}, {"answers", std::move(answers)}};
  }
};

SubmissionId read_id(Reader& read, const char* member) {
  const auto id = SubmissionId::parse(read.name(member));
  if (id.ok()) return id.value();
  read.add_error(member, id.error().message);
  return {};
}

event::FeedbackSubmitted read_feedback(Reader& read) {
  Submission s;
  s.id = read_id(read, "submission");
  s.form = read.name("form");
  s.form_hash = read.name("form_hash");
  s.room = read.name("room");
  s.session = read.name("session");
  s.language = read.name("language");
  s.state = SubmissionState::kSubmitted;
  if (const Json* answers = read.object("answers", kMostQuestions)) s.answers = read_answers(*answers, read);
  return {s};
}

event::TimerChanged read_timer_changed(Reader& read) {
  event::TimerChanged e;
  e.room = read.name("room");
  e.session = PublicId::received(read.name("session"));
  e.segment = PublicId::received(read.name("segment"));
  e.fact = read.word("fact", timer_fact_from);
  e.remaining = read.milliseconds("remaining_ms");
  e.offset = read.milliseconds("offset_ms");
  e.revision = read.count("revision");
  return e;
}

event::NoteTaken read_note(Reader& read) {
  event::NoteTaken e;
  e.room = read.name("room");
  e.session = PublicId::received(read.name("session"));
  e.note = read.name("note");
  e.kind = to_text(read.word("kind", note_kind_from));
  e.text = read.text("text", kMostRoomText);
  e.place = read.whole("place", -kFarthestPlace, kFarthestPlace);
  e.revision = read.count("revision", kMostRevision);
  e.removed = read.optional_flag("removed");
  return e;
}

event::GapMade read_gap(Reader& read) {
  event::GapMade e;
  e.from = read.count("from");
  e.to = read.count("to");
  e.of = read.word("of", event_kind_from);
  e.count = read.count("count");
  if (e.from > e.to) read.add_error("to", "expected a number not below `from`");
  return e;
}

event::ContactSealed read_contact(Reader& read) {
  event::ContactSealed e;
  e.contact.id = read_id(read, "contact");
  e.contact.visit = read.name("visit");
  e.contact.sealed.resize(kSealedBytes);
  if (!from_base64(read.text("sealed", kMostText), e.contact.sealed))
    read.add_error("sealed", "expected " + std::to_string(kSealedBytes) + " bytes as base64");
  return e;
}

event::AnswersReleased read_released(Reader& read) {
  event::AnswersReleased e;
  e.form = read.name("form");
  e.session = PublicId::received(read.name("session"));
  for (const std::string& text : read.names("answers")) {
    const auto id = SubmissionId::parse(text);
    if (!id.ok()) read.add_error("answers", id.error().message);
    if (id.ok()) e.answers.push_back(id.value());
  }
  if (e.answers.empty() || e.answers.size() > event::kMostReleased)
    read.add_error("answers", "expected 1 to " + std::to_string(event::kMostReleased) + " ids");
  return e;
}

Event read_event(Reader& read, std::string_view name) {
  if (name == "feedback.submitted") return read_feedback(read);
  if (name == "session.started")
    return event::SessionStarted{read.name("room"), PublicId::received(read.name("session"))};
  if (name == "session.ended")
    return event::SessionEnded{read.name("room"), PublicId::received(read.name("session"))};
  if (name == "timer.changed") return read_timer_changed(read);
  if (name == "content.loaded")
    return event::PackLoaded{read.name("visit"), read.name("version"), read.optional_count("threshold"),
                             read.optional_names("forms")};
  if (name == "content.noted") return read_note(read);
  if (name == "health.reported")
    return event::HealthReported{read.count("waiting"), read.count("disk_free_bytes"),
                                 read.optional_number("temperature_celsius", -273.15, 1000)};
  if (name == "audit.recorded") return event::Audited{read.name("action")};
  if (name == "gap.made") return read_gap(read);
  if (name == "contact.sealed") return read_contact(read);
  if (name == "content.released") return read_released(read);
  read.add_error("type", "this version does not know it: update the program that reads it");
  return event::Audited{};
}

constexpr std::string_view kPrefix = "org.tertulia.";
constexpr std::string_view kVersion = ".v1";

}  // namespace

std::string type_of(const Event& event) {
  std::string type(kPrefix);
  type.append(std::visit(Type{}, event)).append(kVersion);
  return type;
}

Json data_of(const Event& event) { return std::visit(Data{}, event); }

Result<Event> event_of(std::string_view type, const Json& data) {
  std::string_view name = type;
  if (name.starts_with(kPrefix) && name.ends_with(kVersion) &&
      name.size() > kPrefix.size() + kVersion.size()) {
    name.remove_prefix(kPrefix.size());
    name.remove_suffix(kVersion.size());
  } else {
    name = {};
  }
  Reader read(data, "event");
  Event event = read_event(read, name);
  TRY_DONE(read.outcome());
  return event;
}

}  // namespace tertulia::wire
