// SPDX-License-Identifier: Apache-2.0
// Corrects the times of events that were recorded before the wall clock was good. The boot clock was right
// all the time: once the wall clock is good, waiting events of the same boot get the time that they really
// had, and their clock quality becomes `rebased`. Feedback is left out: it has no time but the start of its
// session. Every function runs inside a transaction of the caller. Rules: firmware/docs/wire.md, "Clock".
#pragma once

#include <cstdint>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/time.h"

namespace tertulia::sqlite {

struct RowKey {
  std::int64_t epoch = 0;  // number in table epochs
  std::uint64_t seq = 0;
};

// Notes the boot time of a row that was recorded now. Does nothing when the wall clock is good.
Outcome note_clock(Database& database, RowKey row, const Now& now);
// Corrects what can be corrected. Does nothing as long as the wall clock is not good.
Outcome rebase_waiting(Database& database, const Now& now);

}  // namespace tertulia::sqlite
