// SPDX-License-Identifier: Apache-2.0
// How many answers and events there are, and where. Reads only.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "drivers/sqlite/connection/database.h"
#include "firmware/ports/store.h"

namespace tertulia::sqlite {

// From counters that are kept up to date: asked for after every tap.
[[nodiscard]] Result<StoreCounts> read_counts(Database& database);
// By counting the rows: asked for while the status screen is shown.
[[nodiscard]] Result<StoreInventory> read_inventory(Database& database);
// How many events of the outbox are parked, by the reason in words.
[[nodiscard]] Result<std::map<std::string, std::uint64_t>> parked_reasons(Database& database);

}  // namespace tertulia::sqlite
