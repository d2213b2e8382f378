// SPDX-License-Identifier: Apache-2.0
// One batch on its way into the database, inside one transaction of the caller, which must outlive it.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "firmware/domain/result.h"
#include "hub/arrival.h"
#include "hub/database.h"
#include "hub/sqlite.h"

namespace tertulia::hub {

struct IngestStatements {
  Statement feedback;
  Statement has_feedback;
  Statement event;
  Statement poison;
  Statement poison_again;
  Statement make_room;
  Statement state;
  Statement about;
  Statement seen;
  Statement received;
  [[nodiscard]] static Result<IngestStatements> prepare(const Sqlite& sqlite);
};

class Ingest {
 public:
  Ingest(Sqlite& sqlite, IngestStatements statements, const std::string& now, std::uint64_t most_quarantined);

  [[nodiscard]] Outcome put(const Arrival& arrival);
  // Writes the marks of every stream that was touched and returns them, without the commit. Last call.
  [[nodiscard]] Result<Stored> finish();

 private:
  struct Mark {
    Ranges before;
    Ranges after;
  };

  [[nodiscard]] Outcome put(const arrival::Feedback& feedback);
  [[nodiscard]] Outcome put(const arrival::Fact& fact);
  [[nodiscard]] Outcome put(const arrival::Poison& poison);
  [[nodiscard]] Outcome put(const arrival::State& state);
  [[nodiscard]] Outcome put(const arrival::About& about);
  [[nodiscard]] Outcome put(const arrival::Heard& ack);
  [[nodiscard]] Outcome put(const arrival::Reconnected&) { return Done{}; }

  [[nodiscard]] Result<Mark*> mark_of(const Position& at);
  [[nodiscard]] Outcome hold(const Position& at);
  void owe(const Position& at, Receipt receipt);
  [[nodiscard]] Result<bool> holds_same(const FeedbackRow& row);
  [[nodiscard]] Result<bool> quarantine(const PoisonRow& row);
  [[nodiscard]] Outcome seen(const wire::Origin& origin);

  Sqlite& sqlite_;
  IngestStatements statements_;
  std::string now_;  // RFC 3339
  std::uint64_t most_quarantined_;
  std::map<Stream, Mark> marks_;
  std::map<Stream, std::vector<Receipt>> receipts_;
};

}  // namespace tertulia::hub
