// SPDX-License-Identifier: Apache-2.0
// The small expressions that a kiosk form understands: yes and no, limits in a constraint, parameters of a
// range.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "firmware/domain/questionnaire.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

// yes, true, true(), 1 and their like in any case; empty is no. None: an expression.
[[nodiscard]] std::optional<bool> truth_of(std::string_view text);

// "count-selected(.) <= 3" (or < 4). None: anything else.
[[nodiscard]] std::optional<int> at_most_of(std::string_view constraint);

// ". >= 0 and . <= 120", either side alone, < and > too. None: anything else.
struct IntegerLimits {
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> most;
};
[[nodiscard]] std::optional<IntegerLimits> limits_of(std::string_view constraint);

// ". >= date('2026-01-01') and . <= '2027-12-31'", either side alone. None: anything else.
[[nodiscard]] std::optional<Date> date_limits_of(std::string_view constraint);

// "start=1 end=10 step=1" (also with commas); absent ones are 1, 10 and 1 as in the reference converter.
// Errors: not a number, or a step that does not lead from start to end.
[[nodiscard]] Result<Range> range_of(std::string_view parameters);

}  // namespace tertulia::formats
