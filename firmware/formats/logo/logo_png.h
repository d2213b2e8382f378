// SPDX-License-Identifier: Apache-2.0
// Decodes a PNG, with libpng. Internal to logo.cpp.
#pragma once

#include <string_view>

#include "firmware/domain/logo.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

[[nodiscard]] bool is_png(std::string_view bytes);
// In its own size, up to 8 million pixels.
[[nodiscard]] Result<Logo> logo_from_png(std::string_view bytes);

}  // namespace tertulia::formats
