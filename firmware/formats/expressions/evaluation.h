// SPDX-License-Identifier: Apache-2.0
// What an evaluation may know of the world, and what it gives. The evaluation has no clock and no chance of
// its own: with the same context and the same answers it gives the same.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "firmware/domain/time.h"
#include "firmware/formats/expressions/dates.h"

namespace tertulia::formats {

struct EvaluationContext {
  WallTime now{};            // for now() and today()
  std::string zone = "UTC";  // of the venue, an IANA name
  CalendarWords words;       // of the respondent's language, for format-date()
  std::uint64_t seed = 0;  // for random(), uuid() and randomize() without a seed; another for each respondent
  // The label of a choice in the respondent's language, for jr:choice-name(). Without it: the column "label".
  std::function<std::string(std::string_view list, std::string_view name)> choice_label;
};

inline constexpr std::size_t kLongestValue = 100'000;        // bytes of a text that an expression makes
inline constexpr unsigned long kMostOperations = 3'000'000;  // of one evaluation

// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough for a draw of lots.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t bits();
  double fraction();  // from 0 to below 1

 private:
  std::uint64_t state_;
};

}  // namespace tertulia::formats
