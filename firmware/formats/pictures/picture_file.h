// SPDX-License-Identifier: Apache-2.0
// Reads a picture that lies in a pack: a PNG, a JPEG or an SVG, by its bytes, whatever its name says. Runs in
// the import child, on bytes from outside; nothing is read but these bytes.
//
// Limits: 12 MiB, an SVG 1 MiB; a PNG 8 million pixels, a JPEG 50 million. An SVG may have neither texts,
// pictures, filters nor scripts in it, nor refer to anything outside of it.
#pragma once

#include <string_view>

#include "firmware/domain/picture.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

// At most as large as the box; an SVG as large as it. Errors: a sentence with the cure.
[[nodiscard]] Result<Picture> read_picture(std::string_view bytes, PictureSize box);

// It shows its first picture only.
[[nodiscard]] bool is_animated(std::string_view bytes);

}  // namespace tertulia::formats
