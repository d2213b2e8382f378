// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pictures/png_picture.h"

#include <cstdint>
#include <vector>

#include <png.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::uint64_t kMostPixels = 8'000'000;
constexpr std::size_t kChannels = 4;

// libpng's own way without setjmp: it keeps its state behind `opaque` and reports in `message`.
struct Image : png_image {
  Image() : png_image{} { version = PNG_IMAGE_VERSION; }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  ~Image() { png_image_free(this); }
};

Error broken(const Image& image) {
  return {"This PNG cannot be read (" + clean_text(image.message) + "); export it again."};
}

}  // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1A\n"); }

// The chunk stands before the first pixels.
bool is_animated_png(std::string_view bytes) {
  return is_png(bytes) && bytes.substr(0, bytes.find("IDAT")).find("acTL") != std::string_view::npos;
}

Result<Picture> picture_from_png(std::string_view bytes) {
  Image image;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return broken(image);
  const std::uint64_t count = std::uint64_t{image.width} * image.height;
  if (count == 0 || count > kMostPixels)
    return Error{"The file has more than 8 million pixels; export it smaller."};
  image.format = PNG_FORMAT_RGBA;
  std::vector<std::uint8_t> rows(static_cast<std::size_t>(count) * kChannels);
  if (png_image_finish_read(&image, nullptr, rows.data(), 0, nullptr) == 0) return broken(image);
  Picture picture{{static_cast<int>(image.width), static_cast<int>(image.height)}, {}};
  picture.pixels.reserve(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < rows.size(); i += kChannels)
    picture.pixels.push_back(std::uint32_t{rows[i + 3]} << 24U | std::uint32_t{rows[i]} << 16U |
                             std::uint32_t{rows[i + 1]} << 8U | rows[i + 2]);
  return picture;
}

}  // namespace tertulia::formats
