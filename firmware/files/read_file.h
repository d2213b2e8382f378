// SPDX-License-Identifier: Apache-2.0
// Reads a whole file, up to a limit. Any thread; no state. Blocks for the disk.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia {

// Who may have access to the file, by its permission bits. The open file is asked, not its name: nobody can
// exchange it between the check and the reading. Both checks also refuse what is no regular file.
enum class FilePrivacy {
  kNotChecked,
  kOwnerOnly,  // group and others have no right at all
  kMode0600,   // exactly: the owner reads and writes
};

struct ReadOptions {
  std::size_t most_bytes = 1U << 20U;  // a larger file is an error
  FilePrivacy privacy = FilePrivacy::kNotChecked;
  std::string_view cure = {};  // ends the sentence of an error: "make it with: tertulia-hub authority"
};

// Takes only the memory that the content needs. Errors: the file cannot be opened or read (a folder, for
// example); it is larger than `most_bytes`; its permissions. Each names the path, the reason and the cure,
// and none repeats anything of the content.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            const ReadOptions& options = {});

}  // namespace tertulia
