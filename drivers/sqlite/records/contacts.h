// SPDX-License-Identifier: Apache-2.0
// When contacts go from their file into the outbox, and which are there already.
#pragma once

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/submission.h"

namespace tertulia::sqlite {

// Whether at least kLeastThreshold people have submitted since the last time that it was so; it begins to
// count anew then. A transaction of its own.
[[nodiscard]] Result<bool> begins_crowd(Database& database);

// Whether the contact is in the outbox or in its grace period.
[[nodiscard]] Result<bool> is_sent(Database& database, const SubmissionId& contact);

}  // namespace tertulia::sqlite
