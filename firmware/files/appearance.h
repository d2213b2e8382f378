// SPDX-License-Identifier: Apache-2.0
// Says whether files have changed, without reading them.
#pragma once

#include <filesystem>
#include <string>

namespace tertulia {

// Name, kind, inode, size and times of change of a file, or of everything in a folder; empty when it does not
// exist. Equal texts mean that nothing was written in between. Links are not followed. Reads no content, so
// it is safe on foreign files.
[[nodiscard]] std::string appearance_of(const std::filesystem::path& path);

}  // namespace tertulia
