// SPDX-License-Identifier: Apache-2.0
// Looks where the answers are; see StoreInventory. Reads only.
#pragma once

#include "drivers/sqlite/connection/database.h"
#include "firmware/ports/store.h"

namespace tertulia::sqlite {

// How many events of the outbox are parked, by the reason in words.
[[nodiscard]] Result<std::map<std::string, std::uint64_t>> parked_reasons(Database& database);

[[nodiscard]] Result<StoreInventory> read_inventory(Database& database);

}  // namespace tertulia::sqlite
