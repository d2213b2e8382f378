// SPDX-License-Identifier: Apache-2.0
// Pictures as tests hold them, and how they are read from PNG files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <png.h>

#include "firmware/domain/result.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct Screenshot {
  Size size;
  std::vector<std::uint32_t> pixels;  // 0xffRRGGBB, rows top to bottom

  [[nodiscard]] PixelView view() const { return {pixels.data(), size}; }
  friend bool operator==(const Screenshot&, const Screenshot&) = default;
};

// Transparent parts come over black. Errors: not there, not a PNG.
inline Result<Screenshot> read_png(const std::filesystem::path& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  const auto failure = [&] { return Error{"cannot read picture " + path.string() + ": " + image.message}; };
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return failure();
  Screenshot picture{{static_cast<int>(image.width), static_cast<int>(image.height)}, {}};
  picture.pixels.resize(std::size_t{image.width} * image.height);
  image.format = PNG_FORMAT_BGR;
  std::vector<std::uint8_t> bytes(PNG_IMAGE_SIZE(image));
  const png_color black{};
  if (png_image_finish_read(&image, &black, bytes.data(), 0, nullptr) == 0) return failure();
  for (std::size_t i = 0; i < picture.pixels.size(); ++i)
    picture.pixels[i] = 0xff000000U | std::uint32_t{bytes[3 * i + 2]} << 16U |
                        std::uint32_t{bytes[3 * i + 1]} << 8U | bytes[3 * i];
  return picture;
}

}  // namespace tertulia
