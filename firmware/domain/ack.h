// SPDX-License-Identifier: Apache-2.0
// The hub's acknowledgement, given after its database commit. Only it lets a row leave the outbox.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tertulia {

// The hub holds this answer with this content. An answer leaves its device by its receipt only; every other
// row leaves by its number.
struct Receipt {
  std::string submission;  // the id of the answer
  std::string content;     // SHA-256 of its content
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

// The hub received this answer and does not count it. The answer stays on its device, held back, and is not
// sent again before somebody has cured the cause and restarted the device.
struct Refusal {
  std::string submission;
  std::string content;
  std::string reason;  // kUnreadable, kOtherAnswers; a later version may have more
  friend bool operator==(const Refusal&, const Refusal&) = default;
};
inline constexpr const char* kUnreadable = "unreadable";       // no event that the hub understands
inline constexpr const char* kOtherAnswers = "other-answers";  // the hub holds other answers under this id

struct Ack {
  std::string epoch;
  std::uint64_t seq = 0;  // the hub holds all rows from 1 to this one, except `miss`
  std::vector<std::pair<std::uint64_t, std::uint64_t>> miss;  // inclusive ranges, ascending, within 1..seq
  std::vector<Receipt> receipts = {};                         // of answers that came lately, with any number
  std::uint64_t number =
      0;                 // of the hub's commit; an ack with a lower number than an earlier one is out of date
  std::string hub = {};  // the hub's epoch; when it changes, the hub was restored from a backup
  std::vector<Refusal> refused = {};  // of answers that came lately
  friend bool operator==(const Ack&, const Ack&) = default;
};

}  // namespace tertulia
