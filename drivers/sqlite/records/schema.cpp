// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/schema.h"

#include <array>
#include <vector>

#include "drivers/sqlite/records/closing_slips.h"
#include "firmware/domain/digest.h"
#include "firmware/wire/envelope.h"

namespace tertulia::sqlite {
namespace {

// Submissions have no rowid: they lie in the order of their random ids, so the file does not tell in which
// order people answered. `label` is the time rounded to the session; nothing finer is kept.
constexpr const char* kTables = R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE epochs (number INTEGER PRIMARY KEY, epoch TEXT NOT NULL UNIQUE, last_seq INTEGER NOT NULL);
CREATE TABLE submissions (
  id TEXT PRIMARY KEY, room TEXT NOT NULL, session TEXT NOT NULL, form TEXT NOT NULL, form_hash TEXT NOT NULL,
  language TEXT NOT NULL, state TEXT NOT NULL, label INTEGER NOT NULL, acknowledged INTEGER NOT NULL,
  answers TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE outbox (
  epoch INTEGER NOT NULL REFERENCES epochs(number), seq INTEGER NOT NULL, kind TEXT NOT NULL,
  event_id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (epoch, seq)
) WITHOUT ROWID;
CREATE TABLE timers (room TEXT PRIMARY KEY, anchor TEXT NOT NULL) WITHOUT ROWID;
)";

// Counts and budgets are asked for at every tap: they are kept, not counted.
constexpr const char* kCounters = R"(
CREATE TABLE usage (kind TEXT PRIMARY KEY, rows INTEGER NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO usage SELECT kind, count(*), sum(length(CAST(body AS BLOB))) FROM outbox GROUP BY kind;
CREATE TRIGGER outbox_grows AFTER INSERT ON outbox BEGIN
  INSERT INTO usage VALUES (new.kind, 1, length(CAST(new.body AS BLOB))) ON CONFLICT (kind) DO UPDATE
    SET rows = rows + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER outbox_shrinks AFTER DELETE ON outbox BEGIN
  UPDATE usage SET rows = rows - 1, bytes = bytes - length(CAST(old.body AS BLOB)) WHERE kind = old.kind;
END;
CREATE INDEX outbox_by_kind ON outbox (kind, epoch, seq);
CREATE INDEX outbox_parked ON outbox (event_id) WHERE state = 'parked';
CREATE TABLE tally (session TEXT PRIMARY KEY, submitted INTEGER NOT NULL, acknowledged INTEGER NOT NULL)
  WITHOUT ROWID;
INSERT INTO tally SELECT session, count(*), sum(acknowledged) FROM submissions WHERE state = 'submitted'
  GROUP BY session;
CREATE INDEX submissions_open ON submissions (id) WHERE state = 'open';
)";

// The closing slips; see closing_slips.h. Sums of hashes as hexadecimal digits.
constexpr const char* kSlipTable = R"(
CREATE TABLE slips (room TEXT PRIMARY KEY, submitted INTEGER NOT NULL, receipted INTEGER NOT NULL,
  submitted_sum TEXT NOT NULL, receipted_sum TEXT NOT NULL, unknown INTEGER NOT NULL) WITHOUT ROWID;
)";

// What is needed to put the times of events right; see rebasing.h. `boot` in milliseconds.
constexpr const char* kClocks = R"(
CREATE TABLE unsynced (epoch INTEGER NOT NULL, seq INTEGER NOT NULL, boot_id TEXT NOT NULL,
  boot INTEGER NOT NULL, PRIMARY KEY (epoch, seq)) WITHOUT ROWID;
CREATE TRIGGER outbox_forgets AFTER DELETE ON outbox BEGIN
  DELETE FROM unsynced WHERE epoch = old.epoch AND seq = old.seq;
END;
CREATE TRIGGER outbox_changes AFTER UPDATE OF body ON outbox BEGIN
  UPDATE usage SET bytes = bytes - length(CAST(old.body AS BLOB)) + length(CAST(new.body AS BLOB))
    WHERE kind = new.kind;
END;
)";

// What the hub has taken over; see grace.h and periods.h. Its columns are in another order than those of the
// outbox: where a damaged file shows one as the other, no row of it is believed (see salvage.h).
constexpr const char* kGrace = R"(
CREATE TABLE kept (period INTEGER NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL,
  event_id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (period, epoch, seq)) WITHOUT ROWID;
