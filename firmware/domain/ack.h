// SPDX-License-Identifier: Apache-2.0
// The hub's acknowledgement. The hub sends it after its database commit; only this lets a row leave the
// outbox.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tertulia {

// The hub holds this answer with this content. An answer leaves its device by its receipt, and only by it;
// everything else leaves by its number.
struct Receipt {
  std::string submission;  // its id
  std::string content;     // SHA-256 of what it said
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
  std::uint64_t seq = 0;  // the hub holds everything from 1 up to here, but for `miss`
  std::vector<std::pair<std::uint64_t, std::uint64_t>> miss;  // inclusive ranges, ascending, within 1..seq
  std::vector<Receipt> receipts = {};  // of answers that came lately, whatever their numbers
  std::uint64_t number = 0;  // of the commit that it speaks of: lower than one heard before, it is stale
  std::string hub = {};      // the hub's own epoch: another one than before, it was restored from a backup
  std::vector<Refusal> refused = {};  // of answers that came lately
  friend bool operator==(const Ack&, const Ack&) = default;
};

}  // namespace tertulia
