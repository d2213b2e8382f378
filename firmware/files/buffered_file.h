// SPDX-License-Identifier: Apache-2.0
// A file that is written in many small pieces and replaced as a whole, with its digest. In memory is a buffer
// of fixed size. One thread; blocks for the disk.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "firmware/domain/digest.h"
#include "firmware/domain/result.h"
#include "firmware/files/replace_file.h"

namespace tertulia {

struct WrittenFile {
  std::filesystem::path path;
  std::string digest;  // SHA-256, hexadecimal
};

class BufferedFile {
 public:
  [[nodiscard]] static Result<BufferedFile> begin(const std::filesystem::path& path);

  [[nodiscard]] Outcome add(std::string_view bytes);
  // When it is on the disk. The last call.
  [[nodiscard]] Result<WrittenFile> commit();

 private:
  static constexpr std::size_t kBuffer = 64U << 10U;

  explicit BufferedFile(FileReplacement file) : file_(std::move(file)), digest_(std::make_unique<Sha256>()) {}
  Outcome write_out();

  FileReplacement file_;
  std::unique_ptr<Sha256> digest_;
  std::string buffer_;
};

}  // namespace tertulia
