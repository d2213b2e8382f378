// SPDX-License-Identifier: Apache-2.0
// JSON bodies of the messages that are not events: acknowledgement, presence, hub state. Decoders take
// bytes from outside. They refuse with a sentence, never throw, and bound what they accept. Unknown members
// are ignored. A member that is marked with ? is absent where the field is empty.
//
//   ack        {epoch, seq, miss: [[from, to], ...], receipts: [[submission, content], ...], number, hub,
//               refused?: [[submission, content, reason], ...]}
//   state      {state, epoch, birth, version, pending, oldest?, clockquality}
//   meta       {roles: [], languages: [], screen, version}
//   hub state  {online, time?}
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia::wire {

// In one ack, so that it stays far below the maximum packet.
inline constexpr std::size_t kMostReceipts = 256;
inline constexpr std::size_t kMostRefusals = 64;
[[nodiscard]] std::string encode(const Ack& ack);
[[nodiscard]] Result<Ack> decode_ack(std::string_view json);

enum class PresenceState { kReady, kSleeping, kDisconnected, kLost };
struct Presence {
  PresenceState state = PresenceState::kLost;
  std::string epoch;
  std::uint64_t birth = 0;  // number of the connection; the will carries the same
  std::string version;      // of the program
  std::uint64_t pending = 0;
  std::string oldest;  // RFC 3339 of the oldest pending row, or empty
  ClockQuality quality = ClockQuality::kUnsynced;
  friend bool operator==(const Presence&, const Presence&) = default;
};
[[nodiscard]] std::string encode(const Presence& presence);
[[nodiscard]] Result<Presence> decode_presence(std::string_view json);

struct Meta {
  std::vector<std::string> roles;
  std::vector<std::string> languages;
  std::string screen;  // "1280x800"
  std::string version;
  friend bool operator==(const Meta&, const Meta&) = default;
};
[[nodiscard]] std::string encode(const Meta& meta);
[[nodiscard]] Result<Meta> decode_meta(std::string_view json);

struct HubState {
  bool online = false;
  std::string time;  // RFC 3339; empty in the will
  friend bool operator==(const HubState&, const HubState&) = default;
};
[[nodiscard]] std::string encode(const HubState& state);
[[nodiscard]] Result<HubState> decode_hub_state(std::string_view json);

}  // namespace tertulia::wire
