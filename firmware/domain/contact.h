// SPDX-License-Identifier: Apache-2.0
// What a visitor leaves so that others can get in touch, and the same as it is stored and sent: sealed to the
// programme's key. Nothing in it leads to an answer of the same person. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/private_text.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"

namespace tertulia {

struct Contact {
  PrivateText name;
  PrivateText address;      // e-mail or telephone
  PrivateText offer;        // what the person can offer and looks for; may be empty
  bool for_others = false;  // others of this visit may see it
  friend bool operator==(const Contact&, const Contact&) = default;
};

inline constexpr std::size_t kLongestContactText = 80;           // letters of name and address
inline constexpr std::size_t kMostContactTextBytes = 400;        // of each, as JSON
inline constexpr std::size_t kLongestOffer = 160;                // letters
inline constexpr std::size_t kMostOfferBytes = 600;              // as JSON
inline constexpr std::size_t kContactBytes = 1'536;              // of all of it, see wire/contact.h
inline constexpr std::size_t kSealedBytes = 48 + kContactBytes;  // crypto_box_SEALBYTES of libsodium

struct SealedContact {
  SubmissionId id;    // random, and of no submission
  std::string visit;  // its id
  // kSealedBytes. All have the same size: the length of a name would tell one from another.
  std::vector<std::uint8_t> sealed;
  friend bool operator==(const SealedContact&, const SealedContact&) = default;
};

// The only time that a contact has: the beginning of its day in UTC.
[[nodiscard]] inline WallTime day_of(WallTime time) { return std::chrono::floor<std::chrono::days>(time); }

// Something@something.something, or at least five digits of any script and what stands between them in a
// telephone number. Whether anybody answers there is another question.
[[nodiscard]] bool is_address(std::string_view text);

}  // namespace tertulia
