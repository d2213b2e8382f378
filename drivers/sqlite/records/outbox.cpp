// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/outbox.h"

#include <algorithm>
#include <array>

#include "drivers/sqlite/records/grace.h"
#include "drivers/sqlite/records/rebasing.h"

namespace tertulia::sqlite {
namespace {

// In this order, when the whole outbox is full.
constexpr std::array kDroppable{EventKind::kHealth, EventKind::kTimer, EventKind::kAudit};

Error full(const std::string& path) {
  return Error{"The store is full: " + path +
               " takes no more answers until the hub has taken some over. Connect the network, or export the "
               "answers to a USB stick."};
}

}  // namespace

Outbox::Outbox(Database& database, Numbering numbering, Budgets budgets)
    : database_(database), numbering_(std::move(numbering)), budgets_(std::move(budgets)) {}

Outcome Outbox::append(const wire::EventBody& body, const EventTime& time) {
  TRY_DONE(rebase_waiting(database_, time.now));
  TRY_DONE(make_room(body.kind, time));
  return insert(body, time);
}

Outcome Outbox::insert(const wire::EventBody& body, const EventTime& time) {
  TRY(const std::int64_t seq,
      database_.number("UPDATE epochs SET last_seq = last_seq + 1 WHERE number = ?1 RETURNING last_seq",
                       {numbering_.epoch_number}));
  // What is recorded of answers is as coarse as what is shown of them.
  const WallTime recorded = body.is_coarse ? time.label : time.now.wall;
  const wire::Envelope envelope =
      wire::to_envelope(body, {numbering_.origin, numbering_.epoch, static_cast<std::uint64_t>(seq),
                               time.label, recorded, time.now.quality});
  TRY_DONE(store(envelope, body.content));
  if (body.is_coarse) return Done{};
  return note_clock(database_, {numbering_.epoch_number, envelope.sequence}, time.now);
}

Outcome Outbox::store(const wire::Envelope& envelope, const std::string& content) {
  return database_.run("INSERT INTO outbox VALUES (?1, ?2, ?3, ?4, ?5, 'stored', '', ?6)",
                       {numbering_.epoch_number, integer(envelope.sequence), to_text(envelope.kind),
                        envelope.id, wire::to_structured(envelope), content});
}

Result<bool> Outbox::is_full(EventKind kind) {
  const auto budget = budgets_.classes.find(kind);
  if (budget == budgets_.classes.end()) return false;
  TRY(auto usage, database_.query("SELECT sum(rows), sum(bytes) FROM (SELECT * FROM usage UNION ALL "
                                  "SELECT * FROM kept_usage) WHERE kind = ?1",
                                  {to_text(kind)}));
  TRY(const bool found, usage.step());
  return found && (usage.count(0) >= budget->second.rows || usage.count(1) >= budget->second.bytes);
}

Result<bool> Outbox::is_whole_full() {
  TRY(auto usage, database_.query("SELECT sum(rows), sum(bytes) FROM (SELECT * FROM usage UNION ALL "
                                  "SELECT * FROM kept_usage)"));
  TRY(const bool found, usage.step());
  return found && (usage.count(0) >= budgets_.whole.rows || usage.count(1) >= budgets_.whole.bytes);
}

Outcome Outbox::make_room(EventKind kind, const EventTime& time) {
  TRY(bool crowded, is_full(kind));
  while (crowded) {
    TRY(const bool purged, purge_oldest(database_, kind));
    if (!purged) break;
    TRY(crowded, is_full(kind));
  }
  const bool may_drop = std::find(kDroppable.begin(), kDroppable.end(), kind) != kDroppable.end();
  while (crowded && may_drop) {
    TRY(const bool dropped, drop_oldest(kind, time));
    if (!dropped) break;
    TRY(crowded, is_full(kind));
  }
  if (crowded) return full(database_.path());

  TRY(bool whole_full, is_whole_full());
  while (whole_full) {
    TRY(const bool purged, purge_oldest(database_, std::nullopt));
    if (!purged) break;
    TRY(whole_full, is_whole_full());
  }
  for (const EventKind victim : kDroppable) {
    while (whole_full) {
      TRY(const bool dropped, drop_oldest(victim, time));
      if (!dropped) break;
      TRY(whole_full, is_whole_full());
    }
  }
  if (whole_full) return full(database_.path());
  return Done{};
}

Result<bool> Outbox::drop_oldest(EventKind kind, const EventTime& time) {
  // Only of this epoch: a gap event speaks of the numbers of its own epoch. And never a single one: the gap
  // event would take the room that it made.
  TRY(auto oldest, database_.query("WITH mine AS (SELECT seq FROM outbox WHERE kind = ?1 AND epoch = ?2) "
                                   "SELECT count(*), min(seq), max(seq) FROM (SELECT seq FROM mine ORDER BY "
                                   "seq LIMIT max(2, (SELECT count(*) FROM mine) / 8))",
                                   {to_text(kind), numbering_.epoch_number}));
  TRY(const bool found, oldest.step());
  if (!found || oldest.number(0) < 2) return false;
  const event::GapMade gap{oldest.count(1), oldest.count(2), kind, oldest.count(0)};
  TRY_DONE(database_.run("DELETE FROM outbox WHERE kind = ?1 AND epoch = ?2 AND seq BETWEEN ?3 AND ?4",
                         {to_text(kind), numbering_.epoch_number, integer(gap.from), integer(gap.to)}));
  TRY_DONE(insert(wire::body_of(gap), {time.now, time.now.wall}));
  return true;
}

Result<std::vector<OutboxRow>> Outbox::waiting(const std::pair<std::string, std::uint64_t>& after,
                                               std::size_t limit) {
  TRY(auto statement, database_.query("SELECT epochs.epoch, seq, kind, event_id, body, content FROM outbox "
                                      "JOIN epochs ON epochs.number = outbox.epoch "
                                      "WHERE state <> 'parked' AND (outbox.epoch, seq) > "
                                      "(coalesce((SELECT number FROM epochs WHERE epoch = ?1), 0), ?2) "
                                      "ORDER BY outbox.epoch, seq LIMIT ?3",
                                      {after.first, integer(after.second), integer(limit)}));
  std::vector<OutboxRow> rows;
  while (true) {
    TRY(const bool found, statement.step());
    if (!found) return rows;
    TRY(const EventKind kind, event_kind_from(statement.text(2)));
    rows.push_back({statement.text(0), statement.count(1), kind, statement.text(3), statement.text(4),
                    statement.text(5)});
  }
}

Outcome Outbox::park(const std::string& event_id, const std::string& reason) {
  return database_.run("UPDATE outbox SET state = 'parked', reason = ?2 WHERE event_id = ?1",
                       {event_id, reason});
}

Outcome Outbox::unpark(const std::string& reason) {
  return database_.run(
      "UPDATE outbox SET state = 'stored', reason = '' WHERE state = 'parked' AND ?1 IN ('', reason)",
      {reason});
}

}  // namespace tertulia::sqlite
