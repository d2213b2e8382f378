// SPDX-License-Identifier: Apache-2.0
// The hub's word, given after its database commit: only this lets a row leave the outbox.
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

struct Ack {
  std::string epoch;
  std::uint64_t seq = 0;  // the hub holds everything from 1 up to here, but for `miss`
  std::vector<std::pair<std::uint64_t, std::uint64_t>> miss;  // inclusive ranges, ascending, within 1..seq
  std::vector<Receipt> receipts = {};  // of answers that came lately, whatever their numbers
  std::uint64_t number = 0;  // of the commit that it speaks of: lower than one heard before, it is stale
  std::string hub = {};      // the hub's own epoch: another one than before, it was restored from a backup
  friend bool operator==(const Ack&, const Ack&) = default;
};

}  // namespace tertulia
