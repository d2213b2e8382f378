// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/disclosure.h"

#include <algorithm>

namespace tertulia::numbers {
namespace {

using Count = std::uint64_t;

// "At least so many of these": what fewer than k others leave. Nothing for few people.
void add_bound(std::vector<Line>& lines, const Value& value, Count of, Count k) {
  if (of >= 2 * k - 1) lines.push_back({value, Bound::kAtLeast, of - k + 1, of});
}

// A rare number may say whose it is: "12,000 employees".
std::vector<Line> exact_lines(const Tally& tally, Count k) {
  std::vector<Line> lines;
  Count rare = 0;
  for (const auto& [value, count] : tally.counts) {
    if (tally.counting == Counting::kNumber && count < k)
      rare += count;
    else
      lines.push_back({value, Bound::kExactly, count, tally.answered});
  }
  if (rare > 0) lines.push_back({rare_value(), Bound::kExactly, rare, tally.answered});
  return lines;
}

Disclosure disclose_one_of(const Tally& tally, Count k, Asked asked) {
  Disclosure said{tally.took_part, OfThose::kTookPart, {}};
  if (tally.counts.empty()) return said;
  const auto most =
      std::max_element(tally.counts.begin(), tally.counts.end(),
                       [](const auto& one, const auto& other) { return one.second < other.second; });
  const Count left_out = tally.took_part - tally.answered;
  const bool tells_left_out = left_out >= k;
  if (tally.answered - most->second >= k && (tells_left_out || asked == Asked::kEverybody)) {
    said.of_those = OfThose::kAnswered;
    said.lines = exact_lines(tally, k);
    return said;
  }
  if (tells_left_out) said.of_those = OfThose::kAnswered;
  const Count of = tells_left_out ? tally.answered : tally.took_part;
  if (of - most->second < k) add_bound(said.lines, most->first, of, k);
  if (said.lines.empty()) said.of_those = OfThose::kTookPart;
  return said;
}

Disclosure disclose_each(const Tally& tally, Count k) {
  Disclosure said{tally.took_part, OfThose::kTookPart, {}};
  for (const auto& [value, count] : tally.counts) {
    if (count < k) continue;
    if (tally.took_part - count >= k)
      said.lines.push_back({value, Bound::kExactly, count, tally.took_part});
    else
      add_bound(said.lines, value, tally.took_part, k);
  }
  return said;
}

}  // namespace

Disclosure disclose(const Tally& tally, Threshold threshold, Asked asked) {
  return tally.counting == Counting::kEach ? disclose_each(tally, threshold.k())
                                           : disclose_one_of(tally, threshold.k(), asked);
}

}  // namespace tertulia::numbers
