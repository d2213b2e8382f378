// SPDX-License-Identifier: Apache-2.0
// What language_names.cpp looks up: names of languages, and their codes of three letters. Internal to it.
#pragma once

#include <optional>
#include <string_view>

namespace tertulia::formats {

// The code of a name as to_plain_latin leaves it: lower case, Latin letters without marks. None: unknown.
[[nodiscard]] std::optional<std::string_view> code_of_language(std::string_view plain_name);

// "sw" of "swa": the code of two letters (ISO 639-1) of a language that has one. Else the code as it is.
[[nodiscard]] std::string_view shortest_code(std::string_view code);

}  // namespace tertulia::formats
