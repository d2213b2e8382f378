// SPDX-License-Identifier: Apache-2.0
// The hub's word, given after its database commit: only this lets a row leave the outbox.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tertulia {

struct Ack {
  std::string epoch;
  std::uint64_t seq = 0;  // the hub holds everything from 1 up to here, but for `miss`
  std::vector<std::pair<std::uint64_t, std::uint64_t>> miss;  // inclusive ranges, ascending, within 1..seq
  friend bool operator==(const Ack&, const Ack&) = default;
};

}  // namespace tertulia
