// SPDX-License-Identifier: Apache-2.0
// Numbers that only rise, by name, in the table counter.
#pragma once

#include <cstdint>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

inline constexpr std::string_view kCommits = "commit";
inline constexpr std::string_view kCommands = "order";

// Higher than every number before. It also rises with the clock, so that a hub restored from a backup does
// not repeat numbers that devices have heard.
[[nodiscard]] Result<std::uint64_t> next_number(Sql& sql, std::string_view name, WallTime now);
// 0: none was given yet.
[[nodiscard]] Result<std::uint64_t> last_number(Sql& sql, std::string_view name);
[[nodiscard]] Outcome set_last_number(Sql& sql, std::string_view name, std::uint64_t number);

}  // namespace tertulia::hub
