// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/rebasing.h"

#include <string>
#include <vector>

#include "firmware/wire/envelope.h"

namespace tertulia::sqlite {
namespace {

std::int64_t milliseconds(BootTime boot) { return std::chrono::floor<Milliseconds>(boot).count(); }

struct Unsynced {
  RowKey row;
  std::int64_t boot = 0;  // milliseconds
  std::string body;
};

Result<std::vector<Unsynced>> of_this_boot(Database& database, const std::string& boot_id) {
  TRY(auto rows, database.query("SELECT epoch, seq, unsynced.boot, body FROM unsynced JOIN outbox "
                                "USING (epoch, seq) WHERE boot_id = ?1",
                                {boot_id}));
  std::vector<Unsynced> found;
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return found;
    found.push_back({{rows.number(0), rows.count(1)}, rows.number(2), rows.text(3)});
  }
}

// Both of its times move by the same.
Result<std::string> rebased(const Unsynced& event, const Now& now) {
  TRY(wire::Envelope envelope, wire::from_stored(event.body));
  TRY(const WallTime said, wall_from_rfc3339(envelope.recorded_time));
  TRY(const WallTime label, wall_from_rfc3339(envelope.time));
  const WallTime truly = now.wall - Milliseconds(milliseconds(now.boot) - event.boot);
  envelope.recorded_time = to_rfc3339(truly);
  envelope.time = to_rfc3339(label + (truly - said));
  envelope.quality = ClockQuality::kRebased;
  return wire::to_structured(envelope);
}

}  // namespace

Outcome note_clock(Database& database, RowKey row, const Now& now) {
  if (is_good(now.quality)) return Done{};
  return database.run("INSERT INTO unsynced VALUES (?1, ?2, ?3, ?4)",
                      {row.epoch, integer(row.seq), now.boot_id, milliseconds(now.boot)});
}

Outcome rebase_waiting(Database& database, const Now& now) {
  if (!is_good(now.quality)) return Done{};
  TRY(const std::int64_t some, database.number("SELECT EXISTS (SELECT 1 FROM unsynced)"));
  if (some == 0) return Done{};
  TRY(const auto events, of_this_boot(database, now.boot_id));
  for (const Unsynced& event : events) {
    const auto body = rebased(event, now);
    if (!body.ok()) continue;  // not an event: nothing to put right
    TRY_DONE(database.run("UPDATE outbox SET body = ?3 WHERE epoch = ?1 AND seq = ?2",
                          {event.row.epoch, integer(event.row.seq), body.value()}));
  }
  return database.run("DELETE FROM unsynced");  // those of earlier boots can be told by nobody any more
}

}  // namespace tertulia::sqlite
