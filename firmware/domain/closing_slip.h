// SPDX-License-Identifier: Apache-2.0
// The closing slip of a room. It says how many answers were submitted and how many of them the hub has. One
// person reads its six words at the device, another at the hub. If the words are equal, both have the same
// answers: none is lost, altered or there twice.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia {

// SHA-256 of an answer, see wire/content.h.
using Hash = std::array<std::uint8_t, 32>;

// A sum of hashes modulo 2^256. It does not depend on the order in which they are added.
class HashSum {
 public:
  HashSum() = default;
  void add(const Hash& hash);
  void add(const HashSum& part);
  void subtract(const HashSum& part);       // of what was added
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
  // Submitted answers whose content was erased before it was added up (by an older program, or in a damaged
  // database). If there are any, the words cannot be compared.
  std::uint64_t unknown = 0;
  std::uint64_t held_back = 0;  // of those that wait: sending them again would not help
  [[nodiscard]] std::uint64_t waiting() const { return submitted - receipted; }
  friend bool operator==(const ClosingSlip&, const ClosingSlip&) = default;
};

}  // namespace tertulia
