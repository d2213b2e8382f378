// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/results.h"

#include <algorithm>

#include "firmware/domain/numbers/release.h"

namespace tertulia::numbers {
namespace {

void add(std::map<Value, Share>& sums, const Line& line) {
  Share& sum = sums[line.value];
  sum.count += line.count;
  sum.of += line.of;
}

// In a block of exact numbers, nobody gave the values that it does not name.
void count_who_gave_another(Results& results, const std::vector<Disclosure>& blocks) {
  std::uint64_t of = 0;
  for (const Disclosure& block : blocks)
    if (!block.lines.empty() && block.lines.front().bound == Bound::kExactly) of += block.lines.front().of;
  for (auto& [value, share] : results.exact) share.of = of;
}

}  // namespace

Results results_of(const std::vector<Disclosure>& blocks, Counting counting) {
  Results results;
  for (const Disclosure& block : blocks) {
    results.took_part += block.took_part;
    if (block.lines.empty()) results.hidden += block.took_part;
    for (const Line& line : block.lines)
      add(line.bound == Bound::kExactly ? results.exact : results.at_least, line);
  }
  if (counting != Counting::kEach) count_who_gave_another(results, blocks);
  return results;
}

Bars bars_of(const Results& results, Threshold threshold) {
  Bars bars;
  for (const auto& [value, share] : results.exact) {
    bars.people = std::max(bars.people, in_steps(share.of, threshold));
    bars.bars.push_back({value, in_steps(share.count, threshold)});
  }
  return bars;
}

}  // namespace tertulia::numbers
