// SPDX-License-Identifier: Apache-2.0
// The table `unconfirmed`: the keys of rows that came from a file which no device has signed. They count, and
// give way as soon as a device says something else under the same key. Of an answer it holds the id alone.
#pragma once

#include <span>
#include <vector>

#include "firmware/domain/result.h"
#include "hub/arrival/arrival.h"
#include "hub/store/database.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

// Inside a transaction of the caller, before the batch of a device is stored: takes the unconfirmed rows
// under its keys away, with the block that an answer was shown in. An answer or contact that is the same
// stays where it is, and is confirmed. So does a contact that was erased.
[[nodiscard]] Outcome give_way(Sql& sql, std::span<const Arrival> batch);

// Inside the transaction that stored a batch nobody vouches for: notes which of its rows are new.
[[nodiscard]] Outcome note_unconfirmed(Sql& sql, std::span<const Arrival> batch,
                                       const std::vector<SaveResult>& results);

}  // namespace tertulia::hub
