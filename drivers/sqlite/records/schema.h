// SPDX-License-Identifier: Apache-2.0
// The tables of the appliance's database, as numbered migrations that only go forward. The number of the last
// one stands in PRAGMA user_version.
#pragma once

#include "drivers/sqlite/connection/database.h"

namespace tertulia::sqlite {

inline constexpr int kSchemaVersion = 6;

// Brings an empty or older database to `version`, each step in a transaction of its own. Errors: the database
// comes from a newer program; disk.
Outcome migrate(Database& database, int version = kSchemaVersion);

}  // namespace tertulia::sqlite
