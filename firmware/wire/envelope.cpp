// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/envelope.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <nlohmann/json.hpp>

#include "firmware/domain/digest.h"
#include "firmware/wire/event_json.h"
#include "firmware/wire/json.h"
#include "firmware/wire/topics.h"

namespace tertulia::wire {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kStructured = "application/cloudevents+json";
constexpr std::string_view kSpecVersion = "1.0";
constexpr std::size_t kSequenceDigits = 16;
constexpr std::uint32_t kHealthExpirySeconds = 3600;

std::string sequence_text(std::uint64_t sequence) {
  const std::string digits = std::to_string(sequence);
  return digits.size() < kSequenceDigits ? std::string(kSequenceDigits - digits.size(), '0') + digits
                                         : digits;
}

std::optional<std::uint64_t> sequence_from(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && text.size() == kSequenceDigits && value > 0 ? std::optional(value) : std::nullopt;
}

// All attributes but the content type, in the order of the CloudEvents specification.
std::vector<std::pair<std::string, std::string>> attributes_of(const Envelope& e) {
  return {{"specversion", std::string(kSpecVersion)},
          {"id", e.id},
          {"source", e.source},
          {"type", e.type},
          {"time", e.time},
          {"sequence", sequence_text(e.sequence)},
          {"recordedtime", e.recorded_time},
          {"epoch", e.epoch},
          {"clockquality", std::string(to_text(e.quality))}};
}

// "feedback" of "org.tertulia.feedback.submitted.v1"; empty when it does not begin like that.
std::string_view level_of_type(std::string_view type) {
  constexpr std::string_view kPrefix = "org.tertulia.";
  if (!type.starts_with(kPrefix)) return {};
  type.remove_prefix(kPrefix.size());
  return type.substr(0, type.find('.'));
}

Result<EventKind> kind_of_type(std::string_view type) {
  const std::string_view level = level_of_type(type);
  if (level.empty()) return Error{"expected org.tertulia.<kind>.<verb>.v1"};
  return event_kind_from(level);
}

std::string read_time(Reader& read, const char* attribute) {
  std::string text = read.name(attribute);
  if (!wall_from_rfc3339(text).ok()) read.add_error(attribute, "expected a time like 2027-05-11T14:30:00Z");
  return text;
}

// Ours are made of digits, letters and hyphens; others may use what ASCII has to show.
std::string read_identifier(Reader& read, const char* attribute) {
  std::string text = read.name(attribute);
  if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; }))
    read.add_error(attribute, "expected visible ASCII characters, at least one");
  return text;
}

// `attributes` holds them as members, as structured mode does; `data` is left to the caller.
Result<Envelope> read_attributes(const Json& attributes) {
  Reader read(attributes, "CloudEvent");
  Envelope e;
  if (read.name("specversion") != kSpecVersion) read.add_error("specversion", "expected 1.0");
  e.id = read_identifier(read, "id");
  e.source = read.name("source");
  if (!parse_source(e.source)) read.add_error("source", "expected /trt/{programme}/{device}");
  e.type = read.name("type");
  e.time = read_time(read, "time");
  const auto sequence = sequence_from(read.name("sequence"));
  if (!sequence) read.add_error("sequence", "expected 16 digits, not all of them zero");
  e.sequence = sequence.value_or(0);
  e.recorded_time = read_time(read, "recordedtime");
  e.epoch = read_identifier(read, "epoch");
  e.quality = read.word("clockquality", clock_quality_from);
  const auto kind = kind_of_type(e.type);
  if (kind.ok())
    e.kind = kind.value();
  else
    read.add_error("type", kind.error().message);
  TRY_DONE(read.outcome());
  return e;
}

bool is_media_type(std::string_view content_type, std::string_view expected) {
  return content_type.substr(0, content_type.find(';')) == expected;
}

// An envelope, and its data as it was read.
struct Opened {
  Envelope envelope;
  Json data;
};

Result<Opened> open_binary(const Message& message) {
  Json attributes = Json::object();
  for (const auto& [name, value] : message.properties) {
    if (attributes.contains(name)) return Error{"CloudEvent: an attribute is given twice"};
    if (attributes.size() == kMostItems) return Error{"CloudEvent: more than 256 attributes"};
    attributes[name] = value;
  }
  TRY(auto envelope, read_attributes(attributes));
  TRY(Json data, parse_object(message.payload, "CloudEvent: data"));
  envelope.data = message.payload;
  return Opened{std::move(envelope), std::move(data)};
}

Result<Opened> open_structured(std::string_view json) {
  TRY(Json object, parse_object(json, "CloudEvent"));
  TRY(auto envelope, read_attributes(object));
  Reader read(object, "CloudEvent");
  const std::string content_type = read.optional_name("datacontenttype");
  if (!content_type.empty() && !is_media_type(content_type, kJson))
    read.add_error("datacontenttype", "expected application/json");
  static_cast<void>(read.object("data"));
  TRY_DONE(read.outcome());
  Json data = std::move(object["data"]);
  envelope.data = print(data);
  return Opened{std::move(envelope), std::move(data)};
}

