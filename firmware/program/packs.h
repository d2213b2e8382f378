// SPDX-License-Identifier: Apache-2.0
// Reads visit packs. Foreign files are parsed in a child process (import_main.cpp), and the last good pack
// stays.
#pragma once

#include <filesystem>
#include <string>

#include "firmware/domain/visit.h"

namespace tertulia {

// The command `tertulia import PACK`: becomes tertulia-import, which prints the canonical pack. Returns only
// when that fails, with the exit code.
[[nodiscard]] int import_pack(const std::string& path);
// The command `tertulia check PACK`: says in words what was read and what is wrong. Returns the exit code.
[[nodiscard]] int check_pack(const std::string& path);

// Returns the pack, or the last good one when the pack cannot be used. Stores a good pack in the file
// `last_good`. While neither the pack nor tertulia-import has changed, it reads that file and no foreign one.
// Errors: neither can be used; says why the pack cannot.
[[nodiscard]] Result<VisitPack> load_pack(const std::filesystem::path& pack,
                                          const std::filesystem::path& last_good);

}  // namespace tertulia
