// SPDX-License-Identifier: Apache-2.0
// Visit packs for the program: foreign files are read in a child process (import_main.cpp), and the last good
// pack stays.
#pragma once

#include <filesystem>
#include <string>

#include "firmware/domain/visit.h"

namespace tertulia {

// `tertulia import PACK`: becomes the reader, which prints the canonical pack. Returns only when that fails,
// with the exit code.
[[nodiscard]] int import_pack(const std::string& path);
// `tertulia check PACK`: says in words what was read. Returns the exit code.
[[nodiscard]] int check_pack(const std::string& path);

// The pack, or the last good one when it cannot be used. A good one is kept in the file `last_good`, and
// taken from there without reading anything foreign while neither the pack nor the reader has changed.
// Errors: neither can be used; says why the first one cannot.
[[nodiscard]] Result<VisitPack> load_pack(const std::filesystem::path& pack,
                                          const std::filesystem::path& last_good);

}  // namespace tertulia
