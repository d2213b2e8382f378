// SPDX-License-Identifier: Apache-2.0
// Looks where the answers are; see Holdings. Reads only.
#pragma once

#include "drivers/sqlite/database.h"
#include "firmware/ports/store.h"

namespace tertulia::sqlite {

[[nodiscard]] Result<Holdings> read_holdings(Database& database);

}  // namespace tertulia::sqlite
