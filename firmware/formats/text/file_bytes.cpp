// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/file_bytes.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace tertulia::formats {

std::optional<std::string> file_bytes(const std::filesystem::path& path, std::size_t most) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  std::array<char, 16384> block{};
  while (file && bytes.size() <= most) {
    const std::size_t room = std::min(block.size(), most + 1 - bytes.size());
    file.read(block.data(), static_cast<std::streamsize>(room));
    bytes.append(block.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (!file.is_open() || file.bad()) return std::nullopt;
  return bytes;
}

}  // namespace tertulia::formats
