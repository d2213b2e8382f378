// SPDX-License-Identifier: Apache-2.0
// The files around a damaged database NAME. It becomes a sound one in three steps, so that a power cut in any
// of them loses nothing:
//
// 1. What can be read is written to NAME.recovering (salvage.h).
// 2. NAME.recovering is renamed to NAME.recovered: it is complete.
// 3. NAME is set aside as NAME.corrupt-<n>, and NAME.recovered takes its place.
//
// Each name is safe on the disk before the next one changes. Files that were set aside are never deleted.
#pragma once

#include <string>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/result.h"

namespace tertulia::sqlite {

// A file beside NAME. It tells the next opening that damage was met, so that it checks the whole database.
[[nodiscard]] std::string suspect_path(const std::string& path);
[[nodiscard]] std::string recovering_path(const std::string& path);
// For whoever opens NAME: says that a restart recovers it, and writes that file. On a disk that fails it is
// not written; then the damage is met again at the next start.
[[nodiscard]] DamageRule rule_of_recovery(const std::string& path);

// Step 2. NAME.recovering must be closed.
Outcome complete_recovery(const std::string& path);

// Step 3, when there is a NAME.recovered: NAME, NAME-wal and NAME-shm become NAME.corrupt-<n>... Returns the
// name of what was set aside; empty when there was nothing to do.
[[nodiscard]] Result<std::string> replace_by_recovered(const std::string& path);

// Copies NAME and NAME-wal to NAME.corrupt-<n>...; NAME stays. Returns the name of the copy.
[[nodiscard]] Result<std::string> copy_aside(const std::string& path);

}  // namespace tertulia::sqlite
