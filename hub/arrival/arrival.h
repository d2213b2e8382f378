// SPDX-License-Identifier: Apache-2.0
// What a message means to the hub, as a value. sort_message() is pure and takes bytes from outside. A message
// that cannot be understood becomes a Poison; sorting never fails and never stops.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "firmware/domain/ack.h"
#include "firmware/domain/limits.h"
#include "firmware/domain/message.h"
#include "firmware/wire/bodies.h"
#include "firmware/wire/envelope.h"

namespace tertulia::hub {

// One row of a device's outbox. It shows that nothing is missing, and is never stored beside an answer.
struct Position {
  wire::Origin origin;
  std::string epoch;
  std::uint64_t sequence = 0;
};

// An anonymous answer as the hub stores it. No field could hold a device, a row number or a person.
struct FeedbackRow {
  std::string id;
  std::string programme;
  std::string room;
  std::string session;
  std::string form;
  std::string form_hash;
  std::string language;
  std::string state;
  std::string answers;  // JSON object by question name
  std::string time;     // RFC 3339, rounded to the session by the device
};

// A contact as the hub stores it: nobody here can read it. No field could hold a device or a row number.
struct ContactRow {
  std::string id;
  std::string programme;
  std::string visit;
  std::string day;     // 2027-05-11
  std::string sealed;  // base64
};

struct EventRow {
  std::string type;
  std::string time;
  std::string recorded_time;
  std::string clock_quality;
  std::string data;  // JSON
};

// Of what people gave, `topic` and `attributes` name no device, epoch or row.
struct PoisonRow {
  std::string topic;
  std::string reason;
  std::string attributes;  // JSON object of the user properties; of feedback with its room and form
  std::string payload;     // at most kLargestMessage bytes
};

namespace arrival {
struct Feedback {
  Position at;
  FeedbackRow row;
  Receipt receipt;   // for which its device waits
  std::string data;  // the JSON of the event, as it came
};
struct Contact {
  Position at;
  ContactRow row;
  Receipt receipt;
};
struct Fact {
  Position at;
  EventRow row;
  // Of data that holds ids of answers: it is stored under this, without its device, row and times. Else
  // empty.
  std::string digest = {};
};
struct Poison {
  std::optional<Position> at;  // none: the row cannot be told, so it is not acknowledged
  PoisonRow row;
  std::optional<Refusal>
      refusal;            // of an answer or contact whose id can be read: tells its device to keep it
  wire::Origin from;      // by the topic; empty where it names no device. Never stored
  bool is_given = false;  // by a person: an answer or a contact
};
struct State {
  wire::Origin origin;
  wire::Presence presence;
  bool fresh = true;  // false: a retained message, so the device may be gone by now
};
struct About {
  wire::Origin origin;
  wire::Meta meta;
};
struct Heard {  // a retained ack that this hub signed; a restored database does not know of it
  std::uint64_t number = 0;
  std::string hub;  // the epoch that it names
};
struct Reconnected {};  // the hub's own connection came back: acks may be lost, so all are said again
}  // namespace arrival
using Arrival = std::variant<arrival::Feedback, arrival::Contact, arrival::Fact, arrival::Poison,
                             arrival::State, arrival::About, arrival::Heard, arrival::Reconnected>;

[[nodiscard]] Arrival sort_message(const Message& message);

// The device that sent it, by its topic; null for the hub's own, and where no device is named.
[[nodiscard]] const wire::Origin* origin_of(const Arrival& arrival);
// About as many bytes as it takes, in memory and in the database.
[[nodiscard]] std::size_t weight_of(const Arrival& arrival);

// The outbox row that the message came from; null when that cannot be told.
[[nodiscard]] const Position* position_of(const Arrival& arrival);

}  // namespace tertulia::hub
