// SPDX-License-Identifier: Apache-2.0
// Converts an event to and from a CloudEvent (CloudEvents 1.0.2). The bus carries binary mode; databases and
// exports hold structured JSON. Binary mode follows the MQTT Protocol Binding 1.0.2, section 3.1, for MQTT 5:
// each attribute is a user property of its own name, without prefix; `datacontenttype` is the content type,
// application/json; the payload is the data. Attributes: specversion id source type time, and the extensions
// sequence recordedtime epoch clockquality. The JSON of the data of each type stands in event_json.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "firmware/domain/event.h"
#include "firmware/domain/message.h"
#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia::wire {

// The sender of an event, as levels of the topic tree; each is [a-z0-9-]{1,32}.
struct Origin {
  std::string programme;
  std::string device;
};

struct Stamp {
  Origin origin;
  std::string epoch;
  std::uint64_t seq = 0;
  WallTime time;      // label; rounded to the session for anonymous feedback
  WallTime recorded;  // when it was written; the same rounding for feedback
  ClockQuality quality = ClockQuality::kUnsynced;
};

// All attributes of a CloudEvent as this product uses them. `data` is JSON text.
struct Envelope {
  std::string id;      // `{epoch}-{seq}`; of what people gave its own random id
  std::string source;  // `/trt/{programme}/{device}`
  std::string type;    // `org.tertulia.<kind>.<verb>.v1`
  std::string time;    // RFC 3339
  EventKind kind = EventKind::kHealth;
  std::string epoch;
  std::uint64_t sequence = 0;  // 16 zero-padded digits on the wire
  std::string recorded_time;   // RFC 3339
  ClockQuality quality = ClockQuality::kUnsynced;
  std::string data;
  friend bool operator==(const Envelope&, const Envelope&) = default;
};

// What an event says. `data` is printed here once; these bytes are stored, hashed, sent and signed for.
struct EventBody {
  EventKind kind = EventKind::kHealth;
  std::string id;          // of the submission or contact; empty for every other kind
  std::string type;        // `org.tertulia.<kind>.<verb>.v1`
  std::string data;        // JSON, members in alphabetical order, without spaces
  std::string content;     // of these: the SHA-256 of `data`, which its receipt names
  bool is_coarse = false;  // it has no time finer than its session, see tells_of_answers()
};
[[nodiscard]] EventBody body_of(const Event& event);
// The member `answers` of the data of a submission, as it stands in `body_of(...).data`.
[[nodiscard]] std::string_view answers_in(std::string_view data);

[[nodiscard]] Envelope to_envelope(EventBody body, const Stamp& stamp);
[[nodiscard]] Envelope to_envelope(const Event& event, const Stamp& stamp);
// Errors name the attribute or the JSON path and what was expected. Unknown members are ignored.
[[nodiscard]] Result<Event> to_event(const Envelope& envelope);

// The data is copied as it is.
[[nodiscard]] std::string to_structured(const Envelope& envelope);
// Reads JSON that comes from outside; the data is printed anew, in alphabetical order and without spaces.
[[nodiscard]] Result<Envelope> from_structured(std::string_view json);
// Reads what to_structured() made: the attributes are checked, the data is taken as it stands.
[[nodiscard]] Result<Envelope> from_stored(std::string_view json);

// Binary mode, or structured mode when the content type is application/cloudevents+json; both are accepted.
// The source and the kind must be those of the topic: the broker vouches for the topic only. In binary mode
// the data is the payload, byte for byte.
[[nodiscard]] Message to_message(const Envelope& envelope, const Origin& origin);
[[nodiscard]] Result<Envelope> from_message(const Message& message);
// A CloudEvent in structured JSON, for example a line of an export, as its device would have sent it. Errors:
// it is no JSON object, or names no device or no kind of event. Nothing else is checked.
[[nodiscard]] Result<Message> to_message(std::string_view structured);

// from_message() and to_event() at once; the data is parsed once.
struct Letter {
  Envelope envelope;
  Event event;
};
[[nodiscard]] Result<Letter> letter_from(const Message& message);

}  // namespace tertulia::wire
