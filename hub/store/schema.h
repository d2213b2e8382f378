// SPDX-License-Identifier: Apache-2.0
// The tables of the hub's database, as numbered migrations that only go forward. All that are missing are
// made in one transaction; no other program writes meanwhile.
#pragma once

#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

[[nodiscard]] Outcome migrate(Sql& sql);
// For programs that only read. Errors: the tables are not of this program's version.
[[nodiscard]] Outcome check_version(Sql& sql);

// The columns of the tables `feedback` and `event` in the order in which rows are written; the key comes
// first.
[[nodiscard]] std::vector<std::string_view> feedback_columns();
[[nodiscard]] std::vector<std::string_view> event_columns();

}  // namespace tertulia::hub
