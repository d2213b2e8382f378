// SPDX-License-Identifier: Apache-2.0
// Times of events that were recorded before the clock was good. The boot clock counted on meanwhile: once the
// wall clock is good, what waits of the same boot gets the time that it really had, and its quality `rebased`
// says so. Never for feedback: it has no time but its session's, and nothing finer is kept of it. Inside a
// transaction of the caller. Rules: firmware/docs/wire.md, "Clock".
#pragma once

#include <cstdint>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/time.h"

namespace tertulia::sqlite {

struct RowKey {
  std::int64_t epoch = 0;  // number in table epochs
  std::uint64_t seq = 0;
};

// Nothing when the clock is good.
Outcome note_clock(Database& database, RowKey row, const Now& now);
// Nothing as long as it is not.
Outcome rebase_waiting(Database& database, const Now& now);

}  // namespace tertulia::sqlite
