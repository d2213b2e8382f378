// SPDX-License-Identifier: Apache-2.0
#include "hub/arrival/ranges.h"

#include <algorithm>
#include <iterator>

namespace tertulia::hub {

Ranges::Ranges(const std::vector<Range>& ranges) {
  for (const Range& range : ranges) add(range);
}

void Ranges::add(Range range) {
  if (range.first == 0 || range.last < range.first) return;
  auto next = last_by_first_.upper_bound(range.first);
  if (next != last_by_first_.begin()) {
    const auto before = std::prev(next);
    if (before->second + 1 >= range.first) {
      range = {before->first, std::max(before->second, range.last)};
      last_by_first_.erase(before);
    }
  }
  while (next != last_by_first_.end() && next->first <= range.last + 1) {
    range.last = std::max(range.last, next->second);
    next = last_by_first_.erase(next);
  }
  last_by_first_.emplace(range.first, range.last);
}

bool Ranges::contains(std::uint64_t sequence) const {
  const auto next = last_by_first_.upper_bound(sequence);
  return next != last_by_first_.begin() && std::prev(next)->second >= sequence;
}

std::uint64_t Ranges::count() const { return highest() - missing(); }

std::uint64_t Ranges::highest() const {
  return last_by_first_.empty() ? 0 : std::prev(last_by_first_.end())->second;
}

std::vector<Range> Ranges::all() const {
  std::vector<Range> ranges;
  for (const auto& [first, last] : last_by_first_) ranges.push_back({first, last});
  return ranges;
}

std::vector<Range> Ranges::holes() const {
  std::vector<Range> holes;
  std::uint64_t expected = 1;
  for (const auto& [first, last] : last_by_first_) {
    if (first > expected) holes.push_back({expected, first - 1});
    expected = last + 1;
  }
  return holes;
}

std::uint64_t Ranges::missing() const {
  std::uint64_t total = 0;
  for (const Range& hole : holes()) total += hole.last - hole.first + 1;
  return total;
}

}  // namespace tertulia::hub
