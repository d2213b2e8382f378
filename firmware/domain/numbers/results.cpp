// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/results.h"

#include "firmware/domain/numbers/release.h"

namespace tertulia::numbers {
namespace {

using Shares = std::map<Value, Share>;

void add(Shares& sums, const Value& value, const Share& share) {
  Share& sum = sums[value];
  sum.count += share.count;
  sum.of += share.of;
}

// In a block of exact numbers, nobody gave the values that it does not name.
void set_whole(Shares& exact, std::uint64_t of) {
  for (auto& [value, share] : exact) share.of = of;
}

// People in the blocks of exact numbers, where every value counts all of them.
std::uint64_t whole_of(const Shares& exact) { return exact.empty() ? 0 : exact.begin()->second.of; }

Bars bars_of_whole(const Results& results) {
  Bars bars{whole_of(results.exact), {}};
  for (const auto& [value, share] : results.exact) bars.bars.push_back({value, share.count, Bound::kExactly});
  return bars;
}

Bars bars_of_each(const Results& results) {
  Shares shares = results.exact;
  for (const auto& [value, share] : results.at_least) add(shares, value, {share.count, 0});
  Bars bars{results.took_part, {}};
  for (const auto& [value, share] : shares)
    bars.bars.push_back(
        {value, share.count, share.of == results.took_part ? Bound::kExactly : Bound::kAtLeast});
  if (bars.bars.empty()) bars.people = 0;
  return bars;
}

}  // namespace

Results results_of(const std::vector<Disclosure>& blocks, Counting counting) {
  Results results;
  std::uint64_t whole = 0;
  for (const Disclosure& block : blocks) {
    results.took_part += block.took_part;
    if (block.lines.empty()) results.hidden += block.took_part;
    for (const Line& line : block.lines)
      add(line.bound == Bound::kExactly ? results.exact : results.at_least, line.value,
          {line.count, line.of});
    if (!block.lines.empty() && block.lines.front().bound == Bound::kExactly) whole += block.lines.front().of;
  }
  if (counting != Counting::kEach) set_whole(results.exact, whole);
  return results;
}

Results sum_of(const Results& one, const Results& other, Counting counting) {
  Results sum = one;
  sum.took_part += other.took_part;
  sum.hidden += other.hidden;
  for (const auto& [value, share] : other.exact) add(sum.exact, value, share);
  for (const auto& [value, share] : other.at_least) add(sum.at_least, value, share);
  if (counting != Counting::kEach) set_whole(sum.exact, whole_of(one.exact) + whole_of(other.exact));
  return sum;
}

Bars bars_of(const Results& results, Counting counting) {
  return counting == Counting::kEach ? bars_of_each(results) : bars_of_whole(results);
}

Bars in_steps(const Bars& bars, Threshold threshold) {
  Bars steps{in_steps(bars.people, threshold), {}};
  for (const Bar& bar : bars.bars)
    steps.bars.push_back({bar.value, in_steps(bar.people, threshold), Bound::kAtLeast});
  return steps;
}

}  // namespace tertulia::numbers
