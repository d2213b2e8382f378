// SPDX-License-Identifier: Apache-2.0
// Numbers that only rise, by name, in the table meta. See Store::raise_mark.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "drivers/sqlite/connection/database.h"

namespace tertulia::sqlite {

// False when a higher number stands there already.
[[nodiscard]] Result<bool> raise_mark(Database& database, const std::string& name, std::uint64_t number);
[[nodiscard]] Result<std::map<std::string, std::uint64_t>> marks(Database& database);

}  // namespace tertulia::sqlite
