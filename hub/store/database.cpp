// SPDX-License-Identifier: Apache-2.0
#include "hub/store/database.h"

#include "hub/store/contacts.h"
#include "hub/store/counter.h"
#include "hub/store/epoch.h"
#include "hub/store/ingest.h"
#include "hub/store/schema.h"

namespace tertulia::hub {
namespace {

constexpr std::string_view kPutOverBudget =
    "INSERT INTO device (programme, device, over_budget) VALUES ($1, $2, $3) "
    "ON CONFLICT (programme, device) DO UPDATE SET over_budget = $3";

}  // namespace

Result<Database> Database::open(const std::string& name, const QuarantineLimits& limits) {
  TRY(auto sql, Sql::open(name, OpenMode::kCreate));
  TRY_DONE(migrate(*sql));
  sql->forget_traces();
  TRY(MixingKeyFile keys, mixing_key_file(name));
  return Database(std::move(sql), std::move(keys), limits);
}

Result<Stored> Database::store(std::span<const Arrival> batch, WallTime now, Source source,
                               const MaySetAside& may_set_aside) {
  Stored stored;
  const auto put_all = [&]() -> Outcome {
    Ingest ingest(*sql_, keys_, batch, now, source, {limits_, may_set_aside});
    TRY(stored, ingest.put_all());
    TRY(stored.commit, next_commit(now));
    return Done{};
  };
  TRY_DONE(sql_->transaction(put_all));
  goes_on_ = true;
  return stored;
}

Result<Mixed> Database::mix(WallTime now, MixWhich which) { return hub::mix(*sql_, keys_, now, which); }

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

Outcome Database::note_over_budget(const wire::Origin& device, const std::string& what, WallTime now) {
  const std::string words = to_rfc3339(now).substr(0, kRfc3339DayLength) + ": " + what;
  return sql_->transaction([&] {
    return sql_->post(kPutOverBudget, {device.programme, device.device, words});
  });
}

Result<ReceivedRanges> Database::received() {
  ReceivedRanges received;
  Stream stream;
  std::size_t read = 0;
  TRY_DONE(sql_->query(
      "SELECT programme, device, epoch, first, last FROM received ORDER BY programme, device, epoch, first",
      {}, [&](const SqlRow& row) {
        Stream next{row.text(0), row.text(1), row.text(2)};
        read = next == stream ? read + 1 : 1;
        stream = std::move(next);
        if (read <= kMostRangesRead) received[stream].add({row.number(3), row.number(4)});
        return Done{};
      }));
  return received;
}

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