CREATE TABLE periods (number INTEGER PRIMARY KEY, boot_id TEXT NOT NULL, boot INTEGER NOT NULL,
  wall INTEGER NOT NULL, known INTEGER NOT NULL);
CREATE TABLE kept_usage (kind TEXT PRIMARY KEY, rows INTEGER NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER kept_grows AFTER INSERT ON kept BEGIN
  INSERT INTO kept_usage VALUES (new.kind, 1, length(CAST(new.body AS BLOB))) ON CONFLICT (kind) DO UPDATE
    SET rows = rows + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER kept_shrinks AFTER DELETE ON kept BEGIN
  UPDATE kept_usage SET rows = rows - 1, bytes = bytes - length(CAST(old.body AS BLOB)) WHERE kind = old.kind;
END;
)";

// Of submissions that were given up, earlier versions kept what had been typed. Chosen answers look the same
// in a column: both are erased (decision 062).
constexpr const char* kUnsent = "UPDATE submissions SET answers = '{}' WHERE state = 'abandoned'";

// The SHA-256 of each answer: it is computed when the answer is submitted, and a receipt must name it.
constexpr const char* kContents = R"(
ALTER TABLE outbox ADD COLUMN content TEXT NOT NULL DEFAULT '';
ALTER TABLE kept ADD COLUMN content TEXT NOT NULL DEFAULT '';
)";

// What the devices of a room know together. Timers were the first of it; they were stored with the ids of
// this device's own agenda, so their place says so. A row that cannot be read is set aside at
// "unreadable/...". A longer text, or both tables at once, and the list of the tables would not fit on the
// first page (salvage.cpp).
constexpr const char* kRoomWords = R"(
CREATE TEMP TABLE old_timers AS SELECT room, anchor FROM timers;
DROP TABLE timers;
CREATE TABLE rooms(room,place,body,PRIMARY KEY(room,place))WITHOUT ROWID;
INSERT INTO rooms SELECT room, 'own-timer', anchor FROM old_timers;
DROP TABLE old_timers;
)";

constexpr std::array<const char*, kSchemaVersion> kMigrations{kTables, kCounters, kSlipTable, kClocks,
                                                              kGrace,  kUnsent,   kContents,  kRoomWords};
constexpr std::int64_t kVersionOfSlips = 3;
constexpr std::int64_t kVersionOfContents = 7;

struct ContentOfRow {
  std::string content;
  std::array<std::int64_t, 3> key;
};

// `key`: three expressions that name a row of the table.
Outcome fill_contents(Database& database, const std::string& table, const std::string& key) {
  std::vector<ContentOfRow> found;
  {
    TRY(auto rows, database.query("SELECT body, " + key + " FROM " + table + " WHERE kind = 'feedback'"));
    while (true) {
      TRY(const bool more, rows.step());
      if (!more) break;
      const auto envelope = wire::from_stored(rows.text(0));
      if (!envelope.ok()) continue;  // damaged: it is parked when it is to be sent
      found.push_back({sha256_hex(envelope.value().data), {rows.number(1), rows.number(2), rows.number(3)}});
    }
  }
  const std::string update = "UPDATE " + table + " SET content = ?1 WHERE (" + key + ") = (?2, ?3, ?4)";
  for (const auto& [content, row] : found) TRY_DONE(database.run(update, {content, row[0], row[1], row[2]}));
  return Done{};
}

Outcome migrate_to(Database& database, std::int64_t version) {
  TRY_DONE(database.script(kMigrations.at(static_cast<std::size_t>(version - 1))));
  if (version == kVersionOfSlips) TRY_DONE(rebuild_slips(database));
  if (version == kVersionOfContents) {
    TRY_DONE(fill_contents(database, "outbox", "0, epoch, seq"));
    TRY_DONE(fill_contents(database, "kept", "period, epoch, seq"));
  }
  return database.script("PRAGMA user_version = " + std::to_string(version));
}

}  // namespace

Outcome migrate(Database& database, int version) {
  TRY(const std::int64_t found, database.number("PRAGMA user_version"));
  if (found > kSchemaVersion)
    return Error{database.path() +
                 " was written by a newer version of this program (its tables have number " +
                 std::to_string(found) + ", this program knows " + std::to_string(kSchemaVersion) +
                 "). Install that version again, or move the file away to start a new one."};
  for (auto next = found + 1; next <= version; ++next) {
    TRY_DONE(database.transaction([&] { return migrate_to(database, next); }));
  }
  return Done{};
}

}  // namespace tertulia::sqlite
