// SPDX-License-Identifier: Apache-2.0
// Which submissions are stored without their person having read so. A row in `meta` for each, written with
// the submission itself; inside a transaction of the caller where one is needed.
#pragma once

#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/submission.h"
#include "firmware/ports/store.h"

namespace tertulia::sqlite {

Outcome note_unthanked(Database& database, const SubmissionId& id);
Outcome forget_unthanked(Database& database, const SubmissionId& id);
[[nodiscard]] Result<std::vector<Unthanked>> read_unthanked(Database& database);

}  // namespace tertulia::sqlite
