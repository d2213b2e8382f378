// SPDX-License-Identifier: Apache-2.0
// The folder that answers are exported to belongs to one store. An export takes the place of the one before,
// and never that of files which another device or a person put there.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"

namespace tertulia {

// In the folder: the mark of the store that it belongs to. Hidden, since people read the files beside it.
inline constexpr std::string_view kExportMark = ".tertulia-export";

// Call it before files are written whose names begin with one of `names` and a dot. A folder without a mark
// gets this one, if it has no such file. Errors: another mark; such a file; the disk. Nothing is changed
// then.
[[nodiscard]] Outcome claim_export_folder(const std::filesystem::path& folder, const std::string& mark,
                                          const std::vector<std::string>& names);

}  // namespace tertulia
