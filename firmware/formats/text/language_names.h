// SPDX-License-Identifier: Apache-2.0
// Finds the language that a column header or a setting names. Accepts codes, names in several languages, and
// both together: "FR", "pt-BR", "french", "Français", "አማርኛ", "French (fr)".
#pragma once

#include <optional>
#include <string_view>

#include "firmware/domain/text.h"

namespace tertulia::formats {

// None when it is neither a code nor a known name.
[[nodiscard]] std::optional<Language> language_named(std::string_view name);

}  // namespace tertulia::formats
