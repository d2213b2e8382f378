// SPDX-License-Identifier: Apache-2.0
// The tables of the device's database, as numbered migrations that only go forward. PRAGMA user_version holds
// the number of the last one that was made.
#pragma once

#include "drivers/sqlite/connection/database.h"

namespace tertulia::sqlite {

inline constexpr int kSchemaVersion = 8;

// Brings an empty or older database to `version`; each migration is one transaction. Errors: a newer version
// of the program wrote the database; disk.
Outcome migrate(Database& database, int version = kSchemaVersion);

}  // namespace tertulia::sqlite
