// SPDX-License-Identifier: Apache-2.0
// Carries out an acknowledgement: which rows leave the outbox.
#include <algorithm>
#include <optional>

#include "drivers/sqlite/records/grace.h"
#include "drivers/sqlite/records/outbox.h"
#include "drivers/sqlite/records/periods.h"

namespace tertulia::sqlite {
namespace {

constexpr std::uint64_t kLargestSeq = 1'000'000'000'000'000;  // the wire has 16 digits

using Range = std::pair<std::uint64_t, std::uint64_t>;  // inclusive; empty when first > second

// 1..ack.seq without what the hub misses.
std::vector<Range> covered(const Ack& ack) {
  std::vector<Range> ranges;
  std::uint64_t next = 1;
  for (const auto& [from, to] : ack.miss) {
    if (from > next) ranges.emplace_back(next, from - 1);
    next = std::max(next, to + 1);
  }
  if (next <= ack.seq) ranges.emplace_back(next, ack.seq);
  return ranges;
}

struct KnownEpoch {
  std::int64_t number = 0;
  std::uint64_t last_seq = 0;
};

Result<std::optional<KnownEpoch>> find_epoch(Database& database, const std::string& epoch) {
  TRY(auto row, database.query("SELECT number, last_seq FROM epochs WHERE epoch = ?1", {epoch}));
  TRY(const bool found, row.step());
  if (!found) return std::optional<KnownEpoch>();
  return std::optional(KnownEpoch{row.number(0), row.count(1)});
}

// Everything but what people gave: that leaves by its receipts. See is_given().
constexpr const char* kCovered =
    "epoch = ?1 AND seq BETWEEN ?2 AND ?3 AND kind NOT IN ('feedback', 'contact')";

// The answers and contacts whose receipts are in the ack; the hub holds what they say, whatever their epoch
// and number.
Result<std::vector<Receipt>> take_receipts(Database& database, const Ack& ack, std::int64_t period) {
  std::vector<Receipt> receipts;
  for (const Receipt& receipt : ack.receipts) {
    TRY(const std::string content,
        database.text("SELECT content FROM outbox WHERE event_id = ?1 AND kind IN ('feedback', 'contact')",
                      {receipt.submission}));
    if (content.empty() || content != receipt.content) continue;
    TRY_DONE(move_to_grace(database, period, "event_id = ?1", {receipt.submission}));
    receipts.push_back(receipt);
  }
  return receipts;
}

struct TakenOut {
  wire::Envelope envelope;
  std::string content;
};

// The row with the lowest number up to `last`, taken out; none when there is none.
Result<std::optional<TakenOut>> take_first(Database& database, std::int64_t epoch, std::uint64_t last) {
  TRY(auto row,
      database.query(
          "SELECT seq, body, content FROM outbox WHERE epoch = ?1 AND seq <= ?2 ORDER BY seq LIMIT 1",
          {epoch, integer(last)}));
  TRY(const bool found, row.step());
  if (!found) return std::optional<TakenOut>();
  TRY(auto envelope, wire::from_stored(row.text(1)));
  TakenOut taken{std::move(envelope), row.text(2)};
  TRY_DONE(database.run("DELETE FROM outbox WHERE epoch = ?1 AND seq = ?2", {epoch, row.number(0)}));
  return std::optional(std::move(taken));
}

}  // namespace

Outcome Outbox::renumber_after(std::uint64_t seq) {
  if (seq > kLargestSeq)
    return Error{"The hub's acknowledgement names an impossible number (" + std::to_string(seq) +
                 "); it was not followed. Check the hub."};
  const std::uint64_t mark = seq;
  while (true) {
    TRY(auto taken, take_first(database_, numbering_.epoch_number, mark));
    if (!taken) break;
    wire::Envelope& envelope = taken->envelope;
    envelope.sequence = ++seq;
    if (!is_given(envelope.kind)) envelope.id = numbering_.epoch + "-" + std::to_string(seq);
    TRY_DONE(store(envelope, taken->content));
  }
  return database_.run("UPDATE epochs SET last_seq = ?2 WHERE number = ?1",
                       {numbering_.epoch_number, integer(seq)});
}

Result<std::vector<Receipt>> Outbox::acknowledge(const Ack& ack, const Now& now) {
  TRY(const std::int64_t period, current_period(database_, now));
  TRY(auto receipts, take_receipts(database_, ack, period));
  TRY(const auto epoch, find_epoch(database_, ack.epoch));
  if (!epoch) return receipts;  // of a database that was here before
  if (ack.seq > epoch->last_seq) {
    TRY_DONE(renumber_after(ack.seq));
    return receipts;
  }
  for (const Range& range : covered(ack)) {
    TRY_DONE(move_to_grace(database_, period, kCovered,
                           {epoch->number, integer(range.first), integer(range.second)}));
  }
  return receipts;
}

}  // namespace tertulia::sqlite
