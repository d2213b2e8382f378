// SPDX-License-Identifier: Apache-2.0
// Looks where the answers are; see StoreInventory. Reads only.
#pragma once

#include "drivers/sqlite/connection/database.h"
#include "firmware/ports/store.h"

namespace tertulia::sqlite {

[[nodiscard]] Result<StoreInventory> read_inventory(Database& database);

}  // namespace tertulia::sqlite
