// SPDX-License-Identifier: Apache-2.0
#include "drivers/mosquitto/packet_guard.h"

#include <algorithm>
#include <string>

namespace tertulia {
namespace {

constexpr std::uint8_t kPublish = 3;

}  // namespace

Outcome PacketGuard::check(std::string_view bytes) {
  while (!bytes.empty()) {
    if (phase_ == Phase::kBody) {
      const auto taken = static_cast<std::uint32_t>(std::min<std::size_t>(left_, bytes.size()));
      left_ -= taken;
      bytes.remove_prefix(taken);
      if (left_ == 0) phase_ = Phase::kType;
      continue;
    }
    const auto byte = static_cast<std::uint8_t>(bytes.front());
    TRY_DONE(phase_ == Phase::kType ? take_type(byte) : take_length(byte));
    bytes.remove_prefix(1);
  }
  return Done{};
}

Outcome PacketGuard::take_type(std::uint8_t byte) {
  const bool is_exactly_once = byte >> 4U == kPublish && (byte & 4U) != 0;
  if (is_exactly_once)
    return Error{"The broker sends a message of QoS 2, which nobody has asked for: check what answers there"};
  phase_ = Phase::kLength;
  length_ = 0;
  length_bytes_ = 0;
  return Done{};
}

Outcome PacketGuard::take_length(std::uint8_t byte) {
  constexpr unsigned kMostLengthBytes = 4;
  length_ |= static_cast<std::uint32_t>(byte & 0x7FU) << (7 * length_bytes_++);
  const bool goes_on = (byte & 0x80U) != 0;
  if (goes_on && length_bytes_ == kMostLengthBytes)
    return Error{"The broker does not keep to MQTT: check what answers there"};
  if (goes_on) return Done{};
  if (1 + length_bytes_ + length_ > largest_)
    return Error{"The broker announces a packet of " + std::to_string(length_) + " bytes, and at most " +
                 std::to_string(largest_) + " are taken: check what answers there and its max_packet_size"};
  left_ = length_;
  phase_ = left_ == 0 ? Phase::kType : Phase::kBody;
  return Done{};
}

}  // namespace tertulia
