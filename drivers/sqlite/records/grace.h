// SPDX-License-Identifier: Apache-2.0
// Rows that the hub has taken over stay for the grace period, in the table `kept`. A hub that was restored
// from a backup gets them again. The outbox itself holds only what waits. Every function runs inside a
// transaction of the caller. Reasons: decision 050.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/event.h"
#include "firmware/domain/time.h"

namespace tertulia::sqlite {

// Moves the rows of the outbox with `where` into the grace period. `period` is the hour in which the hub took
// them over (periods.h).
Outcome move_to_grace(Database& database, std::int64_t period, const std::string& where,
                      const Values& values);

// Moves all of them back into the outbox. They wait for the hub again, and count so.
Outcome offer_again(Database& database);

// Erases some rows whose grace period is over, few enough for a short transaction. False: there is nothing
// left to do.
[[nodiscard]] Result<bool> purge_some(Database& database, Milliseconds grace, const Now& now);
Outcome purge_all(Database& database);
// Makes room: erases some of the oldest rows, of one kind or of any. False: there are none.
[[nodiscard]] Result<bool> purge_oldest(Database& database, std::optional<EventKind> kind);

}  // namespace tertulia::sqlite
