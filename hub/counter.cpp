// SPDX-License-Identifier: Apache-2.0
#include "hub/counter.h"

#include <algorithm>

namespace tertulia::hub {
namespace {

constexpr std::string_view kNextNumber =
    "INSERT INTO counter (name, value) VALUES (?1, ?2) "
    "ON CONFLICT (name) DO UPDATE SET value = max(value + 1, ?2) RETURNING value";
constexpr std::string_view kPutNumber =
    "INSERT INTO counter (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2";

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

Result<std::uint64_t> last_number(Sqlite& sqlite, std::string_view name) {
  TRY(auto query, sqlite.prepare("SELECT value FROM counter WHERE name = ?1"));
  TRY(const bool row, query.bind(1, name).step());
  return row ? query.number(0) : std::uint64_t{0};
}

Outcome set_last_number(Sqlite& sqlite, std::string_view name, std::uint64_t number) {
  TRY(auto put, sqlite.prepare(kPutNumber));
  return put.bind(1, name).bind(2, number).run();
}

}  // namespace tertulia::hub
