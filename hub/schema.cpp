// SPDX-License-Identifier: Apache-2.0
#include "hub/schema.h"

#include <array>

#include "hub/epoch.h"

namespace tertulia::hub {
namespace {

// A table WITHOUT ROWID lies in the order of its key. For feedback that is the random submission id: the file
// keeps no order of arrival that could be laid beside the rows of `received`.
constexpr std::string_view kFirst = R"sql(
CREATE TABLE feedback (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL,
  room TEXT NOT NULL,
  session TEXT NOT NULL,
  form TEXT NOT NULL,
  form_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  answers TEXT NOT NULL,
  time TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  programme TEXT NOT NULL,
  device TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  type TEXT NOT NULL,
  time TEXT NOT NULL,
  recorded_time TEXT NOT NULL,
  clock_quality TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (programme, device, epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE received (
  programme TEXT NOT NULL,
  device TEXT NOT NULL,
  epoch TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (programme, device, epoch, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  programme TEXT NOT NULL,
  device TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT '',
  epoch TEXT NOT NULL DEFAULT '',
  birth INTEGER NOT NULL DEFAULT 0,
  version TEXT NOT NULL DEFAULT '',
  pending INTEGER NOT NULL DEFAULT 0,
  oldest TEXT NOT NULL DEFAULT '',
  clock_quality TEXT NOT NULL DEFAULT '',
  meta TEXT NOT NULL DEFAULT '',
  last_seen TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (programme, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  topic TEXT NOT NULL,
  payload BLOB NOT NULL,
  attributes TEXT NOT NULL,
  reason TEXT NOT NULL,
  day TEXT NOT NULL,
  times INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (topic, attributes, payload)
) STRICT, WITHOUT ROWID;
)sql";

// Numbers that only rise: of commits, which acks name, and of commands.
constexpr std::string_view kCounters = R"sql(
CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)sql";

// The epoch stands in one row, see epoch.h. Ranges of `skipped` are of numbers that no commit had.
constexpr std::string_view kEpoch = R"sql(
CREATE TABLE hub (epoch TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE skipped (first INTEGER NOT NULL PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array<std::string_view, 3> kSteps = {kFirst, kCounters, kEpoch};

Result<std::size_t> version_of(const Sqlite& database) {
  TRY(auto query, database.prepare("PRAGMA user_version"));
  TRY(const bool row, query.step());
  return row ? static_cast<std::size_t>(query.number(0)) : std::size_t{0};
}

Error too_new(const Sqlite& database) {
  return {"database " + database.path() +
          " was written by a newer version of tertulia-hub; use that version"};
}

}  // namespace

Outcome migrate(Sqlite& database) {
  TRY(const std::size_t version, version_of(database));
  if (version > kSteps.size()) return too_new(database);
  if (version == kSteps.size()) return Done{};
  TRY(auto transaction, Transaction::begin(database));
  TRY(const std::size_t locked, version_of(database));  // another program may have been faster
  for (std::size_t step = locked; step < kSteps.size(); ++step)
    TRY_DONE(database.execute(std::string(kSteps[step])));
  TRY(const std::string epoch, epoch_of(database));
  if (epoch.empty()) TRY_DONE(put_epoch(database, random_epoch()));
  TRY_DONE(database.execute("PRAGMA user_version = " + std::to_string(kSteps.size())));
  return transaction.commit();
}

Outcome check_version(const Sqlite& database) {
  TRY(const std::size_t version, version_of(database));
  if (version > kSteps.size()) return too_new(database);
  if (version < kSteps.size())
    return Error{"database " + database.path() +
                 " is not one of this version; run tertulia-hub collect on it once"};
  return Done{};
}

}  // namespace tertulia::hub
