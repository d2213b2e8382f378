// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/logo/logo.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <png.h>

#include "firmware/domain/result.h"
#include "firmware/formats/logo/logo_svg.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostBytes = 1U << 20U;
constexpr int kLongest = 8;                // times its other side
constexpr int kFewestRows = 128;           // fewer look coarse on a large screen
constexpr std::uint32_t kHardlySeen = 16;  // of 255

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
  return {"This PNG cannot be read (" + clean_text(image.message) + "); export the logo again."};
}

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1A\n"); }

Result<Logo> logo_from_png(std::string_view bytes) {
  Image image;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return broken(image);
  const std::uint64_t count = std::uint64_t{image.width} * image.height;
  if (count == 0 || count > kMostPixels)
    return Error{"The logo has more than 8 million pixels; export it smaller."};
  image.format = PNG_FORMAT_RGBA;
  std::vector<std::uint8_t> rows(static_cast<std::size_t>(count) * kChannels);
  if (png_image_finish_read(&image, nullptr, rows.data(), 0, nullptr) == 0) return broken(image);
  Logo logo{{static_cast<int>(image.width), static_cast<int>(image.height)}, {}};
  logo.pixels.reserve(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < rows.size(); i += kChannels)
    logo.pixels.push_back(std::uint32_t{rows[i + 3]} << 24U | std::uint32_t{rows[i]} << 16U |
                          std::uint32_t{rows[i + 1]} << 8U | rows[i + 2]);
  return logo;
}

std::string size_text(LogoSize size) {
  return std::to_string(size.width) + " x " + std::to_string(size.height) + " pixels";
}

bool shows_nothing(const Logo& logo) {
  return std::all_of(logo.pixels.begin(), logo.pixels.end(),
                     [](std::uint32_t pixel) { return pixel >> 24U < kHardlySeen; });
}

Result<Logo> logo_of(std::string_view bytes) {
  if (bytes.size() > kMostBytes) return Error{"The logo is larger than 1 MiB; export it smaller."};
  if (is_png(bytes)) return logo_from_png(bytes);
  return logo_from_svg(bytes);
}

Result<Logo> checked_logo_of(std::string_view bytes) {
  TRY(Logo logo, logo_of(bytes));
  const auto [shorter, longer] = std::minmax(logo.size.width, logo.size.height);
  if (longer > shorter * kLongest)
    return Error{"The logo is more than eight times as long as it is wide; no screen has room for that."};
  if (shows_nothing(logo)) return Error{"The logo shows nothing: all of it is transparent."};
  return logo;
}

}  // namespace

std::optional<Logo> read_logo(const SourceFile& source, Findings& findings) {
  auto logo = checked_logo_of(source.bytes);
  if (!logo.ok()) {
    findings.wrong({source.name, ""}, logo.error().message);
    return std::nullopt;
  }
  const LogoSize size = logo.value().size;
  findings.read({source.name, ""}, "Logo, " + size_text(size) + ".");
  if (is_png(source.bytes) && size.height < kFewestRows && size.width < 2 * kFewestRows)
    findings.guessed({source.name, ""},
                     "The logo is small and is never enlarged; export it at least 128 "
                     "pixels high, or as SVG, for large screens.");
  return scaled_down(logo.value(), fitted(size, kLargestLogo));
}

}  // namespace tertulia::formats
