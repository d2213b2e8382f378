// SPDX-License-Identifier: Apache-2.0
// The closing slip: how many answers a room gave, how many of them the hub has, and six words that two people
// read to each other, one at the device and one at the hub. Same words: the same answers, none lost, none
// altered, none twice.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia {

using Hash =
    std::array<std::uint8_t, 32>;  // SHA-256 of the id and the content of an answer; see wire/content.h

// A sum of hashes, modulo 2^256: the same in whatever order they are added.
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
  // Submitted ones whose content was erased before it was added up (an older program, a damaged database):
  // with any of them the words cannot be compared.
  std::uint64_t unknown = 0;
  std::uint64_t held_back = 0;  // of those that wait: sending them again would not help
  [[nodiscard]] std::uint64_t waiting() const { return submitted - receipted; }
  friend bool operator==(const ClosingSlip&, const ClosingSlip&) = default;
};

}  // namespace tertulia
