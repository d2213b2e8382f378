// SPDX-License-Identifier: Apache-2.0
// The table `counter`: numbers that only rise, by name.
#pragma once

#include <cstdint>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

inline constexpr std::string_view kCommits = "commit";
inline constexpr std::string_view kCommands = "order";

// Returns a number that is higher than all before. It is at least the time in milliseconds, so that a hub
// that was restored from a backup does not repeat numbers that devices have heard.
[[nodiscard]] Result<std::uint64_t> next_number(Sql& sql, std::string_view name, WallTime now);
// 0: no number was given yet.
[[nodiscard]] Result<std::uint64_t> last_number(Sql& sql, std::string_view name);
[[nodiscard]] Outcome set_last_number(Sql& sql, std::string_view name, std::uint64_t number);

}  // namespace tertulia::hub
