// SPDX-License-Identifier: Apache-2.0
// The outbox: events that wait for the hub, numbered without a gap and bounded by budgets. Keeper thread
// only. append() and acknowledge() run inside a transaction of the caller. Rules: firmware/docs/wire.md,
// "Outbox".
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/ack.h"
#include "firmware/domain/event.h"
#include "firmware/ports/store.h"
#include "firmware/wire/envelope.h"

namespace tertulia {

// How much the events of one kind may take, rows in their grace period included. At least a few rows.
struct Budget {
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;  // of the bodies
};

// Who makes room when a budget is full:
// 1. Rows in their grace period go first. The hub has them, so nothing is lost.
// 2. When a kind is full, its own oldest events go, except feedback.
// 3. When the whole is full, the oldest health, timer and audit events go, in this order.
// What people gave is never dropped: a full store refuses new answers. A kind without an entry is bounded
// by the whole alone.
struct Budgets {
  std::map<EventKind, Budget> classes = {{EventKind::kFeedback, {100'000, 128U << 20U}},
                                         {EventKind::kHealth, {512, 512U << 10U}},
                                         {EventKind::kTimer, {8'192, 8U << 20U}},
                                         {EventKind::kAudit, {8'192, 8U << 20U}}};
  Budget whole = {150'000, 192U << 20U};
};

}  // namespace tertulia

namespace tertulia::sqlite {

struct Numbering {
  wire::Origin origin;
  std::string epoch;
  std::int64_t epoch_number = 0;  // key of `epoch` in table epochs
};

class Outbox {
 public:
  // `database` must outlive this.
  Outbox(Database& database, Numbering numbering, Budgets budgets);

  // Errors: the store is full; disk.
  Outcome append(const wire::EventBody& body, const EventTime& time);
  [[nodiscard]] Result<std::vector<OutboxRow>> waiting(const std::pair<std::string, std::uint64_t>& after,
                                                       std::size_t limit);
  Outcome park(const std::string& event_id, const std::string& reason);
  Outcome unpark(const std::string& reason);
  // See Store::acknowledge(), rules 3 to 5. Returns the receipts of the answers that have left.
  [[nodiscard]] Result<std::vector<Receipt>> acknowledge(const Ack& ack, const Now& now);

  [[nodiscard]] const std::string& epoch() const { return numbering_.epoch; }

 private:
  Outcome insert(const wire::EventBody& body, const EventTime& time);
  // `content` as in OutboxRow.
  Outcome store(const wire::Envelope& envelope, const std::string& content);
  Outcome renumber_after(std::uint64_t seq);
  Outcome make_room(EventKind kind, const EventTime& time);
  [[nodiscard]] Result<bool> is_full(EventKind kind);
  [[nodiscard]] Result<bool> is_whole_full();
  // Drops the oldest eighth of a kind and records it in a gap event. False: there are too few rows to gain
  // any.
  [[nodiscard]] Result<bool> drop_oldest(EventKind kind, const EventTime& time);

  Database& database_;
  Numbering numbering_;
  Budgets budgets_;
};

}  // namespace tertulia::sqlite
