// SPDX-License-Identifier: Apache-2.0
// Draws an SVG, with librsvg. Internal to logo.cpp.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/logo.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

// As large as fits kLargestLogo.
[[nodiscard]] Result<Logo> logo_from_svg(std::string_view bytes);

// The document without a plain DOCTYPE, which older drawing programs write and nobody needs. Errors: what a
// logo may not have in it, see logo.h, with what to do about it.
[[nodiscard]] Result<std::string> harmless_svg(std::string_view bytes);

}  // namespace tertulia::formats
