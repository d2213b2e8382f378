// SPDX-License-Identifier: Apache-2.0
// The tables of the hub's database and how an older one becomes a current one: numbered steps, forward only,
// in one transaction that no other program writes beside.
#pragma once

#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

[[nodiscard]] Outcome migrate(Sql& sql);
// For readers: an error when the database is not of this program's version.
[[nodiscard]] Outcome check_version(Sql& sql);

// What is written of a row; its key stands first.
[[nodiscard]] std::vector<std::string_view> feedback_columns();
[[nodiscard]] std::vector<std::string_view> event_columns();

}  // namespace tertulia::hub
