// SPDX-License-Identifier: Apache-2.0
// What the hub holds, written by one thread. store() is the whole of "no answer lost, none twice": rows and
// marks of a batch go in one transaction, and only what is in the returned Stored may be acknowledged.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "hub/arrival/arrival.h"
#include "hub/arrival/ranges.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

// Whose rows are counted: one epoch of one device.
struct Stream {
  std::string programme;
  std::string device;
  std::string epoch;
  friend auto operator<=>(const Stream&, const Stream&) = default;
};
using StoreInventory = std::map<Stream, Ranges>;
[[nodiscard]] Result<StoreInventory> holdings_of(Sql& sql);

// What stands in every ack.
struct Commit {
  std::uint64_t number = 0;  // each is higher than those before
  std::string hub;           // the epoch of the database, see epoch.h
};

// What became of an arrival.
enum class SaveResult {
  kNoRow,     // it was none
  kNew,       // held now
  kHeld,      // was held before
  kSetAside,  // held in the quarantine
  kRefused,   // the quarantine is full: not held
};

// What a commit lets the hub say.
struct Stored {
  StoreInventory inventory;
  std::map<Stream, std::vector<Receipt>> receipts;  // of each answer in the batch that is held, now or before
  std::map<Stream, std::vector<Refusal>> refusals;  // of each answer in the batch that is not counted
  std::vector<SaveResult> fates;                    // of each arrival of the batch
  Commit commit;
};

// Bound of the quarantine. When it is full the oldest row that is not feedback makes room; when all are
// feedback the new one is not taken and not acknowledged, so it stays with its device.
inline constexpr std::uint64_t kMostQuarantined = 10'000;

class Database {
 public:
  // Creates or migrates. `name` as for Sql::open().
  [[nodiscard]] static Result<Database> open(const std::string& name,
                                             std::uint64_t most_quarantined = kMostQuarantined);

  // After an error nothing of the batch is stored. Otherwise: all streams that the batch touched, as they are
  // after the commit, also where every row was held before.
  [[nodiscard]] Result<Stored> store(std::span<const Arrival> batch, WallTime now);
  [[nodiscard]] Result<StoreInventory> inventory();
  // The last one that was made.
  [[nodiscard]] Result<Commit> last_commit();
  // For a database that was restored: a new epoch, and numbers that rise with the clock. A hub that runs on
  // the same database says it with its next commit.
  [[nodiscard]] Result<Commit> begin_epoch(WallTime now);
  // The epoch that each device announced last; devices that announced none are absent.
  [[nodiscard]] Result<std::map<std::pair<std::string, std::string>, std::string>> current_epochs();

 private:
  Database(std::unique_ptr<Sql> sql, std::uint64_t most_quarantined)
      : sql_(std::move(sql)), most_quarantined_(most_quarantined) {}

  [[nodiscard]] Result<Commit> next_commit(WallTime now);

  std::unique_ptr<Sql> sql_;
  std::uint64_t most_quarantined_;
  bool goes_on_ = false;  // it has made a commit
};

}  // namespace tertulia::hub
