// SPDX-License-Identifier: Apache-2.0
// Reads a stream of a compound file (MS-CFB), in which Microsoft Office until 2003 kept its documents, and
// later ones keep what a password protects.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"

namespace tertulia::formats {

[[nodiscard]] bool is_ole_file(std::string_view bytes);

// The names of its streams: "Workbook", "WordDocument", "EncryptedPackage". None where it is damaged.
[[nodiscard]] std::vector<std::string> ole_streams(std::string_view bytes);

// Errors: there is no such stream, or the file is damaged or cut off.
[[nodiscard]] Result<std::string> read_ole_stream(std::string_view bytes, std::string_view name);

}  // namespace tertulia::formats
