// SPDX-License-Identifier: Apache-2.0
// The tables of the hub's database and how an older file becomes a current one: numbered steps, forward only,
// each in a transaction, the number in `PRAGMA user_version`.
#pragma once

#include "firmware/domain/result.h"
#include "hub/sqlite.h"

namespace tertulia::hub {

[[nodiscard]] Outcome migrate(Sqlite& database);
// For readers: an error when the file is not of this program's version.
[[nodiscard]] Outcome check_version(const Sqlite& database);

}  // namespace tertulia::hub
