// SPDX-License-Identifier: Apache-2.0
// SQLite reads a WAL up to the first frame that is not whole and takes the rest for the trace of a power cut.
// When whole commits lie behind it, it was no power cut: each commit is synced before the next one begins.
#pragma once

#include <string>

namespace tertulia::sqlite {

// Before the database is opened, which empties its WAL. No WAL: nothing is lost.
[[nodiscard]] bool loses_commits(const std::string& wal_path);

}  // namespace tertulia::sqlite
