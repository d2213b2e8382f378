// SPDX-License-Identifier: Apache-2.0
// What a message on the bus means to the hub, as a value. Sorting is pure and takes bytes from outside:
// whatever cannot be understood becomes a Poison, never an error and never a stop.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "firmware/domain/ack.h"
#include "firmware/domain/message.h"
#include "firmware/wire/bodies.h"
#include "firmware/wire/envelope.h"

namespace tertulia::hub {

// One row of a device's outbox: proves completeness, never stored beside an answer.
struct Position {
  wire::Origin origin;
  std::string epoch;
  std::uint64_t sequence = 0;
};

// An anonymous answer as the hub keeps it. No field could hold a device, a row number or a person.
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

struct EventRow {
  std::string type;
  std::string time;
  std::string recorded_time;
  std::string clock_quality;
  std::string data;  // JSON
};

// For feedback `topic` and `attributes` name no device, epoch or row, as in FeedbackRow.
struct PoisonRow {
  std::string topic;
  std::string reason;
  std::string attributes;  // JSON object of the user properties
  std::string payload;     // at most kMostPoisonBytes
};
inline constexpr std::size_t kMostPoisonBytes = 65'536;  // the bus allows no larger packet

namespace arrival {
struct Feedback {
  Position at;
  FeedbackRow row;
  Receipt receipt;  // that its device waits for
};
struct Fact {
  Position at;
  EventRow row;
};
struct Poison {
  std::optional<Position> at;  // acknowledged when it can be read
  PoisonRow row;
  std::optional<Receipt> receipt;  // of an answer that is kept as it came
};
struct State {
  wire::Origin origin;
  wire::Presence presence;
  bool fresh = true;  // false: retained, told again by the broker, so the device need not be there now
};
struct About {
  wire::Origin origin;
  wire::Meta meta;
};
struct Heard {  // a retained ack that this hub signed, and perhaps no longer remembers
  std::uint64_t number = 0;
  std::string hub;  // the epoch that it names
};
struct Reconnected {};  // our own: acks may have been lost with the connection, say all again
}  // namespace arrival
using Arrival = std::variant<arrival::Feedback, arrival::Fact, arrival::Poison, arrival::State,
                             arrival::About, arrival::Heard, arrival::Reconnected>;

[[nodiscard]] Arrival sort_message(const Message& message);

// The row that an event proves, where it can be read.
[[nodiscard]] const Position* position_of(const Arrival& arrival);

}  // namespace tertulia::hub
