// SPDX-License-Identifier: Apache-2.0
#include "drivers/files/png.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

#include <zlib.h>

namespace tertulia {
namespace {

constexpr std::size_t kChannels = 3;

struct FileClose {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileClose>;

Error failure(const char* what, const std::filesystem::path& path, const std::string& reason) {
  return {std::string(what) + " " + path.string() + ": " + reason};
}

using Bytes = std::vector<std::uint8_t>;

void append(Bytes& into, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) into.push_back(static_cast<std::uint8_t>(number >> shift));
}

// A chunk of the PNG specification: length, type and data, check sum over the latter two.
void append_chunk(Bytes& into, std::string_view type, const Bytes& data) {
  append(into, static_cast<std::uint32_t>(data.size()));
  const auto begin = static_cast<std::ptrdiff_t>(into.size());
  into.insert(into.end(), type.begin(), type.end());
  into.insert(into.end(), data.begin(), data.end());
  append(into, static_cast<std::uint32_t>(
                   crc32(0, &*(into.begin() + begin), static_cast<uInt>(type.size() + data.size()))));
}

// Each row is preceded by its filter; none, see encoded().
Bytes rows_of(PixelView view) {
  const auto width = static_cast<std::size_t>(view.size.width);
  const auto height = static_cast<std::size_t>(view.size.height);
  Bytes rows;
  rows.reserve(height * (1 + width * kChannels));
  for (std::size_t y = 0; y < height; ++y) {
    rows.push_back(0);
    for (std::size_t x = 0; x < width; ++x)
      for (const unsigned shift : {16U, 8U, 0U})
        rows.push_back(static_cast<std::uint8_t>(view.pixels[y * width + x] >> shift));
  }
  return rows;
}

// Written here and not by libpng, whose short interface filters every row: screens are flat areas and
// letters, and unfiltered rows make them a quarter smaller.
Bytes encoded(PixelView view) {
  const Bytes rows = rows_of(view);
  uLongf size = compressBound(static_cast<uLong>(rows.size()));
  Bytes packed(size);
  if (compress2(packed.data(), &size, rows.data(), static_cast<uLong>(rows.size()), Z_BEST_COMPRESSION) !=
      Z_OK)
    return {};
  packed.resize(size);
  Bytes header;
  append(header, static_cast<std::uint32_t>(view.size.width));
  append(header, static_cast<std::uint32_t>(view.size.height));
  header.insert(header.end(), {8, 2, 0, 0, 0});  // 8 bits each of red, green, blue; not interlaced
  Bytes file{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  append_chunk(file, "IHDR", header);
  append_chunk(file, "IDAT", packed);
  append_chunk(file, "IEND", {});
  return file;
}

Outcome write_to(std::FILE* file, PixelView view) {
  if (view.size.width <= 0 || view.size.height <= 0) return Error{"it has no pixels"};
  const Bytes bytes = encoded(view);
  if (bytes.empty()) return Error{"there is not enough memory"};
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size() || std::fflush(file) != 0)
    return Error{std::strerror(errno)};
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

}  // namespace tertulia
