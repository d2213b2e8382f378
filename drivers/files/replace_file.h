// SPDX-License-Identifier: Apache-2.0
// Writes small files that must survive a power cut: afterwards the file has the old content or the new one,
// never a part of either.
#pragma once

#include <filesystem>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia {

// Writes `{path}.new`, syncs it, renames it to `path` and syncs the folder. Only the owner may read the file.
// Blocks for the disk. Errors name the path, what the system says, and what to check; `path` is then
// unchanged.
[[nodiscard]] Outcome replace_file(const std::filesystem::path& path, std::string_view content);

// Removes the file if it exists, and syncs the folder. Errors: as above.
[[nodiscard]] Outcome remove_file(const std::filesystem::path& path);

// Renames a file within a folder and syncs the folder. A later power cut cannot undo the rename, nor change
// the order of several renames. Errors name both paths and what to check.
[[nodiscard]] Outcome rename_file(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace tertulia
