// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/balance.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace tertulia {

BootTime anchor_of(const Balance& balance) { return balance.since.boot; }

bool is_running(const Balance& balance) { return !balance.floor.empty(); }

Balance reanchored(const Balance& balance, const Transit& transit, const Now& now) {
  if (balance.floor.empty()) return balance;
  Balance own = balance;
  own.spoken[own.floor] += age_of(balance.since.boot, transit);
  own.since = anchor_at(now);
  return own;
}

std::map<std::string, Milliseconds> spoken_at(const Balance& balance, const Now& now) {
  auto spoken = balance.spoken;
  if (!balance.floor.empty()) spoken[balance.floor] += since(balance.since, now);
  return spoken;
}

Balance give_floor(const Balance& balance, const std::string& group, const Now& now) {
  Balance next = balance;
  next.spoken = spoken_at(balance, now);
  next.floor = group == balance.floor ? std::string() : group;
  next.since = next.floor.empty() ? Anchor{} : anchor_at(now);
  if (!next.floor.empty()) next.spoken.try_emplace(next.floor, Milliseconds(0));
  return next;
}

std::map<std::string, int> shares_at(const Balance& balance, const Now& now) {
  std::int64_t total = 0;
  const auto spoken = spoken_at(balance, now);
  for (const auto& [group, time] : spoken) total += time.count() / 1000;
  std::map<std::string, int> shares;
  if (total <= 0) return shares;
  // Largest remainder: what rounding down leaves goes to the greatest fractions.
  std::vector<std::pair<std::int64_t, std::string>> fractions;
  int given = 0;
  for (const auto& [group, time] : spoken) {
    const std::int64_t hundredfold = time.count() / 1000 * 100;
    shares[group] = static_cast<int>(hundredfold / total);
    given += shares[group];
    fractions.emplace_back(-(hundredfold % total), group);
  }
  std::sort(fractions.begin(), fractions.end());
  for (const auto& [fraction, group] : fractions) {
    if (given == 100) break;
    shares[group] += 1;
    given += 1;
  }
  return shares;
}

}  // namespace tertulia
