// SPDX-License-Identifier: Apache-2.0
// Visit packs for the program: foreign files are read in a child process, and the last good pack stays.
#pragma once

#include <filesystem>
#include <string>

#include "firmware/domain/visit.h"

namespace tertulia {

// `tertulia import PACK`, the child: prints the canonical pack and ends the process.
[[noreturn]] void import_pack(const std::string& path);
// `tertulia check PACK`: says in words what was read. Returns the exit code.
[[nodiscard]] int check_pack(const std::string& path);

// The pack, or the last good one when it cannot be used; a good one is kept in the file `last_good` for that
// day. Errors: neither can be used; says why the first one cannot.
[[nodiscard]] Result<VisitPack> load_pack(const std::filesystem::path& pack,
                                          const std::filesystem::path& last_good);

}  // namespace tertulia
