// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/ranking.h"

#include <algorithm>
#include <utility>

namespace tertulia {
namespace {

bool has(const Order& order, const std::string& name) {
  return std::find(order.begin(), order.end(), name) != order.end();
}

bool offers(const Ranking& kind, const std::string& name) {
  return std::any_of(kind.choices.begin(), kind.choices.end(),
                     [&](const Choice& each) { return each.name == name; });
}

Order with_last(const Ranking& kind, Order order) {
  if (order.size() + 1 != kind.choices.size()) return order;
  for (const Choice& each : kind.choices)
    if (!has(order, each.name)) {
      order.push_back(each.name);
      break;
    }
  return order;
}

}  // namespace

Order order_in(const AnswerValue& answer) {
  const auto* names = std::get_if<std::vector<std::string>>(&answer);
  return names ? *names : Order{};
}

Order touched(const Ranking& kind, Order order, const std::string& choice) {
  if (!offers(kind, choice) || std::erase(order, choice) > 0) return order;
  order.push_back(choice);
  return with_last(kind, std::move(order));
}

Order moved(const Ranking& kind, Order order, const std::string& choice, std::size_t place) {
  if (!offers(kind, choice)) return order;
  const bool is_new = std::erase(order, choice) == 0;
  const std::size_t at = std::min(place, order.size());
  order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), choice);
  return is_new ? with_last(kind, std::move(order)) : order;
}

}  // namespace tertulia
