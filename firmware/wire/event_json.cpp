// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/event_json.h"

#include <array>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

namespace tertulia::wire {
namespace {

constexpr std::size_t kMostText = 32768;  // bytes of one answer

// Whatever is added to Event must be added here: a missing overload does not compile.
struct Type {
  std::string_view operator()(const event::FeedbackSubmitted&) const { return "feedback.submitted"; }
  std::string_view operator()(const event::SessionStarted&) const { return "session.started"; }
  std::string_view operator()(const event::SessionEnded&) const { return "session.ended"; }
  std::string_view operator()(const event::TimerChanged&) const { return "timer.changed"; }
  std::string_view operator()(const event::PackLoaded&) const { return "content.loaded"; }
  std::string_view operator()(const event::HealthReported&) const { return "health.reported"; }
  std::string_view operator()(const event::Audited&) const { return "audit.recorded"; }
  std::string_view operator()(const event::GapMade&) const { return "gap.made"; }
};

struct AnswerJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const std::vector<std::string>& choices) const { return choices; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(double number) const { return std::isfinite(number) ? Json(number) : Json(nullptr); }
};

Json answers_json(const std::map<std::string, AnswerValue>& answers) {
  Json json = Json::object();
  for (const auto& [question, answer] : answers)
    if (Json value = std::visit(AnswerJson{}, answer); !value.is_null()) json[question] = std::move(value);
  return json;
}

struct Data {
  Json operator()(const event::FeedbackSubmitted& e) const {
    const Submission& s = e.submission;
    return {{"submission", s.id.text()},
            {"form", s.form},
            {"form_hash", s.form_hash},
            {"room", s.room},
            {"session", s.session},
            {"language", s.language},
            {"answers", answers_json(s.answers)}};
  }
  Json operator()(const event::SessionStarted& e) const {
    return {{"room", e.room}, {"session", e.session.text()}};
  }
  Json operator()(const event::SessionEnded& e) const {
    return {{"room", e.room}, {"session", e.session.text()}};
  }
  Json operator()(const event::TimerChanged& e) const {
    return {{"room", e.room},          {"session", e.session.text()},         {"segment", e.segment.text()},
            {"fact", to_text(e.fact)}, {"remaining_ms", e.remaining.count()}, {"offset_ms", e.offset.count()},
            {"revision", e.revision}};
  }
  Json operator()(const event::PackLoaded& e) const {
    Json json = {{"visit", e.visit}, {"version", e.version}};
    if (e.threshold > 0) json["threshold"] = e.threshold;
    if (!e.forms.empty()) json["forms"] = e.forms;
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
};

Result<AnswerValue> answer_of(const Json& json) {
  if (const auto* text = json.get_ptr<const std::string*>()) {
    if (text->size() > kMostText || text->find('\0') != std::string::npos)
      return Error{"expected a text of at most 32768 bytes without a NUL"};
    return AnswerValue(*text);
  }
  if (json.is_array()) {
    std::vector<std::string> choices;
    for (const Json& item : json) {
      const auto* choice = item.get_ptr<const std::string*>();
      if (!choice || !is_name(*choice) || choices.size() == kMostItems)
        return Error{"expected at most 256 names of choices"};
      choices.push_back(*choice);
    }
    return AnswerValue(std::move(choices));
  }
  if (json.is_number_float()) return AnswerValue(json.get<double>());
  const auto* natural = json.get_ptr<const Json::number_unsigned_t*>();
  const bool too_large = natural && *natural > static_cast<std::uint64_t>(INT64_MAX);
  if (json.is_number_integer() && !too_large) return AnswerValue(json.get<std::int64_t>());
  return Error{"expected a text, a list of choices or a number"};
}

event::FeedbackSubmitted read_feedback(Reader& read) {
  Submission s;
  const auto id = SubmissionId::parse(read.name("submission"));
  if (id.ok())
    s.id = id.value();
  else
    read.complain("submission", id.error().message);
  s.form = read.name("form");
  s.form_hash = read.name("form_hash");
  s.room = read.name("room");
  s.session = read.name("session");
  s.language = read.name("language");
  s.state = SubmissionState::kSubmitted;
  const Json* answers = read.object("answers");
  if (!answers) return {s};
  for (const auto& [question, json] : answers->items()) {
    auto answer = answer_of(json);
    if (question.empty() || !is_name(question))
      read.complain("answers", "expected question names of 1 to 255 bytes without control characters");
    else if (!answer.ok())
      read.complain("answers." + question, answer.error().message);
    else
      s.answers[question] = std::move(answer).value();
  }
  return {s};
}

event::TimerChanged read_timer(Reader& read) {
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

event::GapMade read_gap(Reader& read) {
  event::GapMade e;
  e.from = read.count("from");
  e.to = read.count("to");
  e.of = read.word("of", event_kind_from);
  e.count = read.count("count");
  if (e.from > e.to) read.complain("to", "expected a number not below `from`");
  return e;
}

Event read_event(Reader& read, std::string_view name) {
  if (name == "feedback.submitted") return read_feedback(read);
  if (name == "session.started")
    return event::SessionStarted{read.name("room"), PublicId::received(read.name("session"))};
  if (name == "session.ended")
    return event::SessionEnded{read.name("room"), PublicId::received(read.name("session"))};
  if (name == "timer.changed") return read_timer(read);
  if (name == "content.loaded")
    return event::PackLoaded{read.name("visit"), read.name("version"), read.optional_count("threshold"),
                             read.optional_names("forms")};
  if (name == "health.reported")
    return event::HealthReported{read.count("waiting"), read.count("disk_free_bytes"),
                                 read.optional_number("temperature_celsius", -273.15, 1000)};
  if (name == "audit.recorded") return event::Audited{read.name("action")};
  if (name == "gap.made") return read_gap(read);
  read.complain("type", "this version does not know it: update the program that reads it");
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
