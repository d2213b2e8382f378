// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pictures/picture_file.h"

#include <algorithm>
#include <cstdint>

#include "firmware/formats/pictures/jpeg_picture.h"
#include "firmware/formats/pictures/png_picture.h"
#include "firmware/formats/pictures/svg_picture.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostBytes = 12U << 20U;
constexpr std::size_t kMostSvgBytes = 1U << 20U;
constexpr std::size_t kShortestHead = 12;
constexpr std::uint32_t kHardlySeen = 16;  // of 255

bool shows_nothing(const Picture& picture) {
  return std::all_of(picture.pixels.begin(), picture.pixels.end(),
                     [](std::uint32_t pixel) { return pixel >> 24U < kHardlySeen; });
}

// What programs and telephones also make.
const char* other_kind(std::string_view bytes) {
  if (bytes.starts_with("GIF8")) return "a GIF";
  if (bytes.size() < kShortestHead) return nullptr;
  if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "a WebP";
  if (bytes.starts_with("BM")) return "a BMP";
  if (bytes.starts_with("II*") || bytes.starts_with("MM")) return "a TIFF";
  if (bytes.substr(4, 4) == "ftyp") return "a HEIC or AVIF";
  if (bytes.starts_with("%PDF")) return "a PDF";
  return nullptr;
}

bool is_text(std::string_view bytes) { return trim(without_bom(bytes)).starts_with('<'); }

Result<Picture> picture_in(std::string_view bytes, PictureSize box) {
  if (bytes.size() > kMostBytes) return Error{"The file is larger than 12 MiB; export it smaller."};
  if (is_png(bytes)) return picture_from_png(bytes);
  if (is_jpeg(bytes)) return picture_from_jpeg(bytes, box);
  if (is_text(bytes) && bytes.size() > kMostSvgBytes)
    return Error{"The SVG is larger than 1 MiB; export it as PNG."};
  if (is_text(bytes)) return picture_from_svg(bytes, box);
  const char* kind = other_kind(bytes);
  return Error{std::string(kind == nullptr ? "This is neither a PNG, a JPEG nor an SVG that can be read"
                                           : std::string("This is ") + kind) +
               "; export it as PNG or JPEG."};
}

}  // namespace

Result<Picture> read_picture(std::string_view bytes, PictureSize box) {
  TRY(const Picture picture, picture_in(bytes, box));
  if (shows_nothing(picture)) return Error{"The file shows nothing: all of it is transparent."};
  return scaled_down(picture, fitted(picture.size, box));
}

bool is_animated(std::string_view bytes) { return is_animated_png(bytes); }

}  // namespace tertulia::formats
