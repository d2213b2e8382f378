// SPDX-License-Identifier: Apache-2.0
#include "hub/store/ingest.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "hub/arrival/quarantine.h"
#include "hub/store/contacts.h"
#include "hub/store/counter.h"
#include "hub/store/epoch.h"
#include "hub/store/mixing.h"
#include "hub/store/schema.h"
#include "hub/store/unconfirmed.h"

namespace tertulia::hub {
namespace {

constexpr std::string_view kPutState =
    "INSERT INTO device (programme, device, state, epoch, birth, version, pending, oldest, clock_quality) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (programme, device) DO UPDATE SET "
    "state = $3, epoch = $4, birth = $5, version = $6, pending = $7, oldest = $8, clock_quality = $9";
constexpr std::string_view kPutAbout =
    "INSERT INTO device (programme, device, meta) VALUES ($1, $2, $3) "
    "ON CONFLICT (programme, device) DO UPDATE SET meta = $3";
constexpr std::string_view kPutSeen =
    "INSERT INTO device (programme, device, last_seen) VALUES ($1, $2, $3) "
    "ON CONFLICT (programme, device) DO UPDATE SET last_seen = $3";
constexpr std::string_view kPutReceived =
    "INSERT INTO received (programme, device, epoch, first, last) VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view kRemoveReceived =
    "DELETE FROM received WHERE programme = $1 AND device = $2 AND epoch = $3 AND first = $4";

// The range that begins at or before $4, and all that begin up to $5.
constexpr std::string_view kNear =
    "SELECT programme, device, epoch, first, last FROM received WHERE programme = $1 AND device = $2 AND "
    "epoch = $3 AND first >= COALESCE((SELECT first FROM received WHERE programme = $1 AND device = $2 AND "
    "epoch = $3 AND first <= $4 ORDER BY first DESC LIMIT 1), $4) AND first <= $5";
constexpr std::string_view kFirstOnes =
    "SELECT programme, device, epoch, first, last FROM received WHERE programme = $1 AND device = $2 AND "
    "epoch = $3 ORDER BY first LIMIT $4";

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

std::vector<Range> without(const std::vector<Range>& all, const std::vector<Range>& others) {
  std::vector<Range> rest;
  std::set_difference(all.begin(), all.end(), others.begin(), others.end(), std::back_inserter(rest));
  return rest;
}

// The arrivals of one kind, with their places in the batch.
template <class T>
std::vector<std::pair<std::size_t, const T*>> all_of(std::span<const Arrival> batch) {
  std::vector<std::pair<std::size_t, const T*>> found;
  for (std::size_t i = 0; i < batch.size(); ++i)
    if (const auto* one = std::get_if<T>(&batch[i])) found.emplace_back(i, one);
  return found;
}

SqlValues values_of(const arrival::Fact& fact) {
  const Position& at = fact.at;
  const EventRow& row = fact.row;
  if (!fact.digest.empty())
    return {at.origin.programme, "", fact.digest, std::uint64_t{0}, row.type, "", "", "", row.data};
  return {at.origin.programme, at.origin.device,  at.epoch, at.sequence, row.type, row.time,
          row.recorded_time,   row.clock_quality, row.data};
}

}  // namespace

Ingest::Ingest(Sql& sql, const MixingKeyFile& keys, std::span<const Arrival> batch, WallTime now,
               Source source, const QuarantineRules& rules)
    : sql_(sql),
      keys_(keys),
      batch_(batch),
      wall_(now),
      source_(source),
      now_(to_rfc3339(now)),
      quarantine_(sql, rules.limits, std::string_view(now_).substr(0, kRfc3339DayLength)),
      may_set_aside_(rules.may_set_aside),
      results_(batch.size(), SaveResult::kNoRow) {}

Result<Stored> Ingest::put_all() {
  if (is_vouched_for()) TRY_DONE(give_way(sql_, batch_));
  TRY_DONE(load_ranges());
  TRY_DONE(put_feedback());
  TRY_DONE(put_contacts());
  TRY_DONE(erase_old_contacts(sql_, now_));
  TRY_DONE(put_events());
  for (std::size_t i = 0; i < batch_.size(); ++i)
    TRY_DONE(std::visit([&](const auto& arrival) { return put(i, arrival); }, batch_[i]));
  TRY_DONE(quarantine_.finish());
  if (!is_vouched_for()) {
    TRY_DONE(note_unconfirmed(sql_, batch_, results_));
    return Stored{{}, {}, {}, std::move(results_), waiting_, {}};
  }
  TRY_DONE(put_ranges());
  TRY(ReceivedRanges received, first_ranges());
  return Stored{
      std::move(received), std::move(receipts_), std::move(refusals_), std::move(results_), waiting_, {}};
}

// A stream may have any number of ranges: only those are read that a row of the batch can join or is in.
Outcome Ingest::load_ranges() {
  std::map<Stream, Ranges> touched;
  for (const Arrival& arrival : batch_)
    if (const Position* at = position_of(arrival)) touched[stream_of(*at)].add(at->sequence);
  std::vector<SqlValues> runs;
  for (const auto& [stream, rows] : touched) {
    ranges_.try_emplace(stream);
    for (const Range& run : rows.all())
      runs.push_back({stream.programme, stream.device, stream.epoch, run.first, run.last + 1});
  }
  TRY_DONE(sql_.query_each(kNear, runs, [&](const SqlRow& row) {
    ranges_[{row.text(0), row.text(1), row.text(2)}].before.add({row.number(3), row.number(4)});
    return Done{};
  }));
  for (auto& [stream, ranges] : ranges_) ranges.after = ranges.before;
  return Done{};
}

Result<ReceivedRanges> Ingest::first_ranges() {
  ReceivedRanges received;
  std::vector<SqlValues> streams;
  for (const auto& [stream, ranges] : ranges_) {
    received.try_emplace(stream);
    streams.push_back({stream.programme, stream.device, stream.epoch, std::uint64_t{kMostRangesRead}});
  }
  TRY_DONE(sql_.query_each(kFirstOnes, streams, [&](const SqlRow& row) {
    received[{row.text(0), row.text(1), row.text(2)}].add({row.number(3), row.number(4)});
    return Done{};
  }));
  return received;
}

Outcome Ingest::put_feedback() {
  auto all = all_of<arrival::Feedback>(batch_);
  std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
    return one.second->row.id < other.second->row.id;
  });
  std::vector<const arrival::Feedback*> answers;
  for (const auto& [index, feedback] : all) answers.push_back(feedback);
  TRY(const TakenAnswers taken, take_answers(sql_, keys_, answers, wall_, source_));
  waiting_ = taken.waiting;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& [index, feedback] = all[i];
    SaveResult save_result = taken.each[i] == Taken::kNew ? SaveResult::kNew : SaveResult::kHeld;
    // The first answers stand; the others are kept aside for a person to look at, never counted.
    if (taken.each[i] == Taken::kOther) {
      TRY(save_result, set_aside(other_answers(feedback->row, feedback->data), &feedback->at.origin));
      refuse(feedback->at, {feedback->receipt.submission, feedback->receipt.content, kOtherAnswers});
    } else {
      owe(feedback->at, feedback->receipt);
    }
    results_[index] = save_result;
    if (save_result != SaveResult::kRefused) hold(feedback->at);
  }
  return Done{};
}

