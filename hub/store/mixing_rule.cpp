// SPDX-License-Identifier: Apache-2.0
#include "hub/store/mixing_rule.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace tertulia::hub {
namespace {

using Counts = std::unordered_map<std::string_view, std::size_t>;

struct Crowd {
  Counts of_giver;
  std::size_t all = 0;
  bool is_due = false;

  [[nodiscard]] bool is_enough() const {
    std::size_t most = 0;
    for (const auto& [giver, count] : of_giver) most = std::max(most, count);
    return all - most >= kOthers;
  }
};

bool has_waited_long(const Waiter& one, WallTime now) {
  const auto waited = now - one.arrived;
  return waited >= kLongestWait || waited <= -kLongestWait;
}

}  // namespace

std::vector<bool> ripe(std::span<const Waiter> waiting, WallTime now, std::size_t most_of_one) {
  std::unordered_map<std::string_view, Crowd> crowds;
  Counts of_giver;
  for (const Waiter& each : waiting) {
    Crowd& crowd = crowds[each.crowd];
    ++crowd.of_giver[each.giver];
    ++crowd.all;
    crowd.is_due = crowd.is_due || has_waited_long(each, now);
    ++of_giver[each.giver];
  }
  for (auto& [name, crowd] : crowds) crowd.is_due = crowd.is_due || crowd.is_enough();
  std::vector<bool> goes;
  goes.reserve(waiting.size());
  for (const Waiter& each : waiting)
    goes.push_back(crowds.at(each.crowd).is_due || of_giver.at(each.giver) > most_of_one);
  return goes;
}

}  // namespace tertulia::hub
