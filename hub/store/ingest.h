// SPDX-License-Identifier: Apache-2.0
// Writes one batch into the database, inside a transaction of the caller. All references must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "hub/arrival/arrival.h"
#include "hub/store/database.h"
#include "hub/store/mixing.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

struct QuarantineRules {
  const QuarantineLimits& limits;
  const MaySetAside& may_set_aside;  // outlives the Ingest
};

class Ingest {
 public:
  Ingest(Sql& sql, const MixingKeyFile& keys, std::span<const Arrival> batch, WallTime now, Source source,
         const QuarantineRules& rules);

  // Writes all rows of the batch, and the received ranges of every stream that it touches. Call it once. The
  // caller fills in Stored::commit.
  [[nodiscard]] Result<Stored> put_all();

 private:
  // Of the received ranges of a stream those that the batch touches, with their neighbours.
  struct Change {
    Ranges before;
    Ranges after;
  };

  [[nodiscard]] Outcome load_ranges();
  [[nodiscard]] Outcome put_feedback();
  [[nodiscard]] Outcome put_contacts();
  [[nodiscard]] Outcome put_events();
  [[nodiscard]] Outcome put(std::size_t index, const arrival::Poison& poison);
  [[nodiscard]] Outcome put(std::size_t index, const arrival::State& state);
  [[nodiscard]] Outcome put(std::size_t index, const arrival::About& about);
  [[nodiscard]] Outcome put(std::size_t index, const arrival::Heard& ack);
  // These are put together: put_feedback(), put_contacts(), put_events().
  [[nodiscard]] static Outcome put(std::size_t, const arrival::Feedback&) { return Done{}; }
  [[nodiscard]] static Outcome put(std::size_t, const arrival::Contact&) { return Done{}; }
  [[nodiscard]] static Outcome put(std::size_t, const arrival::Fact&) { return Done{}; }
  [[nodiscard]] static Outcome put(std::size_t, const arrival::Reconnected&) { return Done{}; }
  [[nodiscard]] Outcome put_ranges();
  [[nodiscard]] Result<ReceivedRanges> first_ranges();

  // `giver`: the device, when a person gave it.
  [[nodiscard]] Result<SaveResult> set_aside(const PoisonRow& row, const wire::Origin* giver);
  [[nodiscard]] Outcome seen(const wire::Origin& origin);
  [[nodiscard]] static Stream stream_of(const Position& at) {
    return {at.origin.programme, at.origin.device, at.epoch};
  }
  [[nodiscard]] Change& ranges_of(const Position& at) { return ranges_[stream_of(at)]; }
  [[nodiscard]] bool is_vouched_for() const { return source_ != Source::kUnsignedFile; }
  void hold(const Position& at) {
    if (is_vouched_for()) ranges_of(at).after.add(at.sequence);
  }
  void owe(const Position& at, Receipt receipt) { receipts_[stream_of(at)].push_back(std::move(receipt)); }
  void refuse(const Position& at, Refusal refusal) { refusals_[stream_of(at)].push_back(std::move(refusal)); }

  Sql& sql_;
  const MixingKeyFile& keys_;
  std::span<const Arrival> batch_;
  WallTime wall_;
  Source source_;
  std::string now_;  // RFC 3339
  Quarantine quarantine_;
  const MaySetAside& may_set_aside_;
  std::map<Stream, Change> ranges_;
  std::map<Stream, std::vector<Receipt>> receipts_;
  std::map<Stream, std::vector<Refusal>> refusals_;
  std::vector<SaveResult> results_;
  std::size_t waiting_ = 0;  // answers that are to be mixed later
};

}  // namespace tertulia::hub
