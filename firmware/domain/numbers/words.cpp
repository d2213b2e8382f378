// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/words.h"

#include <algorithm>

namespace tertulia::numbers {

Statement statement_of(const Line& line, const Disclosure& disclosure) {
  if (line.bound == Bound::kAtLeast) return MostOrAll{line.count * 10 >= line.of * 9, line.count, line.of};
  if (disclosure.of_those == OfThose::kTookPart || line.of == disclosure.took_part)
    return OfAnswered{line.count, line.of};
  const std::uint64_t left_out = disclosure.took_part - line.of;
  return OfAnsweredAndAll{line.count, line.of, disclosure.took_part, line.count, line.count + left_out};
}

std::optional<int> percent_of(const Share& share) {
  if (share.of < kLeastForPercent || share.count > share.of) return std::nullopt;
  const std::uint64_t rounded = (200 * share.count + share.of) / (2 * share.of);
  if (share.count == 0 || share.count == share.of) return static_cast<int>(rounded);
  return static_cast<int>(std::clamp<std::uint64_t>(rounded, 1, 99));
}

std::optional<Median> median_of(const Results& results) {
  std::uint64_t people = 0;
  for (const auto& [value, share] : results.exact) {
    if (value == other_value() || value == rare_value()) return std::nullopt;
    people += share.count;
  }
  if (people == 0) return std::nullopt;
  const auto at = [&](std::uint64_t place) {  // 1 is the smallest
    auto each = results.exact.begin();
    for (std::uint64_t before = each->second.count; before < place; before += each->second.count) ++each;
    return each->first;
  };
  return Median{at((people + 1) / 2), at(people / 2 + 1)};
}

}  // namespace tertulia::numbers