Outcome Ingest::put_contacts() {
  const auto all = all_of<arrival::Contact>(batch_);
  if (all.empty()) return Done{};
  std::vector<ContactRow> rows;
  for (const auto& [index, contact] : all) rows.push_back(contact->row);
  TRY(const auto stored, add_contacts(sql_, rows, now_));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& [index, contact] = all[i];
    results_[index] = stored[i];
    if (stored[i] == SaveResult::kSetAside) {
      TRY(results_[index], set_aside(other_contact(contact->row), &contact->at.origin));
      refuse(contact->at, {contact->receipt.submission, contact->receipt.content, kOtherAnswers});
    } else {
      owe(contact->at, contact->receipt);
    }
    if (results_[index] != SaveResult::kRefused) hold(contact->at);
  }
  return Done{};
}

Outcome Ingest::put_events() {
  const auto all = all_of<arrival::Fact>(batch_);
  Rows rows{"event", event_columns(), 4, {}};
  for (const auto& [index, fact] : all) rows.rows.push_back(values_of(*fact));
  TRY(const auto is_new, sql_.add(rows));
  for (std::size_t i = 0; i < all.size(); ++i) {
    results_[all[i].first] = is_new[i] ? SaveResult::kNew : SaveResult::kHeld;
    hold(all[i].second->at);
  }
  return Done{};
}

