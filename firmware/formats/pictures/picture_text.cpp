// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pictures/picture_text.h"

#include <cstddef>
#include <utility>

#include <sodium.h>

namespace tertulia::formats {
namespace {

constexpr int kBase64 = sodium_base64_VARIANT_ORIGINAL;

}  // namespace

std::string picture_text(const PackedPicture& picture) {
  const std::string& bytes = picture.bytes();
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), kBase64);
  text.pop_back();  // the end that C wants
  return text;
}

std::optional<PackedPicture> picture_from_text(std::string_view text) {
  std::string bytes(text.size() / 4 * 3, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &size, &end, kBase64) != 0 ||
      end != text.data() + text.size())
    return std::nullopt;
  bytes.resize(size);
  return PackedPicture::from(std::move(bytes));
}

}  // namespace tertulia::formats
