// SPDX-License-Identifier: Apache-2.0
#include "hub/store/database.h"

#include "hub/store/contacts.h"
#include "hub/store/counter.h"
#include "hub/store/epoch.h"
#include "hub/store/ingest.h"
#include "hub/store/schema.h"

namespace tertulia::hub {

Result<Database> Database::open(const std::string& name, std::uint64_t most_quarantined) {
  TRY(auto sql, Sql::open(name, OpenMode::kCreate));
  TRY_DONE(migrate(*sql));
  return Database(std::move(sql), most_quarantined);
}

Result<Stored> Database::store(std::span<const Arrival> batch, WallTime now) {
  Stored stored;
  const auto put_all = [&]() -> Outcome {
    Ingest ingest(*sql_, batch, to_rfc3339(now), most_quarantined_);
    TRY(stored, ingest.put_all());
    TRY(stored.commit, next_commit(now));
    return Done{};
  };
  TRY_DONE(sql_->transaction(put_all));
  goes_on_ = true;
  return stored;
}

Outcome Database::erase_old_contacts(WallTime now) {
  return sql_->transaction([&] { return hub::erase_old_contacts(*sql_, to_rfc3339(now)); });
}

Result<Commit> Database::next_commit(WallTime now) {
  TRY(const std::uint64_t last, last_number(*sql_, kCommits));
  Commit commit;
  TRY(commit.number, next_number(*sql_, kCommits, now));
  if (!goes_on_) TRY_DONE(put_skipped(*sql_, last, commit.number));
  TRY(commit.hub, epoch_of(*sql_));
  return commit;
}

Result<Commit> Database::begin_epoch(WallTime now) {
  Commit commit;
  const auto begin = [&]() -> Outcome {
    TRY_DONE(put_epoch(*sql_, random_epoch()));
    TRY(commit, next_commit(now));
    return Done{};
  };
  TRY_DONE(sql_->transaction(begin));
  goes_on_ = true;
  return commit;
}

Result<Commit> Database::last_commit() {
  Commit commit;
  TRY(commit.number, last_number(*sql_, kCommits));
  TRY(commit.hub, epoch_of(*sql_));
  return commit;
}

Result<ReceivedRanges> Database::received() { return received_ranges(*sql_); }

Result<std::map<std::pair<std::string, std::string>, std::string>> Database::current_epochs() {
  std::map<std::pair<std::string, std::string>, std::string> epochs;
  TRY_DONE(sql_->query("SELECT programme, device, epoch FROM device WHERE epoch <> ''", {},
                       [&](const SqlRow& row) {
                         epochs[{row.text(0), row.text(1)}] = row.text(2);
                         return Done{};
                       }));
  return epochs;
}

Result<ReceivedRanges> received_ranges(Sql& sql) {
  ReceivedRanges received;
  TRY_DONE(
      sql.query("SELECT programme, device, epoch, first, last FROM received", {}, [&](const SqlRow& row) {
        received[{row.text(0), row.text(1), row.text(2)}].add({row.number(3), row.number(4)});
        return Done{};
      }));
  return received;
}

}  // namespace tertulia::hub
