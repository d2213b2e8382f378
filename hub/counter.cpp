// SPDX-License-Identifier: Apache-2.0
#include "hub/counter.h"

#include <algorithm>

namespace tertulia::hub {
namespace {

constexpr std::string_view kNextNumber =
    "INSERT INTO counter (name, value) VALUES (?1, ?2) "
    "ON CONFLICT (name) DO UPDATE SET value = max(value + 1, ?2) RETURNING value";

}  // namespace

Result<std::uint64_t> next_number(Sqlite& sqlite, std::string_view name, WallTime now) {
  TRY(auto next, sqlite.prepare(kNextNumber));
  const std::int64_t least = std::max<std::int64_t>(now.time_since_epoch().count(), 1);
  next.bind(1, name).bind(2, static_cast<std::uint64_t>(least));
  TRY([[maybe_unused]] const bool row, next.step());
  const std::uint64_t number = next.number(0);
  next.reset();
  return number;
}

}  // namespace tertulia::hub
