// SPDX-License-Identifier: Apache-2.0
// Reads a whole ZIP archive from memory within limits: no bombs, no paths that leave the archive, nothing
// encrypted. Deflated and stored members.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::formats {

struct ZipLimits {
  std::uint64_t total_bytes = 64ULL << 20U;  // unzipped, over all members
  std::uint64_t ratio = 200;                 // unzipped to zipped, of members over a MiB
  std::uint64_t members = 2000;
};

using FileMap = std::map<std::string, std::string>;  // name to bytes

// Folders are left out. Errors name the member and the limit.
[[nodiscard]] Result<FileMap> read_zip(std::string_view bytes, const ZipLimits& limits = {});

// Relative, with '/' only, without "." or "..", UTF-8, at most 200 bytes.
[[nodiscard]] bool is_safe_path(std::string_view path);

}  // namespace tertulia::formats
