// SPDX-License-Identifier: Apache-2.0
#include "hub/arrival/quarantine.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

#include "firmware/domain/digest.h"
#include "firmware/wire/topics.h"

namespace tertulia::hub {
namespace {

using Json = nlohmann::json;

// Attributes that would tie an answer to the device that gave it.
constexpr std::array<std::string_view, 4> kRevealing = {"source", "epoch", "sequence", "subject"};
constexpr std::size_t kLongestShown = 64;
constexpr int kMostDepth = 32;  // four times what an event that is understood may have

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json attributes_of(const Message& message) {
  Json attributes = Json::object();
  for (const auto& [name, value] : message.properties) attributes[name] = value;
  return attributes;
}

// In structured mode the attributes stand in the payload.
struct Document {
  Json json;  // an object, or null when there is none
  // False: attributes and answers in one text that nobody can take apart. It may name the device, so it
  // cannot be kept.
  bool separable = true;
};

Document document_of(const Message& message) {
  const bool is_structured = message.content_type.starts_with("application/cloudevents");
  if (!message.property("specversion").empty()) return {nullptr, !is_structured};
  // Copying and printing go as deep as the document does: a packet of brackets takes megabytes of the stack.
  bool is_deep = false;
  const auto watch = [&is_deep](int depth, Json::parse_event_t, const Json&) {
    is_deep = is_deep || depth > kMostDepth;
    return !is_deep;
  };
  Json document = Json::parse(message.payload, watch, false);
  if (is_deep || !document.is_object()) return {nullptr, !is_deep && !is_structured};
  return {std::move(document), true};
}

// Empty when it is no object, or has no such text.
std::string text_of(const Json& document, const char* member) {
  if (!document.is_object()) return {};
  const auto found = document.find(member);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string attribute(const Message& message, const Json& document, const char* name) {
  auto property = message.property(name);
  return property.empty() ? text_of(document, name) : property;
}

std::string topic_without_device(const std::string& programme, std::string_view kind) {
  return "trt/1/" + programme + "/+/ev/" + std::string(kind);
}

std::uint64_t sequence_from(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number <= kHighestSequence ? number : 0;
}

// Removes what names the device. The id goes too unless it is a submission's own: else it is `{epoch}-{seq}`.
void make_anonymous(Json& attributes) {
  if (!attributes.is_object()) return;
  for (const std::string_view name : kRevealing) attributes.erase(std::string(name));
  const auto id = attributes.find("id");
  if (id == attributes.end()) return;
  if (!id->is_string() || !SubmissionId::parse(id->get<std::string>()).ok()) attributes.erase("id");
}

// What the device knows the answer by, beside its id.
std::string content_of(const Message& message, const Json& document) {
  if (!document.is_object()) return message.payload;
  const auto data = document.find("data");
  return data == document.end() ? std::string() : dump(*data);
}

PoisonRow anonymous_row(const Message& message, const Document& document, const wire::DeviceTopic& topic) {
  PoisonRow row;
  row.topic = topic_without_device(topic.origin.programme, topic.leaf);
  Json attributes = attributes_of(message);
  make_anonymous(attributes);
  const Json data = document.json.is_object() ? document.json.value("data", Json())
                                              : Json::parse(message.payload, nullptr, false);
  for (const char* member : {"room", "form"})
    if (std::string text = text_of(data, member); !text.empty())
      attributes[member] = text.substr(0, kLongestShown);
  row.attributes = dump(attributes);
  if (document.separable) row.payload = message.payload;
  if (document.json.is_object()) {
    Json kept = document.json;
    make_anonymous(kept);
    row.payload = dump(kept);
  }
  return row;
}

}  // namespace

PoisonRow other_answers(const FeedbackRow& row, std::string data) {
  return {.topic = topic_without_device(row.programme, to_text(EventKind::kFeedback)),
          .reason = "the submission " + row.id + " came again with other answers",
          .attributes = dump({{"id", row.id}, {"room", row.room}, {"form", row.form}}),
          .payload = std::move(data)};
}

RoomAndForm room_and_form_of(std::string_view attributes) {
  const Json json = Json::parse(attributes, nullptr, false);
  return {text_of(json, "room"), text_of(json, "form")};
}

bool is_epoch(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

PoisonRow other_contact(const ContactRow& row) {
  return {.topic = topic_without_device(row.programme, to_text(EventKind::kContact)),
          .reason = "the contact " + row.id + " came again with other content",
          .attributes = dump({{"id", row.id}}),
          .payload = row.sealed};
}

arrival::Poison poison_from(const Message& message, std::string_view reason) {
  const auto topic = wire::parse_device_topic(message.topic);
  const bool is_event = topic && topic->branch == "ev";
  const auto kind = is_event ? event_kind_from(topic->leaf) : Error{"no event"};
  const bool is_anonymous = kind.ok() && is_given(kind.value());
  const Document document = document_of(message);

  arrival::Poison poison;
  if (topic) poison.from = topic->origin;
  poison.is_given = is_anonymous;
  if (is_anonymous) {
    poison.row = anonymous_row(message, document, *topic);
  } else {
    poison.row = {message.topic, {}, dump(attributes_of(message)), message.payload};
  }
  poison.row.reason = reason;
  if (poison.row.payload.size() > kLargestMessage) poison.row.payload.resize(kLargestMessage);

  // What cannot be kept is not acknowledged either: it stays with the device.
  if (!is_event || (is_anonymous && !document.separable)) return poison;
  const std::string id = attribute(message, document.json, "id");
  if (is_anonymous && SubmissionId::parse(id).ok())
    poison.refusal = Refusal{id, sha256_hex(content_of(message, document.json)), kUnreadable};
  const std::string epoch = attribute(message, document.json, "epoch");
  const std::uint64_t sequence = sequence_from(attribute(message, document.json, "sequence"));
  if (is_epoch(epoch) && sequence != 0) poison.at = Position{topic->origin, epoch, sequence};
  return poison;
}

}  // namespace tertulia::hub
