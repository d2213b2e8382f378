// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/grace.h"

#include "drivers/sqlite/records/periods.h"
#include "drivers/sqlite/records/submissions.h"

namespace tertulia::sqlite {
namespace {

constexpr std::int64_t kBatch = 200;  // rows: a person who taps does not wait for more

// The first rows with `where`, which has no values but ?1: their bodies, and the answers that they are of.
Result<std::int64_t> erase_first(Database& database, const std::string& where, const Value& value) {
  const std::string rows = "(SELECT period, epoch, seq FROM kept WHERE " + where +
                           " ORDER BY period, epoch, seq LIMIT " + std::to_string(kBatch) + ")";
  TRY_DONE(database.run(
      "UPDATE submissions SET answers = '{}' WHERE acknowledged = 1 AND id IN (SELECT event_id FROM kept "
      "WHERE (period, epoch, seq) IN " +
          rows + ")",
      {value}));
  TRY_DONE(database.run("DELETE FROM kept WHERE (period, epoch, seq) IN " + rows, {value}));
  return database.number("SELECT changes()");
}

}  // namespace

Outcome move_to_grace(Database& database, std::int64_t period, const std::string& where,
                      const Values& values) {
  TRY_DONE(database.run("INSERT INTO kept SELECT " + std::to_string(period) +
                            ", epoch, seq, kind, event_id, body, content FROM outbox WHERE " + where,
                        values));
  return database.run("DELETE FROM outbox WHERE " + where, values);
}

Outcome offer_again(Database& database) {
  TRY_DONE(take_back_receipts(database));
  TRY_DONE(database.run(
      "INSERT INTO outbox SELECT epoch, seq, kind, event_id, body, 'stored', '', content FROM kept"));
  TRY_DONE(database.run("DELETE FROM kept"));
  return database.run("DELETE FROM periods");
}

Result<bool> purge_some(Database& database, Milliseconds grace, const Now& now) {
  TRY(const auto over, periods_older_than(database, grace, now));
  for (const std::int64_t period : over) {
    TRY(const std::int64_t erased, erase_first(database, "period = ?1", period));
    if (erased > 0) return true;
    TRY_DONE(forget_period(database, period));
  }
  return false;
}

Outcome purge_all(Database& database) {
  for (std::int64_t erased = 1; erased > 0;) {
    TRY(erased, erase_first(database, "period > ?1", std::int64_t{-1}));
  }
  return database.run("DELETE FROM periods");
}

Result<bool> purge_oldest(Database& database, std::optional<EventKind> kind) {
  if (kind) {
    TRY(const std::int64_t some,
        database.number("SELECT rows FROM kept_usage WHERE kind = ?1", {to_text(*kind)}));
    if (some == 0) return false;  // without a look at all rows of other kinds
  }
  TRY(const std::int64_t erased, kind ? erase_first(database, "kind = ?1", to_text(*kind))
                                      : erase_first(database, "period > ?1", std::int64_t{-1}));
  return erased > 0;
}

}  // namespace tertulia::sqlite
