// SPDX-License-Identifier: Apache-2.0
// Whether files are still what they were, told without reading them.
#pragma once

#include <filesystem>
#include <string>

namespace tertulia {

// Name, kind, inode, size and times of change of a file, or of everything in a folder; empty when it is not
// there. Equal text: nothing was written there in between. Links are not followed. Reads no content, so that
// it is safe on foreign files.
[[nodiscard]] std::string appearance_of(const std::filesystem::path& path);

}  // namespace tertulia
