// SPDX-License-Identifier: Apache-2.0
// How touches put choices in an order. An order is the names of the choices that have a place, first place
// first. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "firmware/domain/question_kinds.h"

namespace tertulia {

using Order = std::vector<std::string>;

[[nodiscard]] Order order_in(const AnswerValue& answer);
// A touch on a choice: it gets the next place, or loses the one it has. The last one that is left has its
// place without a touch. A choice that is not offered changes nothing.
[[nodiscard]] Order touched(const Ranking& kind, Order order, const std::string& choice);
// A choice was dragged to a place, counted from 0; beyond the last one it gets the next.
[[nodiscard]] Order moved(const Ranking& kind, Order order, const std::string& choice, std::size_t place);

}  // namespace tertulia
