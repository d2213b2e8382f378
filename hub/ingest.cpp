// SPDX-License-Identifier: Apache-2.0
#include "hub/ingest.h"

#include <algorithm>
#include <iterator>

#include "hub/counter.h"
#include "hub/epoch.h"

namespace tertulia::hub {
namespace {

constexpr std::string_view kPutFeedback =
    "INSERT INTO feedback (id, programme, room, session, form, form_hash, language, state, answers, time) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO NOTHING";
constexpr std::string_view kHasFeedback =
    "SELECT 1 FROM feedback WHERE id = ?1 AND form_hash = ?2 AND state = ?3 AND answers = ?4";
constexpr std::string_view kPutEvent =
    "INSERT INTO event (programme, device, epoch, seq, type, time, recorded_time, clock_quality, data) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (programme, device, epoch, seq) DO NOTHING";
constexpr std::string_view kPutPoison =
    "INSERT INTO quarantine (topic, payload, attributes, reason, day) SELECT ?1, ?2, ?3, ?4, ?5 "
    "WHERE (SELECT count(*) FROM quarantine) < ?6";
constexpr std::string_view kPutPoisonAgain =
    "UPDATE quarantine SET times = times + 1 WHERE topic = ?1 AND attributes = ?3 AND payload = ?2";
constexpr std::string_view kMakeRoom =
    "DELETE FROM quarantine WHERE (SELECT count(*) FROM quarantine) >= ?1 AND (topic, attributes, payload) "
    "IN "
    "(SELECT topic, attributes, payload FROM quarantine WHERE topic NOT LIKE '%/ev/feedback' ORDER BY day "
    "LIMIT 1)";
constexpr std::string_view kPutState =
    "INSERT INTO device (programme, device, state, epoch, birth, version, pending, oldest, clock_quality) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (programme, device) DO UPDATE SET "
    "state = ?3, epoch = ?4, birth = ?5, version = ?6, pending = ?7, oldest = ?8, clock_quality = ?9";
constexpr std::string_view kPutAbout =
    "INSERT INTO device (programme, device, meta) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (programme, device) DO UPDATE SET meta = ?3";
constexpr std::string_view kPutSeen =
    "INSERT INTO device (programme, device, last_seen) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (programme, device) DO UPDATE SET last_seen = ?3";
constexpr std::string_view kGetReceived =
    "SELECT first, last FROM received WHERE programme = ?1 AND device = ?2 AND epoch = ?3";
constexpr std::string_view kPutReceived =
    "INSERT INTO received (programme, device, epoch, first, last) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr std::string_view kRemoveReceived =
    "DELETE FROM received WHERE programme = ?1 AND device = ?2 AND epoch = ?3 AND first = ?4";

constexpr std::size_t kDayLength = 10;  // of an RFC 3339 time

std::string state_text(wire::PresenceState state) {
  switch (state) {
    case wire::PresenceState::kReady:
      return "ready";
    case wire::PresenceState::kSleeping:
      return "sleeping";
    case wire::PresenceState::kDisconnected:
      return "disconnected";
    case wire::PresenceState::kLost:
      return "lost";
  }
  return {};
}

bool speaks(const arrival::State& state) {
  return state.fresh && state.presence.state != wire::PresenceState::kLost;
}

PoisonRow reused_id(const FeedbackRow& row) {
  return {.topic = "trt/1/" + row.programme + "/+/ev/feedback",
          .reason = "the submission " + row.id + " came again with other answers",
          .attributes = R"({"id":")" + row.id + R"("})",
          .payload = row.answers};
}

std::vector<Range> without(const std::vector<Range>& all, const std::vector<Range>& others) {
  std::vector<Range> rest;
  std::set_difference(all.begin(), all.end(), others.begin(), others.end(), std::back_inserter(rest));
  return rest;
}

}  // namespace

Result<IngestStatements> IngestStatements::prepare(const Sqlite& sqlite) {
  TRY(auto feedback, sqlite.prepare(kPutFeedback));
  TRY(auto has_feedback, sqlite.prepare(kHasFeedback));
  TRY(auto event, sqlite.prepare(kPutEvent));
  TRY(auto poison, sqlite.prepare(kPutPoison));
  TRY(auto poison_again, sqlite.prepare(kPutPoisonAgain));
  TRY(auto make_room, sqlite.prepare(kMakeRoom));
  TRY(auto state, sqlite.prepare(kPutState));
  TRY(auto about, sqlite.prepare(kPutAbout));
  TRY(auto seen, sqlite.prepare(kPutSeen));
  TRY(auto received, sqlite.prepare(kGetReceived));
  return IngestStatements{std::move(feedback), std::move(has_feedback), std::move(event),
                          std::move(poison),   std::move(poison_again), std::move(make_room),
                          std::move(state),    std::move(about),        std::move(seen),
                          std::move(received)};
}

Ingest::Ingest(Sqlite& sqlite, IngestStatements statements, const std::string& now,
               std::uint64_t most_quarantined)
    : sqlite_(sqlite), statements_(std::move(statements)), now_(now), most_quarantined_(most_quarantined) {}

Outcome Ingest::put(const Arrival& arrival) {
  return std::visit([this](const auto& known) { return put(known); }, arrival);
}

Outcome Ingest::put(const arrival::Feedback& feedback) {
  const FeedbackRow& row = feedback.row;
  statements_.feedback.bind(1, row.id).bind(2, row.programme).bind(3, row.room).bind(4, row.session);
  statements_.feedback.bind(5, row.form).bind(6, row.form_hash).bind(7, row.language).bind(8, row.state);
  statements_.feedback.bind(9, row.answers).bind(10, row.time);
  TRY_DONE(statements_.feedback.run());
  bool held = sqlite_.changes() > 0;
  if (!held) {
    TRY(held, holds_same(row));
  }
  if (!held) {
    // The first answers stand; the others are kept aside for a person to look at, never counted.
    TRY(held, quarantine(reused_id(row)));
  }
  if (!held) return Done{};
  owe(feedback.at, feedback.receipt);
  return hold(feedback.at);
}

Result<bool> Ingest::holds_same(const FeedbackRow& row) {
  Statement& query = statements_.has_feedback;
  query.bind(1, row.id).bind(2, row.form_hash).bind(3, row.state).bind(4, row.answers);
  TRY(const bool same, query.step());
  query.reset();
  return same;
}

Outcome Ingest::put(const arrival::Fact& fact) {
  const Position& at = fact.at;
  const EventRow& row = fact.row;
  statements_.event.bind(1, at.origin.programme)
      .bind(2, at.origin.device)
      .bind(3, at.epoch)
      .bind(4, at.sequence);
  statements_.event.bind(5, row.type).bind(6, row.time).bind(7, row.recorded_time).bind(8, row.clock_quality);
  statements_.event.bind(9, row.data);
  TRY_DONE(statements_.event.run());
  return hold(at);
}

Outcome Ingest::put(const arrival::Poison& poison) {
  if (!poison.at) {
    TRY([[maybe_unused]] const bool taken, quarantine(poison.row));
    return Done{};
  }
  TRY(const Mark* mark, mark_of(*poison.at));
  if (mark->after.contains(poison.at->sequence) && !poison.receipt) return Done{};
  TRY(const bool taken, quarantine(poison.row));
  if (!taken) return Done{};
  if (poison.receipt) owe(*poison.at, *poison.receipt);
  return hold(*poison.at);
}

// False: the quarantine is full of feedback.
Result<bool> Ingest::quarantine(const PoisonRow& row) {
  statements_.poison_again.bind(1, row.topic).bind_blob(2, row.payload).bind(3, row.attributes);
  TRY_DONE(statements_.poison_again.run());
  if (sqlite_.changes() > 0) return true;
  statements_.make_room.bind(1, most_quarantined_);
  TRY_DONE(statements_.make_room.run());
  statements_.poison.bind(1, row.topic).bind_blob(2, row.payload).bind(3, row.attributes).bind(4, row.reason);
  statements_.poison.bind(5, std::string_view(now_).substr(0, kDayLength)).bind(6, most_quarantined_);
  TRY_DONE(statements_.poison.run());
  return sqlite_.changes() > 0;
}

Outcome Ingest::put(const arrival::State& state) {
  const wire::Presence& presence = state.presence;
  statements_.state.bind(1, state.origin.programme).bind(2, state.origin.device);
  statements_.state.bind(3, state_text(presence.state)).bind(4, presence.epoch).bind(5, presence.birth);
  statements_.state.bind(6, presence.version).bind(7, presence.pending).bind(8, presence.oldest);
  statements_.state.bind(9, to_text(presence.quality));
  TRY_DONE(statements_.state.run());
  return speaks(state) ? seen(state.origin) : Outcome(Done{});
}

Outcome Ingest::put(const arrival::About& about) {
  statements_.about.bind(1, about.origin.programme)
      .bind(2, about.origin.device)
      .bind(3, wire::encode(about.meta));
  return statements_.about.run();
}

// The next acks name the new epoch, and a number that devices believe.
Outcome Ingest::put(const arrival::Heard& ack) {
  TRY(const bool is_restored, is_of_a_later_time(sqlite_, ack));
  if (is_restored) TRY_DONE(put_epoch(sqlite_, random_epoch()));
  return leave_out(sqlite_, ack.number);
}

Outcome Ingest::seen(const wire::Origin& origin) {
  statements_.seen.bind(1, origin.programme).bind(2, origin.device).bind(3, now_);
  return statements_.seen.run();
}

Result<Ingest::Mark*> Ingest::mark_of(const Position& at) {
  const Stream stream{at.origin.programme, at.origin.device, at.epoch};
  const auto [mark, is_new] = marks_.try_emplace(stream);
  if (!is_new) return &mark->second;
  Statement& query = statements_.received;
  query.bind(1, stream.programme).bind(2, stream.device).bind(3, stream.epoch);
  for (;;) {
    TRY(const bool row, query.step());
    if (!row) break;
    mark->second.before.add({query.number(0), query.number(1)});
  }
  query.reset();
  mark->second.after = mark->second.before;
  return &mark->second;
}

Outcome Ingest::hold(const Position& at) {
  TRY(Mark * mark, mark_of(at));
  mark->after.add(at.sequence);
  return Done{};
}

void Ingest::owe(const Position& at, Receipt receipt) {
  receipts_[{at.origin.programme, at.origin.device, at.epoch}].push_back(std::move(receipt));
}

Result<Stored> Ingest::finish() {
  TRY(auto put, sqlite_.prepare(kPutReceived));
  TRY(auto remove, sqlite_.prepare(kRemoveReceived));
  Holdings holdings;
  for (auto& [stream, mark] : marks_) {
    const auto before = mark.before.all();
    const auto after = mark.after.all();
    for (const Range& range : without(before, after)) {
      remove.bind(1, stream.programme).bind(2, stream.device).bind(3, stream.epoch).bind(4, range.first);
      TRY_DONE(remove.run());
    }
    for (const Range& range : without(after, before)) {
      put.bind(1, stream.programme).bind(2, stream.device).bind(3, stream.epoch);
      TRY_DONE(put.bind(4, range.first).bind(5, range.last).run());
    }
    TRY_DONE(seen({stream.programme, stream.device}));
    holdings.emplace(stream, std::move(mark.after));
  }
  return Stored{std::move(holdings), std::move(receipts_), {}};
}

}  // namespace tertulia::hub
