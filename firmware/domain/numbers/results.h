// SPDX-License-Identifier: Apache-2.0
// What is shown of one question: the sum of what was said of its blocks, of one session or of several. Values
// and pure functions: everything here is made of disclosures alone.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "firmware/domain/numbers/disclosure.h"

namespace tertulia::numbers {

struct Share {
  std::uint64_t count = 0;
  std::uint64_t of = 0;
  friend auto operator<=>(const Share&, const Share&) = default;
};

struct Results {
  std::uint64_t took_part = 0;      // in all blocks
  std::map<Value, Share> exact;     // of the blocks of which an exact number may be said
  std::map<Value, Share> at_least;  // of the others
  std::uint64_t hidden = 0;         // people in blocks of which nothing may be said
  friend auto operator<=>(const Results&, const Results&) = default;
};

// Blocks of one question, all counted in the same way.
[[nodiscard]] Results results_of(const std::vector<Disclosure>& blocks, Counting counting);
// Of the blocks of both.
[[nodiscard]] Results sum_of(const Results& one, const Results& other, Counting counting);

struct Bar {
  Value value;
  std::uint64_t people = 0;
  Bound bound = Bound::kExactly;
  friend bool operator==(const Bar&, const Bar&) = default;
};

struct Bars {
  std::uint64_t people = 0;  // who are counted; 0: nothing is shown yet
  std::vector<Bar> bars;     // in the order of their values
  friend bool operator==(const Bars&, const Bars&) = default;
};

// For a session that is over. One of few values is counted of the blocks with exact numbers alone. A value
// that stands for itself may be hidden in some blocks: then so many gave it, or more.
[[nodiscard]] Bars bars_of(const Results& results, Counting counting);

// For a session that is open: every number is the multiple of k below it, so none is exact.
[[nodiscard]] Bars in_steps(const Bars& bars, Threshold threshold);

}  // namespace tertulia::numbers
