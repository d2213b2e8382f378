// SPDX-License-Identifier: Apache-2.0
// Tells a damaged WAL from one that a power cut has ended. SQLite reads a WAL up to the first frame that is
// not whole, and takes it for the trace of a power cut. But each commit is synced before the next one begins:
// when whole commits lie behind that frame, the disk has damaged what was safe on it.
#pragma once

#include <string>

namespace tertulia::sqlite {

// Call this before the database is opened: opening moves the WAL into the database. No WAL: nothing is lost.
[[nodiscard]] bool loses_commits(const std::string& wal_path);

}  // namespace tertulia::sqlite
