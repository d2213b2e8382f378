// SPDX-License-Identifier: Apache-2.0
// A logo as a text for the canonical pack: runs of equal pixels, in base64. Flat areas get short, and the
// appliance needs no picture library to read it.
//
// The bytes: width and height (two each, the high one first), then for each run its length (1 to 255) and its
// pixel as alpha, red, green, blue.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/logo.h"

namespace tertulia::formats {

[[nodiscard]] std::string logo_text(const Logo& logo);

// None when the text is damaged, or of a logo that is empty or larger than kLargestLogo.
[[nodiscard]] std::optional<Logo> logo_from_text(std::string_view text);

}  // namespace tertulia::formats
