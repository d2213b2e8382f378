// SPDX-License-Identifier: Apache-2.0
// Reads a whole ZIP archive from memory within limits: no bombs, no paths that leave the archive, nothing
// encrypted. Deflated and stored members.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "firmware/domain/result.h"

struct zip;  // libzip's own name

namespace tertulia::formats {

struct ZipLimits {
  std::uint64_t total_bytes = 64ULL << 20U;  // unzipped, over all members
  std::uint64_t ratio = 200;                 // unzipped to zipped, of members over a MiB
  std::uint64_t members = 2000;
};

using FileMap = std::map<std::string, std::string>;  // name to bytes

// Some members of an archive, one by one: a workbook has many that nobody needs. The bytes must outlive it.
class ZipMembers {
 public:
  [[nodiscard]] static Result<ZipMembers> open(std::string_view bytes, const ZipLimits& limits = {});

  [[nodiscard]] bool has(const std::string& name) const;
  // What is read counts together against the limit. Errors name the member.
  [[nodiscard]] Result<std::string> read(const std::string& name);

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };
  using Archive = std::unique_ptr<zip, Discard>;
  ZipMembers(Archive archive, const ZipLimits& limits) : archive_(std::move(archive)), limits_(limits) {}

  Archive archive_;
  ZipLimits limits_;
  std::uint64_t used_ = 0;
};

// Folders are left out. Errors name the member and the limit.
[[nodiscard]] Result<FileMap> read_zip(std::string_view bytes, const ZipLimits& limits = {});

// Relative, with '/' only, without "." or "..", UTF-8, at most 200 bytes.
[[nodiscard]] bool is_safe_path(std::string_view path);

}  // namespace tertulia::formats
