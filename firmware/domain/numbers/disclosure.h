// SPDX-License-Identifier: Apache-2.0
// What may be said of the answers of one group to one question. The only way from a tally to a number that
// somebody sees. Pure.
//
// The promise: whoever knows the answers of k - 2 people of the group, and everything that was ever said of
// it, does not know the answer of any other. More cannot be promised. Whoever knows all answers but one reads
// the last from any number that its answer can change.
//
// The rules, by the number of people:
// - Exact numbers, if at least k people gave another answer than the most frequent one.
// - Else the most frequent answer and a bound: "at least n - k + 1 of n". The bound is made of n and k alone,
//   so it is the same for all worlds in which fewer than k people differ. Below n = 2k - 1 not even that is
//   said.
// - Else nothing. A value that few gave and one that nobody gave look alike.
// - A value that stands for itself (one of several choices, a text) counts as a question of its own: so many
//   gave it, so many did not.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/domain/numbers/tally.h"
#include "firmware/domain/numbers/threshold.h"

namespace tertulia::numbers {

enum class Bound { kExactly, kAtLeast };

struct Line {
  Value value;
  Bound bound = Bound::kExactly;
  std::uint64_t count = 0;  // people
  std::uint64_t of = 0;     // of so many: who answered, or who took part (see Disclosure::of_those)
  friend bool operator==(const Line&, const Line&) = default;
};

// kAnswered: lines count those who answered the question. kTookPart: all who sent the form, because how many
// left the question out must not be told, or because leaving it out is an answer.
enum class OfThose { kAnswered, kTookPart };

struct Disclosure {
  std::uint64_t took_part = 0;
  OfThose of_those = OfThose::kTookPart;
  std::vector<Line> lines;  // in the order of their values; empty: nothing may be said
  friend bool operator==(const Disclosure&, const Disclosure&) = default;
};

// Whether everybody was asked. Where a condition decided, the number of those who were asked says what they
// had answered before.
enum class Asked { kEverybody, kSome };

[[nodiscard]] Disclosure disclose(const Tally& tally, Threshold threshold, Asked asked = Asked::kEverybody);

}  // namespace tertulia::numbers
