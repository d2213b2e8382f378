// SPDX-License-Identifier: Apache-2.0
// Reading a file whole, but not without bound.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace tertulia::formats {

// The content of a file; of one that is larger than `most`, the first `most` + 1 bytes: the size tells. Takes
// only the memory that the content needs. None: it cannot be opened or read, a folder for example.
[[nodiscard]] std::optional<std::string> file_bytes(const std::filesystem::path& path, std::size_t most);

}  // namespace tertulia::formats
