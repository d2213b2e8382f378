// SPDX-License-Identifier: Apache-2.0
// The closing slip of each room, kept up to date in the transactions that change it: the content of an answer
// is gone when the hub has it, its share in the sums stays. Inside a transaction of the caller.
#pragma once

#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/closing_slip.h"

namespace tertulia::sqlite {

// `content`: the SHA-256 of the answer, see wire/content.h.
Outcome add_submitted(Database& database, const std::string& room, const std::string& content);
// Those of `part`, a slip of the same room, have their receipts now.
Outcome add_receipted(Database& database, const ClosingSlip& part);
// The hub that had them was restored from a backup.
Outcome take_back_receipted(Database& database, const ClosingSlip& part);
[[nodiscard]] Result<std::vector<ClosingSlip>> read_slips(Database& database);  // in the order of the rooms

// From the submissions that are there. Those whose content is erased are counted, and counted as unknown.
Outcome rebuild_slips(Database& database);
// After that: one of the unknown is known all the same.
Outcome make_known(Database& database, const std::string& room, const std::string& content);

}  // namespace tertulia::sqlite
