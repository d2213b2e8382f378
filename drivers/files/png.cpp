// SPDX-License-Identifier: Apache-2.0
#include "drivers/files/png.h"

#include <cstdint>
#include <string>
#include <vector>

#include <png.h>

#include "firmware/files/replace_file.h"

namespace tertulia {
namespace {

// Red, green and blue of each pixel; alpha is left out.
std::vector<std::uint8_t> colours_of(PixelView view) {
  const auto count = static_cast<std::size_t>(view.size.width) * static_cast<std::size_t>(view.size.height);
  std::vector<std::uint8_t> colours;
  colours.reserve(count * 3);
  for (std::size_t i = 0; i < count; ++i)
    for (const unsigned shift : {16U, 8U, 0U})
      colours.push_back(static_cast<std::uint8_t>(view.pixels[i] >> shift));
  return colours;
}

}  // namespace

Outcome write_png(const std::filesystem::path& path, PixelView view) {
  const auto failure = [&](const std::string& reason) {
    return Error{"cannot write picture " + path.string() + ": " + reason};
  };
  if (view.size.width <= 0 || view.size.height <= 0) return failure("it has no pixels");
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(view.size.width);
  image.height = static_cast<png_uint_32>(view.size.height);
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;  // without filters: they make flat areas and letters larger
  auto file = FileReplacement::begin(path, Readers::kEverybody);
  if (!file.ok()) return failure(file.error().message);
  const std::string draft = file.value().draft().string();
  if (png_image_write_to_file(&image, draft.c_str(), 0, colours_of(view).data(), 0, nullptr) == 0)
    return failure(image.message);
  const Outcome written = file.value().commit();
  return written.ok() ? written : failure(written.error().message);
}

}  // namespace tertulia
