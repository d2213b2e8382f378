// SPDX-License-Identifier: Apache-2.0
// Reads a file in pieces: one that may be larger than the memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/files/descriptor.h"
#include "firmware/files/folder.h"

namespace tertulia {

// One thread. Blocks for the disk. A disk that fails is an error, never the end of the file: what was read
// so far is not the whole file.
class FilePieces {
 public:
  // Error: the file cannot be opened, or is none: a folder, a device, a pipe, for which it would wait without
  // an end. The message names the path and the reason. Of what others gave us, also when it is a link.
  [[nodiscard]] static Result<FilePieces> open(const std::filesystem::path& path,
                                               Links links = Links::kFollowed);

  // `most` bytes; fewer only at the end of the file. Error: the file cannot be read.
  [[nodiscard]] Result<std::string> next(std::size_t most);
  [[nodiscard]] Result<bool> is_at_end();

 private:
  FilePieces(std::filesystem::path path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}
  [[nodiscard]] Error unreadable() const;
  // Reads until `ahead_` has so many bytes, or all that are left.
  [[nodiscard]] Outcome read_ahead(std::size_t most);

  std::filesystem::path path_;
  Descriptor file_;
  std::string ahead_;  // read and not handed out yet
};

}  // namespace tertulia
