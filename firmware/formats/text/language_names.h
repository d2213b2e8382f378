// SPDX-License-Identifier: Apache-2.0
// The language that a column header or a setting means, in every spelling found in the field: "French (fr)",
// "French(fr)", "french", "Français", "FR", "pt-BR", "አማርኛ".
#pragma once

#include <optional>
#include <string_view>

#include "firmware/domain/text.h"

namespace tertulia::formats {

// None when it is neither a code nor a known name.
[[nodiscard]] std::optional<Language> language_named(std::string_view name);

}  // namespace tertulia::formats
