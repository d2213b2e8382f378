// SPDX-License-Identifier: Apache-2.0
// A packed picture as a text for the canonical pack: its bytes in base64.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/packed_picture.h"

namespace tertulia::formats {

[[nodiscard]] std::string picture_text(const PackedPicture& picture);

// None when the text is damaged, or of a picture that is empty or larger than kLargestPicture.
[[nodiscard]] std::optional<PackedPicture> picture_from_text(std::string_view text);

}  // namespace tertulia::formats
