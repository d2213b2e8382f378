// SPDX-License-Identifier: Apache-2.0
#include "hub/store/schema.h"

#include <array>

#include "hub/store/epoch.h"

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

// By its digest a row is found again whatever its size: the key of an index is bounded in PostgreSQL.
constexpr std::string_view kDigests = R"sql(
CREATE TABLE quarantine_by_digest (
  digest TEXT NOT NULL PRIMARY KEY,
  topic TEXT NOT NULL,
  payload BLOB NOT NULL,
  attributes TEXT NOT NULL,
  reason TEXT NOT NULL,
  day TEXT NOT NULL,
  times INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO quarantine_by_digest (digest, topic, payload, attributes, reason, day, times)
  SELECT 'older-' || CAST(row_number() OVER () AS TEXT), topic, payload, attributes, reason, day, times FROM quarantine;
DROP TABLE quarantine;
ALTER TABLE quarantine_by_digest RENAME TO quarantine;
)sql";

// How answers were mixed before `incoming`.
constexpr std::string_view kFresh = R"sql(
ALTER TABLE feedback ADD COLUMN fresh BOOLEAN NOT NULL DEFAULT TRUE;
CREATE INDEX feedback_fresh ON feedback (fresh) WHERE fresh;
)sql";

constexpr std::string_view kMixed = R"sql(
CREATE VIEW mixed_feedback AS SELECT * FROM feedback;
ALTER VIEW mixed_feedback ALTER COLUMN fresh SET DEFAULT FALSE;
)sql";

// Which answers are shown together, see hub/numbers/releases.h. Not a column of `feedback`: those rows are
// written once. `together`: 0 in a block of a session, 1 in one of several, 2 in one that a device has cut.
constexpr std::string_view kReleased = R"sql(
CREATE TABLE released (
  id TEXT NOT NULL PRIMARY KEY,
  block INTEGER NOT NULL,
  together INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Contacts are never in one table with what people answered, nor with the devices. See contacts.h. The ids of
// those that were erased stay for as long as a device may send them again.
constexpr std::string_view kContacts = R"sql(
CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY,
  programme TEXT NOT NULL,
  visit TEXT NOT NULL,
  day TEXT NOT NULL,
  sealed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_day ON contact (day);
)sql";

// What the quarantine holds is kept, not counted. What people gave is in no row that names a device: all of
// it stands under the owner ''. The other rows, whose topics name their device, wait there for their turn to
// make room. See set_aside.h. Rows of older programs stand under their topics.
constexpr std::string_view kQuarantineUse = R"sql(
CREATE TABLE quarantine_use (
  owner TEXT NOT NULL PRIMARY KEY,
  held INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE quarantine_of_device (
  owner TEXT NOT NULL,
  day TEXT NOT NULL,
  digest TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (owner, day, digest)
) STRICT, WITHOUT ROWID;
INSERT INTO quarantine_of_device (owner, day, digest, bytes)
  SELECT substr(topic, 1, 80), day, digest, length(payload) FROM quarantine
  WHERE topic NOT LIKE '%/ev/feedback' AND topic NOT LIKE '%/ev/contact';
INSERT INTO quarantine_use (owner, held, bytes)
  SELECT owner, count(*), sum(bytes) FROM quarantine_of_device GROUP BY owner;
INSERT INTO quarantine_use (owner, held, bytes)
  SELECT '', count(*), COALESCE(sum(length(payload)), 0) FROM quarantine
  WHERE topic LIKE '%/ev/feedback' OR topic LIKE '%/ev/contact';
ALTER TABLE device ADD COLUMN over_budget TEXT NOT NULL DEFAULT '';
)sql";

// See unconfirmed.h. A hub before this one believed whatever was imported: its rows stay as they are.
constexpr std::string_view kUnconfirmed = R"sql(
CREATE TABLE unconfirmed (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
)sql";

// See waiting.h. `lost`: 0, or the number of the day on which the key was gone.
constexpr std::string_view kIncoming = R"sql(
CREATE TABLE incoming (
  tag TEXT NOT NULL PRIMARY KEY,
  key_id TEXT NOT NULL,
  keeper TEXT NOT NULL,
  sealed TEXT NOT NULL,
  lost INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::string_view kNoneFresh = "DROP VIEW mixed_feedback";

// Until then answers were written as they came. Where they lie within a page, or within a table, still told
// the order: now they lie in that of their ids.
constexpr std::string_view kInOrder = R"sql(
CREATE TABLE feedback_in_order (
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
INSERT INTO feedback_in_order
  SELECT id, programme, room, session, form, form_hash, language, state, answers, time FROM feedback ORDER BY id;
DROP TABLE feedback;
ALTER TABLE feedback_in_order RENAME TO feedback;
)sql";

struct Migration {
  std::string_view everywhere;
  std::string_view where_order_is_kept = {};
};
constexpr std::array<Migration, 11> kMigrations = {{{kFirst},
                                                    {kCounters},
                                                    {kEpoch},
                                                    {kDigests, kFresh},
                                                    {{}, kMixed},
                                                    {kReleased},
                                                    {kContacts},
                                                    {kQuarantineUse},
                                                    {kUnconfirmed},
                                                    {kIncoming, kNoneFresh},
                                                    {kInOrder}}};

Outcome bring_up_to_date(Sql& sql) {
  TRY(const std::size_t version, sql.version());  // another program may have been faster
  for (std::size_t next = version; next < kMigrations.size(); ++next) {
    const auto& [everywhere, where_order_is_kept] = kMigrations[next];
    if (!everywhere.empty()) TRY_DONE(sql.define(everywhere));
    if (!where_order_is_kept.empty() && sql.keeps_order_of_arrival())
      TRY_DONE(sql.define(where_order_is_kept));
  }
  TRY(const std::string epoch, epoch_of(sql));
  if (epoch.empty()) TRY_DONE(put_epoch(sql, random_epoch()));
  return sql.set_version(kMigrations.size());
}

Error too_new(const Sql& sql) {
  return {"database " + sql.name() + " was written by a newer version of tertulia-hub; use that version"};
}

}  // namespace

Outcome migrate(Sql& sql) {
  TRY(const std::size_t version, sql.version());
  if (version > kMigrations.size()) return too_new(sql);
  if (version == kMigrations.size()) return Done{};
  return sql.transaction([&] { return bring_up_to_date(sql); });
}

Outcome check_version(Sql& sql) {
  TRY(const std::size_t version, sql.version());
  if (version > kMigrations.size()) return too_new(sql);
  if (version < kMigrations.size())
    return Error{"database " + sql.name() +
                 " is not one of this version; run tertulia-hub collect on it once"};
  return Done{};
}

std::vector<std::string_view> feedback_columns() {
  return {"id", "programme", "room", "session", "form", "form_hash", "language", "state", "answers", "time"};
}

std::vector<std::string_view> event_columns() {
  return {"programme", "device", "epoch", "seq", "type", "time", "recorded_time", "clock_quality", "data"};
}

}  // namespace tertulia::hub
