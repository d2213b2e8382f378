// SPDX-License-Identifier: Apache-2.0
// Follows the packets in what a broker sends (MQTT 5.0, section 2.1), and finds the first that a client must
// not take: libmosquitto would reserve the memory that a packet announces, up to 256 MB, and keep every
// message of QoS 2 until the broker releases it. Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia {

class PacketGuard {
 public:
  explicit PacketGuard(std::uint32_t largest) : largest_(largest) {}

  // The next bytes of the stream. An error names the first packet that is too large, breaks the rules, or was
  // not asked for. Then nothing of these bytes may be used, and the stream is over.
  [[nodiscard]] Outcome check(std::string_view bytes);

 private:
  enum class Phase { kType, kLength, kBody };

  [[nodiscard]] Outcome take_type(std::uint8_t byte);
  [[nodiscard]] Outcome take_length(std::uint8_t byte);

  std::uint32_t largest_;
  Phase phase_ = Phase::kType;
  std::uint32_t length_ = 0;  // as far as it was read
  unsigned length_bytes_ = 0;
  std::uint32_t left_ = 0;  // of the body
};

}  // namespace tertulia
