// SPDX-License-Identifier: Apache-2.0
// The hub's database. One thread writes it. "No answer is lost and none is stored twice" rests on store():
// the rows of a batch and the ranges that say which rows are there go into the database in one transaction,
// and the hub acknowledges only what the returned Stored names.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "hub/arrival/arrival.h"
#include "hub/arrival/ranges.h"
#include "hub/store/mixing.h"
#include "hub/store/set_aside.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

// The numbering that a row belongs to: one epoch of one device.
struct Stream {
  std::string programme;
  std::string device;
  std::string epoch;
  friend auto operator<=>(const Stream&, const Stream&) = default;
};
// Which rows of each stream the hub has.
using ReceivedRanges = std::map<Stream, Ranges>;
[[nodiscard]] Result<ReceivedRanges> received_ranges(Sql& sql);
// So many ranges of a stream are read for its ack, the first ones. A stream may have any number.
inline constexpr std::size_t kMostRangesRead = 256;

// What every ack names.
struct Commit {
  std::uint64_t number = 0;  // higher than those of all commits before
  std::string hub;           // the epoch of the hub, see epoch.h
};

// What the hub may say after a commit.
struct Stored {
  ReceivedRanges received;  // of the streams that the batch touched: their first kMostRangesRead
  std::map<Stream, std::vector<Receipt>> receipts;  // of each answer of the batch that is stored now
  std::map<Stream, std::vector<Refusal>> refusals;  // of each answer of the batch that is not counted
  std::vector<SaveResult> results;                  // of each arrival of the batch
  std::size_t waiting = 0;                          // so many of its answers are to be mixed later
  Commit commit;
};

// Asked before something that a device gave goes into the quarantine. False: it is refused, and stays there.
using MaySetAside = std::function<bool(const wire::Origin& device)>;

class Database {
 public:
  // Makes the tables or brings older ones up to date. `name` as for Sql::open().
  [[nodiscard]] static Result<Database> open(const std::string& name, const QuarantineLimits& limits = {});

  // Stores the batch; after an error, nothing of it. Returns all streams that the batch touched as they are
  // after the commit, also where every row was there before. The time it takes follows from the batch, not
  // from what is there already.
  [[nodiscard]] Result<Stored> store(std::span<const Arrival> batch, WallTime now,
                                     Source source = Source::kBroker, const MaySetAside& may_set_aside = {});
  // Moves answers that wait into the table of answers, a bounded number at a time: see mixing.h. Nothing else
  // does that. A reader counts those that wait as well (hub/numbers/queries.h).
  [[nodiscard]] Result<Mixed> mix(WallTime now, MixWhich which = MixWhich::kRipe);
  // Where the keys to what waits are.
  [[nodiscard]] const std::string& key_path() const { return keys_.path; }
  // Notes what device the hub holds back, and why, for `tertulia-hub status`.
  [[nodiscard]] Outcome note_over_budget(const wire::Origin& device, const std::string& what, WallTime now);
  // Those that are too old at `now`, also when nothing arrives.
  [[nodiscard]] Outcome erase_old_contacts(WallTime now);
  // Of each stream the first kMostRangesRead.
  [[nodiscard]] Result<ReceivedRanges> received();
  // The commit that was made last.
  [[nodiscard]] Result<Commit> last_commit();
  // For a database that was restored: begins a new epoch of the hub. A hub that runs on the same database
  // names it with its next commit.
  [[nodiscard]] Result<Commit> begin_epoch(WallTime now);
  // By programme and device: the epoch that the device announced last. Devices that announced none are
  // absent.
  [[nodiscard]] Result<std::map<std::pair<std::string, std::string>, std::string>> current_epochs();

 private:
  Database(std::unique_ptr<Sql> sql, MixingKeyFile keys, const QuarantineLimits& limits)
      : sql_(std::move(sql)), keys_(std::move(keys)), limits_(limits) {}

  [[nodiscard]] Result<Commit> next_commit(WallTime now);

  std::unique_ptr<Sql> sql_;
  MixingKeyFile keys_;
  QuarantineLimits limits_;
  bool goes_on_ = false;  // this object has made a commit
};

}  // namespace tertulia::hub
