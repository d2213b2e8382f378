// SPDX-License-Identifier: Apache-2.0
// Writes small files that must survive a power cut: the old content or the new one, never half of either.
#pragma once

#include <filesystem>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia {

// Writes `{path}.new`, syncs it, renames it over `path` and syncs the folder; only the owner may read it.
// Blocks for the disk. Errors: name the path, what the system says, and what to check; `path` is as it was.
[[nodiscard]] Outcome replace_file(const std::filesystem::path& path, std::string_view content);

// Removes it, when it is there, and syncs the folder. Errors: as above.
[[nodiscard]] Outcome remove_file(const std::filesystem::path& path);

// Renames within a folder and syncs it: a power cut later cannot take the new name away, nor bring several
// renames to the disk in another order. Errors: name both paths and what to check.
[[nodiscard]] Outcome rename_file(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace tertulia
