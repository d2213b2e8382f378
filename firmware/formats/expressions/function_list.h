// SPDX-License-Identifier: Apache-2.0
// The functions that an expression may call: those of XPath 1.0 and of the ODK XForms specification. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

enum class ResultKind { kText, kNumber, kBoolean, kNodes, kAny };

struct FunctionEntry {
  std::string_view name;
  std::size_t least = 0;  // arguments
  std::size_t most = 0;
  ResultKind result = ResultKind::kText;
  bool is_volatile = false;  // its result changes with time or chance
};

// Null: there is no such function, or a kiosk cannot do it.
[[nodiscard]] const FunctionEntry* find_function(std::string_view name);
// ODK has it, and a kiosk has not what it reads.
[[nodiscard]] bool is_beyond_kiosk(std::string_view name);
// Why there is none, with the cure: a sentence.
[[nodiscard]] std::string why_no_function(std::string_view name);
[[nodiscard]] std::string wrong_arguments(const FunctionEntry& function, std::size_t given);
[[nodiscard]] std::vector<std::string_view> function_names();

}  // namespace tertulia::formats
