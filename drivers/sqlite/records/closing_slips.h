// SPDX-License-Identifier: Apache-2.0
// The closing slip of each room (firmware/domain/closing_slip.h): how many answers were submitted, how many
// the hub has receipted, and for both the sum of the answers' hashes. The table `slips` holds one row for
// each room. It changes in the same transaction as the answers do, because a hash cannot be computed any more
// once the content of its answer is erased. Every function runs inside a transaction of the caller.
#pragma once

#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/closing_slip.h"

namespace tertulia::sqlite {

// One more answer was submitted. `content` is the SHA-256 of the answer, see wire/content.h.
Outcome add_submitted(Database& database, const std::string& room, const std::string& content);
// Adds the receipted count and sum in `part` to the slip of its room.
Outcome add_receipted(Database& database, const ClosingSlip& part);
// Subtracts them again: a hub that was restored from a backup no longer holds those answers.
Outcome take_back_receipted(Database& database, const ClosingSlip& part);
[[nodiscard]] Result<std::vector<ClosingSlip>> read_slips(Database& database);  // in the order of the rooms

// After a recovery: computes all slips from the submissions in the database. An answer whose content is
// erased or cannot be read is counted, but its hash is missing in the sums; the slip also counts it in
// `unknown`.
Outcome rebuild_slips(Database& database);
// Adds the hash of one unknown answer whose content was found in the grace period. Call it after
// rebuild_slips().
Outcome make_known(Database& database, const std::string& room, const std::string& content);

}  // namespace tertulia::sqlite
