// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/change.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tertulia::numbers {
namespace {

constexpr double kStandardErrors = 1.96;  // of a normal distribution, for 95 of 100

struct Mean {
  double place = 0;     // on the scale
  double variance = 0;  // of the mean
};

// Of at least two people; the places are those of the values.
std::optional<Mean> mean_of(const Results& results) {
  double people = 0;
  double sum = 0;
  double squares = 0;
  for (const auto& [value, share] : results.exact) {
    if (value == other_value() || value == rare_value()) return std::nullopt;
    const auto count = static_cast<double>(share.count);
    people += count;
    sum += count * value.order;
    squares += count * value.order * value.order;
  }
  if (people < 2) return std::nullopt;
  const double place = sum / people;
  const double spread = std::max(0.0, squares - people * place * place) / (people - 1);
  return Mean{place, spread / people};
}

}  // namespace

Interval interval_of(const OverProgramme& over) {
  if (over.share.of == 0) return {};
  const auto n = static_cast<double>(over.share.of);
  const double p = static_cast<double>(std::min(over.share.count, over.share.of)) / n;
  constexpr double kSquare = kStandardErrors * kStandardErrors;
  const double middle = p + kSquare / (2 * n);
  const double half = kStandardErrors * std::sqrt(p * (1 - p) / n + kSquare / (4 * n * n));
  const double scale = 100 / (1 + kSquare / n);
  constexpr double kRounding = 1e-9;  // 0 and 100 are hit but for the last bits
  return {std::max(0, static_cast<int>(std::floor((middle - half) * scale + kRounding))),
          std::min(100, static_cast<int>(std::ceil((middle + half) * scale - kRounding)))};
}

Change change_between(const Results& before, const Results& after) {
  const auto first = mean_of(before);
  const auto second = mean_of(after);
  if (!first || !second) return Change::kTooFewToTell;
  const double by_chance = kStandardErrors * std::sqrt(first->variance + second->variance);
  if (by_chance >= 1) return Change::kTooFewToTell;
  const double change = second->place - first->place;
  if (std::abs(change) <= by_chance) return Change::kSame;
  return change > 0 ? Change::kMore : Change::kLess;
}

}  // namespace tertulia::numbers
