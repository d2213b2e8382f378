// SPDX-License-Identifier: Apache-2.0
// What a device says in its room: one JSON codec for the wire and for the store, and the topics. Decoders
// take bytes from outside. They refuse with a sentence and never throw.
//
//   {revision, author, era?, restored?, session?, boot_id, sent_ns, half_ms?, doubt_ms?, ...}
//
// and the members of the value, see config/wire/schemas. Topics, below trt/1/{programme}/room/{room}/, and
// the same below closed/ for what belongs to a closed session:
//
//   timer, plan, shown, balance, floor-state, next       registers
//   floor/{device}, notes/{device}, results/{device}     shares
//   here/{device}                                        whether a device follows; not retained
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/limits.h"
#include "firmware/domain/message.h"
#include "firmware/domain/room/room_state.h"
#include "firmware/wire/envelope.h"

namespace tertulia::wire {

// A larger word is not published: it would not be kept by the broker with what MQTT adds.
inline constexpr std::size_t kMostRoomBytes = 48 * 1024;
static_assert(kMostRoomBytes + kLargestEnvelope <= kLargestMessage,
              "a broker that is set up for it takes it");
// The broker counts this down while it keeps a message (MQTT 5.0, section 3.3.2.3.3). So a device that comes
// later knows about how old a retained word is, without trusting any wall clock.
inline constexpr std::uint32_t kRoomExpirySeconds = 7 * 86400;
inline constexpr std::uint32_t kHereExpirySeconds = 30;

// When it was said: on the sender's boot clock, which `boot_id` names.
struct Sent {
  std::string boot_id;
  BootTime at{};
  Milliseconds half{};   // of the sender's round trip to the broker
  Milliseconds doubt{};  // how wrong the sender's own anchors may be; zero of an author
  friend bool operator==(const Sent&, const Sent&) = default;
};

struct RoomMessage {
  RoomWord word;
  Sent sent;
  friend bool operator==(const RoomMessage&, const RoomMessage&) = default;
};
[[nodiscard]] std::string encode(const RoomMessage& message);
// `value`: by the topic or the place, which also say owner and whether it is closed (see RoomPlace).
[[nodiscard]] Result<RoomMessage> decode_word(std::string_view json, RoomValue value);

// How a device stands in its room.
enum class Step { kInStep, kOwnPlan, kAlone };
struct Here {
  Step step = Step::kInStep;
  Rank timer;                 // of the word that it counts
  std::uint64_t screens = 0;  // of this device that follow the room
  Sent sent;
  std::string desk_pack = {};  // of a device with the desk of the room: version of the visit pack it shows
  friend bool operator==(const Here&, const Here&) = default;
};
[[nodiscard]] std::string_view to_text(Step step);
inline constexpr std::uint64_t kMostScreens = 16;
[[nodiscard]] std::string encode(const Here& here);
[[nodiscard]] Result<Here> decode_here(std::string_view json);

[[nodiscard]] std::string room_filter(std::string_view programme, std::string_view room);
[[nodiscard]] std::string room_topic(std::string_view programme, std::string_view room, const RoomWord& word);
[[nodiscard]] std::string here_topic(const Origin& origin, std::string_view room);
[[nodiscard]] std::string echo_topic(const Origin& origin);

// Where a message of a room belongs.
struct RoomPlace {
  std::string room;
  std::optional<RoomValue> value;  // none: here/{device}
  std::string device;              // empty for a register
  bool is_closed = false;
};
[[nodiscard]] std::optional<RoomPlace> parse_room_topic(std::string_view programme, std::string_view topic);
// The same in one text, as the store names a row: "closed/notes/desk-1".
[[nodiscard]] std::string place_of(const RoomWord& word);
[[nodiscard]] std::optional<RoomPlace> parse_place(std::string_view place);

}  // namespace tertulia::wire