Result<Opened> open_message(const Message& message) {
  const auto topic = parse_device_topic(message.topic);
  if (!topic || topic->branch != "ev") return Error{"CloudEvent: expected a topic trt/1/+/+/ev/{kind}"};
  const bool is_structured = is_media_type(message.content_type, kStructured);
  if (!is_structured && !is_media_type(message.content_type, kJson))
    return Error{"CloudEvent: expected content type application/json or application/cloudevents+json"};
  TRY(auto opened, is_structured ? open_structured(message.payload) : open_binary(message));
  // The broker's ACL vouches for the topic, nobody for the attributes.
  if (opened.envelope.source != source_of(topic->origin))
    return Error{"CloudEvent: source: expected the device of the topic"};
  if (to_text(opened.envelope.kind) != topic->leaf)
    return Error{"CloudEvent: type: expected the kind of the topic"};
  return opened;
}

// Of what people gave; others are named by their epoch and number.
std::optional<SubmissionId> own_id(const Event& event) {
  if (const auto* feedback = std::get_if<event::FeedbackSubmitted>(&event)) return feedback->submission.id;
  if (const auto* sealed = std::get_if<event::ContactSealed>(&event)) return sealed->contact.id;
  return std::nullopt;
}

Result<Event> event_in(const Envelope& envelope, const Json& data) {
  TRY(const Event event, event_of(envelope.type, data));
  if (const auto id = own_id(event); id && id->text() != envelope.id)
    return Error{"event: submission or contact: expected the id of the envelope"};
  return event;
}

}  // namespace

EventBody body_of(const Event& event) {
  EventBody body{kind_of(event), {}, type_of(event), print(data_of(event)), {}, tells_of_answers(event)};
  if (const auto id = own_id(event)) {
    body.id = id->text();
    body.content = sha256_hex(body.data);
  }
  return body;
}

std::string_view answers_in(std::string_view data) { return member_text(data, "answers"); }

Envelope to_envelope(EventBody body, const Stamp& stamp) {
  Envelope e;
  e.id = body.id.empty() ? stamp.epoch + "-" + std::to_string(stamp.seq) : std::move(body.id);
  e.source = source_of(stamp.origin);
  e.type = std::move(body.type);
  e.time = to_rfc3339(stamp.time);
  e.kind = body.kind;
  e.epoch = stamp.epoch;
  e.sequence = stamp.seq;
  e.recorded_time = to_rfc3339(stamp.recorded);
  e.quality = stamp.quality;
  e.data = std::move(body.data);
  return e;
}

Envelope to_envelope(const Event& event, const Stamp& stamp) { return to_envelope(body_of(event), stamp); }

Result<Event> to_event(const Envelope& envelope) {
  TRY(const Json data, parse_object(envelope.data, "event"));
  return event_in(envelope, data);
}

std::string to_structured(const Envelope& envelope) {
  Json json = Json::object();
  for (auto& [name, value] : attributes_of(envelope)) json[name] = value;
  json["datacontenttype"] = kJson;
  json["data"] = nullptr;
  std::string text = print(json);
  const std::string_view gap = member_text(text, "data");
  return text.replace(static_cast<std::size_t>(gap.data() - text.data()), gap.size(), envelope.data);
}

Result<Envelope> from_structured(std::string_view json) {
  TRY(Opened opened, open_structured(json));
  return std::move(opened.envelope);
}

Result<Envelope> from_stored(std::string_view json) {
  const std::string_view data = member_text(json, "data");
  if (data.empty()) return Error{"CloudEvent: data: expected an object"};
  std::string attributes(json);
  attributes.replace(static_cast<std::size_t>(data.data() - json.data()), data.size(), "null");
  TRY(const Json object, parse_object(attributes, "CloudEvent"));
  TRY(auto envelope, read_attributes(object));
  envelope.data = data;
  return envelope;
}

Message to_message(const Envelope& envelope, const Origin& origin) {
  Message message;
  message.topic = event_topic(origin, envelope.kind);
  message.payload = envelope.data;
  message.content_type = kJson;
  message.properties = attributes_of(envelope);
  if (envelope.kind == EventKind::kHealth) message.expiry_seconds = kHealthExpirySeconds;
  return message;
}

Result<Message> to_message(std::string_view structured) {
  const Json object = Json::parse(structured, nullptr, false);
  if (!object.is_object()) return Error{"the line is no JSON object: it was cut short or altered"};
  Reader read(object, "CloudEvent");
  const auto origin = parse_source(read.optional_name("source"));
  if (!origin) return Error{"the line names no device in its member source"};
  const std::string type = read.optional_name("type");
  const std::string_view level = level_of_type(type);
  if (!is_level(level)) return Error{"the line is no event of Tertulia: its member type says something else"};
  Message message;
  message.topic = event_topic(*origin, level);
  message.content_type = kStructured;
  message.payload = structured;
  return message;
}

Result<Envelope> from_message(const Message& message) {
  TRY(Opened opened, open_message(message));
  return std::move(opened.envelope);
}

Result<Letter> letter_from(const Message& message) {
  TRY(Opened opened, open_message(message));
  TRY(Event event, event_in(opened.envelope, opened.data));
  return Letter{std::move(opened.envelope), std::move(event)};
}

}  // namespace tertulia::wire
