// SPDX-License-Identifier: Apache-2.0
// Port: says whether a typed PIN is the right one. A PIN is kept as a salted hash only.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

// The PIN of one role at a desk.
struct Pin {
  std::string hash;  // of Argon2id (RFC 9106), in its text form "$argon2id$..."
  int digits = 4;    // how many the PIN has: the screen shows a disc for each
  friend bool operator==(const Pin&, const Pin&) = default;
};
inline constexpr int kLeastPinDigits = 4;
inline constexpr int kMostPinDigits = 8;

class PinChecker {
 public:
  PinChecker() = default;
  PinChecker(const PinChecker&) = delete;
  PinChecker& operator=(const PinChecker&) = delete;
  virtual ~PinChecker() = default;

  // Takes about a tenth of a second on a small machine, on purpose: the main thread asks it once for each PIN
  // that a person has typed to the end. A hash that it cannot read matches nothing.
  [[nodiscard]] virtual bool matches(const Pin& pin, std::string_view typed) = 0;
};

}  // namespace tertulia
