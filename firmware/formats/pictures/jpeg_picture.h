// SPDX-License-Identifier: Apache-2.0
// Reads a JPEG, with libjpeg: as the camera was held, in whichever colours it is written. Internal to
// picture_file.cpp.
#pragma once

#include <string_view>

#include "firmware/domain/picture.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

[[nodiscard]] bool is_jpeg(std::string_view bytes);

// Smaller than it is written when it then still covers the box: a photograph takes no more memory than it is
// shown with. Errors: more than 50 million pixels, cut off, or damaged.
[[nodiscard]] Result<Picture> picture_from_jpeg(std::string_view bytes, PictureSize box);

// 1 to 8 as Exif 2.3 counts them (TIFF tag 0x0112), of the data of an APP1 marker; 1, upright, when it says
// nothing that can be read.
[[nodiscard]] int orientation_in_exif(std::string_view app1);
// The picture as it has to be turned and mirrored to stand upright.
[[nodiscard]] Picture upright(Picture picture, int orientation);

}  // namespace tertulia::formats
