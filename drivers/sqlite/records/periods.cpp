// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/periods.h"

#include <algorithm>

namespace tertulia::sqlite {
namespace {

Milliseconds boot_of(const Now& now) { return std::chrono::floor<Milliseconds>(now.boot); }

Result<std::vector<Period>> select_periods(Database& database, const std::string& order) {
  TRY(auto rows, database.query("SELECT number, boot_id, boot, wall, known FROM periods ORDER BY " + order));
  std::vector<Period> found;
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return found;
    found.push_back({rows.number(0), rows.text(1), Milliseconds(rows.number(2)),
                     WallTime(Milliseconds(rows.number(3))), static_cast<WallKnown>(rows.number(4))});
  }
}

Outcome write(Database& database, const Period& period) {
  return database.run(
      "INSERT OR REPLACE INTO periods VALUES (?1, ?2, ?3, ?4, ?5)",
      {period.number, period.boot_id, std::int64_t{period.boot.count()},
       std::int64_t{period.wall.time_since_epoch().count()}, std::int64_t{static_cast<int>(period.known)}});
}

// That ends at `end` of the boot clock that now shows.
Period ending_at(Milliseconds end, std::int64_t number, const Now& now) {
  const auto known = is_good(now.quality) ? WallKnown::kWell : WallKnown::kNot;
  return {number, now.boot_id, end, now.wall + (end - boot_of(now)), known};
}

std::optional<Milliseconds> wall_age_of(const Period& period, const Now& now) {
  if (period.known == WallKnown::kNot || !is_good(now.quality)) return std::nullopt;
  const Milliseconds age = now.wall - period.wall;
  return age < -kPeriod ? std::nullopt : std::optional(age);
}

// What should be known of it from now on.
Period learned(const Period& period, const Now& now) {
  if (period.boot_id == now.boot_id) {
    const bool can_learn = period.known == WallKnown::kNot && is_good(now.quality);
    return can_learn ? ending_at(period.boot, period.number, now) : period;
  }
  if (wall_age_of(period, now)) return period;
  // The network may set the clock a little later in this boot; until then it counts anew.
  if (period.known != WallKnown::kNot && !is_good(now.quality))
    return {period.number, now.boot_id, boot_of(now), period.wall, WallKnown::kOlder};
  return ending_at(boot_of(now), period.number, now);
}

}  // namespace

std::optional<Milliseconds> age_of(const Period& period, const Now& now) {
  const auto by_wall = wall_age_of(period, now);
  if (period.boot_id != now.boot_id) return by_wall;
  const Milliseconds by_boot = boot_of(now) - period.boot;
  return period.known == WallKnown::kOlder && by_wall ? std::max(by_boot, *by_wall) : by_boot;
}

Result<std::int64_t> current_period(Database& database, const Now& now) {
  TRY(const auto last, select_periods(database, "number DESC LIMIT 1"));
  if (!last.empty() && last.front().boot_id == now.boot_id && last.front().known != WallKnown::kOlder &&
      boot_of(now) <= last.front().boot)
    return last.front().number;
  const Milliseconds end = (boot_of(now) / kPeriod + 1) * kPeriod;
  const Period begun = ending_at(end, last.empty() ? 1 : last.front().number + 1, now);
  TRY_DONE(write(database, begun));
  return begun.number;
}

Result<std::vector<std::int64_t>> periods_older_than(Database& database, Milliseconds grace, const Now& now) {
  TRY(const auto all, select_periods(database, "number"));
  std::vector<std::int64_t> older;
  for (const Period& period : all) {
    const Period known = learned(period, now);
    if (known != period) TRY_DONE(write(database, known));
    if (*age_of(known, now) >= grace) older.push_back(period.number);
  }
  return older;
}

Outcome forget_period(Database& database, std::int64_t number) {
  return database.run("DELETE FROM periods WHERE number = ?1", {number});
}

}  // namespace tertulia::sqlite
