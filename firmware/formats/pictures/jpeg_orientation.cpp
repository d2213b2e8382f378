// SPDX-License-Identifier: Apache-2.0
// How a camera was held, as Exif says it.
#include <cstddef>
#include <cstdint>
#include <utility>

#include "firmware/formats/pictures/jpeg_picture.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kExif{"Exif\0\0", 6};
constexpr std::uint32_t kOrientationTag = 0x0112;
constexpr std::size_t kEntryBytes = 12;
constexpr int kUpright = 1;

// A TIFF in its own order of bytes. What lies outside of it is 0.
struct Tiff {
  std::string_view bytes;
  bool is_little = false;

  [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t count) const {
    if (at > bytes.size() || count > bytes.size() - at) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = is_little ? at + count - 1 - i : at + i;
      value = value << 8U | static_cast<unsigned char>(bytes[place]);
    }
    return value;
  }
};

}  // namespace

int orientation_in_exif(std::string_view app1) {
  if (!app1.starts_with(kExif)) return kUpright;
  Tiff tiff{app1.substr(kExif.size())};
  tiff.is_little = tiff.bytes.starts_with("II");
  const std::size_t directory = tiff.number(4, 4);
  const std::uint32_t entries = tiff.number(directory, 2);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * kEntryBytes;
    if (entry >= tiff.bytes.size()) break;
    if (tiff.number(entry, 2) != kOrientationTag) continue;
    const std::uint32_t value = tiff.number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : kUpright;
  }
  return kUpright;
}

Picture upright(Picture picture, int orientation) {
  if (orientation <= kUpright || orientation > 8) return picture;
  const auto [width, height] = picture.size;
  const bool is_turned = orientation >= 5;  // rows have become columns
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Picture result{is_turned ? PictureSize{height, width} : picture.size, {}};
  result.pixels.reserve(picture.pixels.size());
  for (int y = 0; y < result.size.height; ++y)
    for (int x = 0; x < result.size.width; ++x) {
      const int column = is_turned ? y : x;
      const int row = is_turned ? x : y;
      result.pixels.push_back(
          picture.at(from_right ? width - 1 - column : column, from_below ? height - 1 - row : row));
    }
  return result;
}

}  // namespace tertulia::formats
