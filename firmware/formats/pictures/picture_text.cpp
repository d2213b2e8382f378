// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pictures/picture_text.h"

#include <utility>

#include "firmware/domain/digest.h"

namespace tertulia::formats {

std::string picture_text(const PackedPicture& picture) { return to_base64(picture.bytes()); }

std::optional<PackedPicture> picture_from_text(std::string_view text) {
  auto bytes = from_base64(text);
  if (!bytes) return std::nullopt;
  return PackedPicture::from(*std::move(bytes));
}

}  // namespace tertulia::formats
