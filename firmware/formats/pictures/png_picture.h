// SPDX-License-Identifier: Apache-2.0
// Reads a PNG, with libpng. Internal to picture_file.cpp.
#pragma once

#include <string_view>

#include "firmware/domain/picture.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

[[nodiscard]] bool is_png(std::string_view bytes);
// Of an animated one its first picture is read.
[[nodiscard]] bool is_animated_png(std::string_view bytes);
[[nodiscard]] Result<Picture> picture_from_png(std::string_view bytes);

}  // namespace tertulia::formats
