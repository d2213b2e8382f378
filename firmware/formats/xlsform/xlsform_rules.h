// SPDX-License-Identifier: Apache-2.0
// The small expressions that a kiosk form understands: yes and no, comparisons in a constraint, parameters of
// a range.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/question_kinds.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

// yes, true, true(), 1 and their like in any case; empty is no. None: an expression.
[[nodiscard]] std::optional<bool> truth_in_cell(std::string_view text);

// One comparison of a constraint, in lower case and without spaces: ". >= 0" has the left side ".", the sign
// ">=" and the right side "0".
struct Comparison {
  std::string left;
  std::string sign;  // "<", "<=", ">", ">=", "="
  std::string right;
};
// The comparisons of "one and another and ...". None: a part is no comparison.
[[nodiscard]] std::optional<std::vector<Comparison>> comparisons_in(std::string_view constraint);

// "42" of "randomize=true seed=42"; empty when there is none.
[[nodiscard]] std::string parameter_in(std::string_view parameters, std::string_view name);

// "randomize" and "seed" of "randomize=true seed=42", in lower case.
[[nodiscard]] std::vector<std::string> parameter_names(std::string_view parameters);

// "start=1 end=10 step=1" (also with commas); absent ones are 1, 10 and 1 as in the reference converter.
// Errors: not a number, or a step that does not lead from start to end.
[[nodiscard]] Result<Range> range_of(std::string_view parameters);

}  // namespace tertulia::formats
