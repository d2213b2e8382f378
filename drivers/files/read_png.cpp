// SPDX-License-Identifier: Apache-2.0
// A file of its own, so that the appliance, which only writes pictures, carries no decoder.
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <png.h>

#include "drivers/files/png.h"

namespace tertulia {
namespace {

constexpr std::uint64_t kMostPixels = 64'000'000;
constexpr std::size_t kChannels = 3;

struct FileClose {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileClose>;

// libpng's own way without setjmp: it keeps its state behind `opaque` and reports in `message`.
struct Image : png_image {
  Image() : png_image{} { version = PNG_IMAGE_VERSION; }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  ~Image() { png_image_free(this); }
};

Error failure(const std::filesystem::path& path, const std::string& reason) {
  return {"cannot read picture " + path.string() + ": " + reason};
}

}  // namespace

Result<Picture> read_png(const std::filesystem::path& path) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return failure(path, std::strerror(errno));
  Image image;
  if (png_image_begin_read_from_stdio(&image, file.get()) == 0) return failure(path, image.message);
  const std::uint64_t count = std::uint64_t{image.width} * image.height;
  if (count > kMostPixels) return failure(path, "it is larger than 64 million pixels; make it smaller");
  image.format = PNG_FORMAT_RGB;
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count) * kChannels);
  const png_color black{};
  if (png_image_finish_read(&image, &black, bytes.data(), 0, nullptr) == 0)
    return failure(path, image.message);
  Picture picture{{static_cast<int>(image.width), static_cast<int>(image.height)}, {}};
  picture.pixels.reserve(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < bytes.size(); i += kChannels)
    picture.pixels.push_back(0xff000000U | std::uint32_t{bytes[i]} << 16 | std::uint32_t{bytes[i + 1]} << 8 |
                             bytes[i + 2]);
  return picture;
}

}  // namespace tertulia
