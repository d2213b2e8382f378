// SPDX-License-Identifier: Apache-2.0
// Reads a file in pieces: one that may be larger than the memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

#include "firmware/domain/result.h"

namespace tertulia {

// One thread. Blocks for the disk. A disk that fails is an error, never the end of the file: what was read
// so far is not the whole file.
class FilePieces {
 public:
  // Error: the file cannot be opened; the message names the path and the reason.
  [[nodiscard]] static Result<FilePieces> open(const std::filesystem::path& path);

  // `most` bytes; fewer only at the end of the file. Error: the file cannot be read, a folder for example.
  [[nodiscard]] Result<std::string> next(std::size_t most);
  [[nodiscard]] Result<bool> is_at_end();

 private:
  explicit FilePieces(const std::filesystem::path& path) : path_(path), file_(path, std::ios::binary) {}
  [[nodiscard]] Error unreadable() const;

  std::filesystem::path path_;
  std::ifstream file_;
};

}  // namespace tertulia
