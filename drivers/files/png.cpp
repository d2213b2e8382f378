// SPDX-License-Identifier: Apache-2.0
#include "drivers/files/png.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <system_error>

#include <png.h>

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

Error failure(const char* what, const std::filesystem::path& path, const std::string& reason) {
  return {std::string(what) + " " + path.string() + ": " + reason};
}

std::vector<std::uint8_t> bytes_of(PixelView view) {
  const auto count = static_cast<std::size_t>(view.size.width) * static_cast<std::size_t>(view.size.height);
  std::vector<std::uint8_t> bytes;
  bytes.reserve(count * kChannels);
  for (std::size_t i = 0; i < count; ++i)
    for (const int shift : {16, 8, 0}) bytes.push_back(static_cast<std::uint8_t>(view.pixels[i] >> shift));
  return bytes;
}

Outcome write_to(std::FILE* file, PixelView view) {
  Image image;
  image.width = static_cast<png_uint_32>(view.size.width);
  image.height = static_cast<png_uint_32>(view.size.height);
  image.format = PNG_FORMAT_RGB;
  if (png_image_write_to_stdio(&image, file, 0, bytes_of(view).data(), 0, nullptr) == 0)
    return Error{image.message};
  if (std::fflush(file) != 0) return Error{std::strerror(errno)};
  return Done{};
}

}  // namespace

Outcome write_png(const std::filesystem::path& path, PixelView view) {
  const std::filesystem::path unfinished = path.string() + ".part";
  {
    const File file(std::fopen(unfinished.c_str(), "wb"));
    if (!file) return failure("cannot write picture", path, std::strerror(errno));
    if (const Outcome written = write_to(file.get(), view); !written.ok()) {
      std::remove(unfinished.c_str());
      return failure("cannot write picture", path, written.error().message);
    }
  }
  std::error_code problem;
  std::filesystem::rename(unfinished, path, problem);
  if (!problem) return Done{};
  std::remove(unfinished.c_str());
  return failure("cannot write picture", path, problem.message());
}

Result<Picture> read_png(const std::filesystem::path& path) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return failure("cannot read picture", path, std::strerror(errno));
  Image image;
  if (png_image_begin_read_from_stdio(&image, file.get()) == 0)
    return failure("cannot read picture", path, image.message);
  const std::uint64_t count = std::uint64_t{image.width} * image.height;
  if (count > kMostPixels)
    return failure("cannot read picture", path, "it is larger than 64 million pixels; make it smaller");
  image.format = PNG_FORMAT_RGB;
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count) * kChannels);
  const png_color black{};
  if (png_image_finish_read(&image, &black, bytes.data(), 0, nullptr) == 0)
    return failure("cannot read picture", path, image.message);
  Picture picture{{static_cast<int>(image.width), static_cast<int>(image.height)}, {}};
  picture.pixels.reserve(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < bytes.size(); i += kChannels)
    picture.pixels.push_back(0xff000000U | std::uint32_t{bytes[i]} << 16 | std::uint32_t{bytes[i + 1]} << 8 |
                             bytes[i + 2]);
  return picture;
}

}  // namespace tertulia
