// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/partition.h"

#include <algorithm>
#include <utility>

namespace tertulia::numbers {

bool is_told_by(const Scope& scope, Partition partition) {
  if (std::holds_alternative<OneSession>(scope)) return partition == Partition::kBySession;
  const auto* by = std::get_if<WholeVisitBy>(&scope);
  if (by == nullptr) return true;  // a sum of all parts, whatever they are
  return partition ==
         (by->trait == Trait::kLanguage ? Partition::kByLanguage : Partition::kByKindOfOrganisation);
}

std::vector<std::vector<std::size_t>> groups_of(const std::vector<std::uint64_t>& sizes,
                                                Threshold threshold) {
  std::vector<std::size_t> order;
  for (std::size_t index = 0; index < sizes.size(); ++index)
    if (sizes[index] > 0) order.push_back(index);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t one, std::size_t other) { return sizes[one] < sizes[other]; });
  const std::uint64_t least = 2 * threshold.k() - 1;
  std::vector<std::size_t> together;
  std::uint64_t people = 0;
  std::vector<std::vector<std::size_t>> groups;
  for (const std::size_t index : order) {
    if (sizes[index] < least || (!together.empty() && people < least)) {
      together.push_back(index);
      people += sizes[index];
    } else {
      groups.push_back({index});
    }
  }
  if (!together.empty()) groups.insert(groups.begin(), std::move(together));
  return groups;
}

}  // namespace tertulia::numbers
