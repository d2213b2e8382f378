// SPDX-License-Identifier: Apache-2.0
// What the hub has taken over stays for a grace period, in a table of its own: a hub that was restored from a
// backup can be given it again, and the outbox holds what waits and nothing else. Inside a transaction of the
// caller. Why so: decision 050.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/event.h"
#include "firmware/domain/time.h"

namespace tertulia::sqlite {

// Rows of the outbox with `where` are kept from now on, in the period `period`.
Outcome keep(Database& database, std::int64_t period, const std::string& where, const Values& values);

// Everything that is kept waits for the hub again, and counts as waiting.
Outcome offer_again(Database& database);

// Erases some of what has been kept for `grace`: a small transaction each. False: nothing is left to do.
[[nodiscard]] Result<bool> purge_some(Database& database, Milliseconds grace, const Now& now);
Outcome purge_all(Database& database);
// Makes room: erases some of the oldest, of one kind or of any. False: nothing is kept.
[[nodiscard]] Result<bool> purge_oldest(Database& database, std::optional<EventKind> kind);

}  // namespace tertulia::sqlite