Outcome Ingest::put(std::size_t index, const arrival::Poison& poison) {
  results_[index] = SaveResult::kHeld;
  const bool is_held = poison.at && ranges_of(*poison.at).after.contains(poison.at->sequence);
  if (is_held && !poison.refusal) return Done{};
  TRY(results_[index], set_aside(poison.row, poison.is_given ? &poison.from : nullptr));
  if (!poison.at) return Done{};
  if (poison.refusal) refuse(*poison.at, *poison.refusal);
  if (results_[index] != SaveResult::kRefused) hold(*poison.at);
  return Done{};
}

// Refused: the quarantine is full of feedback; its device has no room there; or nobody vouches for the row.
Result<SaveResult> Ingest::set_aside(const PoisonRow& row, const wire::Origin* giver) {
  if (!is_vouched_for()) return SaveResult::kRefused;
  if (giver == nullptr || !may_set_aside_) return quarantine_.put(row);
  TRY(const bool is_there, quarantine_.repeat(row));
  if (is_there) return SaveResult::kSetAside;
  if (!may_set_aside_(*giver)) return SaveResult::kRefused;
  return quarantine_.put(row);
}

Outcome Ingest::put(std::size_t, const arrival::State& state) {
  const wire::Presence& said = state.presence;
  TRY_DONE(
      sql_.post(kPutState, {state.origin.programme, state.origin.device, state_text(said.state), said.epoch,
                            said.birth, said.version, said.pending, said.oldest, to_text(said.quality)}));
  return speaks(state) ? seen(state.origin) : Outcome(Done{});
}

Outcome Ingest::put(std::size_t, const arrival::About& about) {
  return sql_.post(kPutAbout, {about.origin.programme, about.origin.device, wire::encode(about.meta)});
}

// The next acks name the new epoch, and a number that devices believe.
Outcome Ingest::put(std::size_t, const arrival::Heard& ack) {
  TRY(const bool is_restored, is_of_a_later_time(sql_, ack));
  if (is_restored) TRY_DONE(put_epoch(sql_, random_epoch()));
  return leave_out(sql_, ack.number);
}

Outcome Ingest::seen(const wire::Origin& origin) {
  return sql_.post(kPutSeen, {origin.programme, origin.device, now_});
}

Outcome Ingest::put_ranges() {
  std::set<std::pair<std::string, std::string>> devices;
  for (const auto& [stream, ranges] : ranges_) {
    const auto before = ranges.before.all();
    const auto after = ranges.after.all();
    for (const Range& range : without(before, after))
      TRY_DONE(sql_.post(kRemoveReceived, {stream.programme, stream.device, stream.epoch, range.first}));
    for (const Range& range : without(after, before))
      TRY_DONE(
          sql_.post(kPutReceived, {stream.programme, stream.device, stream.epoch, range.first, range.last}));
    devices.insert({stream.programme, stream.device});
  }
  for (const auto& [programme, device] : devices) TRY_DONE(seen({programme, device}));
  return Done{};
}

}  // namespace tertulia::hub
