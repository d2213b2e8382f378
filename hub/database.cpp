// SPDX-License-Identifier: Apache-2.0
#include "hub/database.h"

#include "hub/counter.h"
#include "hub/epoch.h"
#include "hub/ingest.h"
#include "hub/schema.h"

namespace tertulia::hub {

Result<Database> Database::open(const std::string& path, std::uint64_t most_quarantined) {
  TRY(auto sqlite, Sqlite::open(path, OpenMode::kCreate));
  TRY_DONE(sqlite.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"));
  TRY_DONE(migrate(sqlite));
  return Database(std::move(sqlite), most_quarantined);
}

Result<Stored> Database::store(std::span<const Arrival> batch, WallTime now) {
  TRY(auto statements, IngestStatements::prepare(sqlite_));
  TRY(auto transaction, Transaction::begin(sqlite_));
  Ingest ingest(sqlite_, std::move(statements), to_rfc3339(now), most_quarantined_);
  for (const Arrival& arrival : batch) TRY_DONE(ingest.put(arrival));
  TRY(auto stored, ingest.finish());
  TRY(stored.commit, next_commit(now));
  TRY_DONE(transaction.commit());
  goes_on_ = true;
  return stored;
}

Result<Commit> Database::next_commit(WallTime now) {
  TRY(const std::uint64_t last, last_number(sqlite_, kCommits));
  Commit commit;
  TRY(commit.number, next_number(sqlite_, kCommits, now));
  if (!goes_on_) TRY_DONE(put_skipped(sqlite_, last, commit.number));
  TRY(commit.hub, epoch_of(sqlite_));
  return commit;
}

Result<Commit> Database::begin_epoch(WallTime now) {
  TRY(auto transaction, Transaction::begin(sqlite_));
  TRY_DONE(put_epoch(sqlite_, random_epoch()));
  TRY(auto commit, next_commit(now));
  TRY_DONE(transaction.commit());
  goes_on_ = true;
  return commit;
}

Result<Commit> Database::last_commit() {
  Commit commit;
  TRY(commit.number, last_number(sqlite_, kCommits));
  TRY(commit.hub, epoch_of(sqlite_));
  return commit;
}

Result<Holdings> Database::holdings() {
  TRY(auto query, sqlite_.prepare("SELECT programme, device, epoch, first, last FROM received"));
  Holdings holdings;
  for (;;) {
    TRY(const bool row, query.step());
    if (!row) return holdings;
    holdings[{query.text(0), query.text(1), query.text(2)}].add({query.number(3), query.number(4)});
  }
}

Result<std::map<std::pair<std::string, std::string>, std::string>> Database::current_epochs() {
  TRY(auto query, sqlite_.prepare("SELECT programme, device, epoch FROM device WHERE epoch <> ''"));
  std::map<std::pair<std::string, std::string>, std::string> epochs;
  for (;;) {
    TRY(const bool row, query.step());
    if (!row) return epochs;
    epochs[{query.text(0), query.text(1)}] = query.text(2);
  }
}

}  // namespace tertulia::hub
