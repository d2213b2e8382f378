// SPDX-License-Identifier: Apache-2.0
// Draws an SVG, with librsvg. Internal to picture_file.cpp.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/picture.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

// As large as fits the box.
[[nodiscard]] Result<Picture> picture_from_svg(std::string_view bytes, PictureSize box);

// The document without a plain DOCTYPE, which older drawing programs write and nobody needs. Errors: what a
// picture may not have in it, see picture_file.h, with what to do about it.
[[nodiscard]] Result<std::string> harmless_svg(std::string_view bytes);

}  // namespace tertulia::formats
