// SPDX-License-Identifier: Apache-2.0
// What is said of numbers in words, as values: whoever shows it has the sentences of its
// language. Pure; everything is made of disclosures.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

#include "firmware/domain/numbers/results.h"

namespace tertulia::numbers {

// "14 of the 18 who answered".
struct OfAnswered {
  std::uint64_t count = 0;
  std::uint64_t answered = 0;
  friend bool operator==(const OfAnswered&, const OfAnswered&) = default;
};
// "14 of the 18 who answered; 23 took part, so between 14 and 19 of all 23".
struct OfAnsweredAndAll {
  std::uint64_t count = 0;
  std::uint64_t answered = 0;
  std::uint64_t took_part = 0;
  std::uint64_t least = 0;  // of all, if nobody who left the question out would have said it
  std::uint64_t most = 0;   // if all of them would have
  friend bool operator==(const OfAnsweredAndAll&, const OfAnsweredAndAll&) = default;
};
// "Most, or all: at least 14 of 18"; "nearly all, or all", when that is at least nine of ten.
struct MostOrAll {
  bool nearly_all = false;
  std::uint64_t least = 0;
  std::uint64_t of = 0;
  friend bool operator==(const MostOrAll&, const MostOrAll&) = default;
};
using Statement = std::variant<OfAnswered, OfAnsweredAndAll, MostOrAll>;

[[nodiscard]] Statement statement_of(const Line& line, const Disclosure& disclosure);

// Of fewer people one person would be more than five percent.
inline constexpr std::uint64_t kLeastForPercent = 20;
// Rounded to a whole number, but 0 and 100 only of nobody and all. None: there are too few people.
[[nodiscard]] std::optional<int> percent_of(const Share& share);

// The values in the middle: one, or two neighbours. Half of the people said that or less, half that or more.
// None: no exact number is said, or some answers are of no value that has a place.
struct Median {
  Value low;
  Value high;
  friend bool operator==(const Median&, const Median&) = default;
};
[[nodiscard]] std::optional<Median> median_of(const Results& results);

}  // namespace tertulia::numbers
