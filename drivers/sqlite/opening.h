// SPDX-License-Identifier: Apache-2.0
// Opens the store's database, whatever lies at its path: nothing, a sound database, one of an older version,
// a copy that was restored, or a damaged file. The steps:
//
// 1. Finish a recovery that a power cut interrupted (recovery/damaged_files.h).
// 2. If the WAL is damaged before its last commit, copy the database and the WAL first.
// 3. Open the database and bring its tables up to date. Check the whole file when it was not closed cleanly,
//    when it is small, or when damage was met before.
// 4. If it is damaged, build a new one from what can be read, and set the damaged one aside.
// 5. Go on with the numbering of events. Begin a new epoch if the database is new, was replaced by another
//    file, or has lost something (recovery/lineage.h).
// 6. Put answers whose outbox row was lost in the damage into the outbox again.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "drivers/sqlite/sqlite_store.h"

namespace tertulia::sqlite {

struct Opening {
  std::unique_ptr<Database> database;
  Numbering numbering;
  std::vector<std::string> notices;  // sentences for the log and the status screen: what was found and done
};

// Errors: a newer version wrote the file; no permission; disk.
[[nodiscard]] Result<Opening> open_or_recover(const std::string& path, const StoreOptions& options);

// Writes a new random token into the database and into the file beside it. From then on a restored
// copy of one does not match the other, so the restore is detected.
Outcome renew_token(Database& database, const std::string& epoch, Device& random);

}  // namespace tertulia::sqlite
