// SPDX-License-Identifier: Apache-2.0
// The closing slip of a room: how many answers it gave, how many the hub has, and six words. One person reads
// them at the device, another at the hub. The same words mean the same answers: none lost, none altered, none
// twice.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia {

// SHA-256 of an answer, see wire/content.h.
using Hash = std::array<std::uint8_t, 32>;

// A sum of hashes, modulo 2^256. The order of adding does not matter.
class HashSum {
 public:
  HashSum() = default;
  void add(const Hash& hash);
  void add(const HashSum& part);
  void subtract(const HashSum& part);       // of a hash that was added
  [[nodiscard]] std::string words() const;  // the lowest 66 bits as six words of digest_words.h
  [[nodiscard]] std::string hex() const;    // 64 digits
  [[nodiscard]] static Result<HashSum> parse(std::string_view hex);
  friend bool operator==(const HashSum&, const HashSum&) = default;

 private:
  Hash sum_{};  // most significant byte first
};

struct ClosingSlip {
  std::string room;
  std::uint64_t submitted = 0;
  std::uint64_t receipted = 0;  // of those, taken over by the hub
  HashSum submitted_sum;
  HashSum receipted_sum;
  // Submitted answers whose content was erased before it was added (by an older program, or in a damaged
  // database). If there are any, the words cannot be compared.
  std::uint64_t unknown = 0;
  std::uint64_t held_back = 0;  // of those that wait: sending them again would not help
  [[nodiscard]] std::uint64_t waiting() const { return submitted - receipted; }
  friend bool operator==(const ClosingSlip&, const ClosingSlip&) = default;
};

}  // namespace tertulia
