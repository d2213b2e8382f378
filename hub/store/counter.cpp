// SPDX-License-Identifier: Apache-2.0
#include "hub/store/counter.h"

#include <algorithm>

namespace tertulia::hub {
namespace {

constexpr std::string_view kNextNumber =
    "INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE "
    "SET value = CASE WHEN counter.value >= $2 THEN counter.value + 1 ELSE $2 END RETURNING value";
constexpr std::string_view kPutNumber =
    "INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2";

}  // namespace

Result<std::uint64_t> next_number(Sql& sql, std::string_view name, WallTime now) {
  const std::int64_t least = std::max<std::int64_t>(now.time_since_epoch().count(), 1);
  return number_of(sql, kNextNumber, {name, static_cast<std::uint64_t>(least)});
}

Result<std::uint64_t> last_number(Sql& sql, std::string_view name) {
  return number_of(sql, "SELECT value FROM counter WHERE name = $1", {name});
}

Outcome set_last_number(Sql& sql, std::string_view name, std::uint64_t number) {
  return sql.post(kPutNumber, {name, number});
}

}  // namespace tertulia::hub
