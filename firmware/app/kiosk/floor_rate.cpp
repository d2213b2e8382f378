// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/floor_rate.h"

#include <algorithm>

namespace tertulia {
namespace {

struct Allowance {
  int at_once;  // a group of people that stands there together
  BootTime each;
};
constexpr Allowance kQuestions{5, std::chrono::seconds(30)};  // it takes about as long to type one
constexpr Allowance kHands{3, std::chrono::seconds(20)};      // for one question

bool takes_one(BootTime& forgotten_at, const Allowance& allowance, BootTime now) {
  const BootTime from = std::max(forgotten_at, now);
  if (from - now > allowance.each * (allowance.at_once - 1)) return false;
  forgotten_at = from + allowance.each;
  return true;
}

}  // namespace

bool FloorRate::takes(const FloorWords& words, BootTime now) {
  std::erase_if(forgotten_at_, [&](const auto& each) { return each.second <= now; });
  std::map<std::string, BootTime> next = forgotten_at_;
  for (std::size_t asked = 0; asked < words.asked.size(); ++asked)
    if (!takes_one(next[""], kQuestions, now)) return false;
  for (const std::string& question : words.supported)
    if (!takes_one(next[question], kHands, now)) return false;
  forgotten_at_ = std::move(next);
  return true;
}

}  // namespace tertulia
