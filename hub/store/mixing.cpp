// SPDX-License-Identifier: Apache-2.0
#include "hub/store/mixing.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "hub/store/epoch.h"
#include "hub/store/mixing_rule.h"
#include "hub/store/schema.h"
#include "hub/store/waiting.h"

namespace tertulia::hub {
namespace {

constexpr std::size_t kMostAtOnce = 2000;  // takes about a tenth of a second, in which nobody gets a receipt
constexpr std::size_t kMostKeys = 8;
constexpr std::uint64_t kLostDaysKept = 30;

// What makes two submissions with one id the same.
using Content = std::tuple<std::string, std::string, std::string>;
auto content_of(const FeedbackRow& row) { return std::tie(row.form_hash, row.state, row.answers); }
using Contents = std::unordered_map<std::string, Content>;

SqlValues values_of(const FeedbackRow& row) {
  return {row.id,        row.programme, row.room,  row.session, row.form,
          row.form_hash, row.language,  row.state, row.answers, row.time};
}

Result<Contents> stored_content(Sql& sql, const std::vector<SqlValues>& ids) {
  Contents held;
  TRY_DONE(sql.find({"feedback", {"id", "form_hash", "state", "answers"}, 1, ids}, [&](const SqlRow& row) {
    held.emplace(row.text(0), Content(row.text(1), row.text(2), row.text(3)));
    return Done{};
  }));
  return held;
}

// What is held of these answers, mixed or waiting.
Result<Contents> held_content(Sql& sql, const MixingKeys& keys,
                              std::span<const arrival::Feedback* const> answers) {
  std::vector<SqlValues> ids;
  for (const arrival::Feedback* each : answers) ids.push_back({each->row.id});
  TRY(Contents held, stored_content(sql, ids));
  if (keys.empty()) return held;
  std::vector<std::string> others;
  for (const arrival::Feedback* each : answers)
    if (!held.contains(each->row.id)) others.push_back(each->row.id);
  TRY(const auto waiting, find_waiting(sql, keys, others));
  for (const auto& [id, row] : waiting) held.emplace(id, content_of(row));
  return held;
}

// Beside what is held, and beside the newest of this batch, which is in the order of the ids.
Taken taken_as(const Contents& held, const FeedbackRow* newest, const FeedbackRow& row) {
  if (const auto found = held.find(row.id); found != held.end())
    return found->second == content_of(row) ? Taken::kHeld : Taken::kOther;
  if (newest == nullptr || newest->id != row.id) return Taken::kNew;
  return content_of(*newest) == content_of(row) ? Taken::kHeld : Taken::kOther;
}

// None of them is there yet. In the order of their ids: where a table remembers in which order rows came.
Outcome add_feedback(Sql& sql, const std::vector<const FeedbackRow*>& sorted) {
  Rows rows{"feedback", feedback_columns(), 1, {}};
  for (const FeedbackRow* row : sorted) rows.rows.push_back(values_of(*row));
  TRY_DONE(sql.add(rows));
  return Done{};
}

std::vector<bool> go_at_once(const std::vector<const arrival::Feedback*>& fresh, WallTime now,
                             Source source) {
  if (source != Source::kBroker) return std::vector<bool>(fresh.size(), true);
  if (fresh.size() <= kOthers) return std::vector<bool>(fresh.size(), false);
  std::vector<Waiter> waiters;
  for (const arrival::Feedback* each : fresh) waiters.push_back(waiter_of(*each, now));
  return ripe(waiters, now, kBacklog);
}

// What waits, without the answers: the rule needs no more, and they may be many.
struct Pool {
  std::vector<std::string> tags;
  std::vector<Waiter> waiters;    // of each tag
  std::vector<std::string> lost;  // tags of what this hub cannot open, and nobody else can
};

Result<Pool> read_pool(Sql& sql, const MixingKeyFile& file, const MixingKeys& keys) {
  Pool pool;
  TRY_DONE(each_waiting(sql, [&](const SealedRow& row) {
    const auto answer = row.open(keys);
    if (answer.ok()) {
      pool.tags.push_back(row.tag);
      pool.waiters.push_back(waiter_of(answer.value()));
    } else if (row.keeper == file.keeper && !row.is_lost) {
      pool.lost.push_back(row.tag);
    }
    return Done{};
  }));
  return pool;
}

// The tags of those that go now: whole crowds, unless a single one is larger than what goes at once.
struct Chosen {
  std::vector<std::string> tags;
  bool is_more = false;
};
Chosen choose(const Pool& pool, WallTime now, MixWhich which) {
  const auto goes =
      which == MixWhich::kAll ? std::vector<bool>(pool.tags.size(), true) : ripe(pool.waiters, now);
  std::map<std::string_view, std::vector<std::size_t>> crowds;
  for (std::size_t i = 0; i < goes.size(); ++i)
    if (goes[i]) crowds[pool.waiters[i].crowd].push_back(i);
  Chosen chosen;
  for (const auto& [name, members] : crowds) {
    const bool is_enough = !chosen.tags.empty() && chosen.tags.size() + members.size() > kMostAtOnce;
    chosen.is_more = chosen.is_more || is_enough || members.size() > kMostAtOnce;
    if (is_enough) continue;
    for (std::size_t i = 0; i < std::min(members.size(), kMostAtOnce); ++i)
      chosen.tags.push_back(pool.tags[members[i]]);
  }
  return chosen;
}

// How many had other content than what another hub has stored of the same id.
Result<std::size_t> move(Sql& sql, const MixingKeys& keys, const std::vector<std::string>& tags) {
  TRY(const auto rows, rows_of_tags(sql, tags));
  std::map<std::string, FeedbackRow> answers;  // in the order of their ids
  std::size_t others = 0;
  for (const SealedRow& row : rows) {
    TRY(auto answer, row.open(keys));
    const auto [same, is_first] = answers.try_emplace(answer.row.id, answer.row);
    if (!is_first && content_of(same->second) != content_of(answer.row)) ++others;
  }
  std::vector<SqlValues> ids;
  for (const auto& [id, row] : answers) ids.push_back({id});
  TRY(const Contents held, stored_content(sql, ids));
  std::vector<const FeedbackRow*> fresh;
  for (const auto& [id, row] : answers) {
    const auto same = held.find(id);
    if (same == held.end())
      fresh.push_back(&row);
    else if (same->second != content_of(row))
      ++others;
  }
  TRY_DONE(add_feedback(sql, fresh));
  for (const std::string& tag : tags) TRY_DONE(sql.post("DELETE FROM incoming WHERE tag = $1", {tag}));
  return others;
}

// What waits from now on gets a key of its own, and keys that sealed only what is gone go too. In a
// transaction of its own: only what is committed is gone.
Outcome change_keys(Sql& sql, const MixingKeyFile& file) {
  return sql.transaction([&]() -> Outcome {
    std::set<std::string> used;
    TRY_DONE(sql.query("SELECT DISTINCT key_id FROM incoming", {}, [&](const SqlRow& row) {
      used.insert(row.text(0));
      return Done{};
    }));
    TRY(MixingKeys keys, read_mixing_keys(file));
    keys.keep(used);
    if (!keys.empty() && keys.size() < kMostKeys) keys.add_random();
    return write_mixing_keys(file, keys);
  });
}

// From 1 on.
std::uint64_t day_number(WallTime now) {
  const auto days = std::chrono::floor<std::chrono::days>(now.time_since_epoch()).count();
  return static_cast<std::uint64_t>(std::max<std::int64_t>(days, 0)) + 1;
}

// They stay for some weeks, in case somebody puts the keys back.
Outcome give_up(Sql& sql, const std::vector<std::string>& lost, std::uint64_t today) {
  TRY_DONE(sql.post("DELETE FROM incoming WHERE lost > 0 AND lost < $1",
                    {today - std::min(today, kLostDaysKept)}));
  if (lost.empty()) return Done{};
  for (const std::string& tag : lost)
    TRY_DONE(sql.post("UPDATE incoming SET lost = $2 WHERE tag = $1", {tag, today}));
  return put_epoch(sql, random_epoch());
}

}  // namespace

Result<TakenAnswers> take_answers(Sql& sql, const MixingKeyFile& file,
                                  std::span<const arrival::Feedback* const> answers, WallTime now,
                                  Source source) {
  TakenAnswers taken;
  if (answers.empty()) return taken;
  TRY(MixingKeys keys, read_mixing_keys(file));
  TRY(const Contents held, held_content(sql, keys, answers));
  std::vector<const arrival::Feedback*> fresh;
  for (const arrival::Feedback* each : answers) {
    taken.each.push_back(taken_as(held, fresh.empty() ? nullptr : &fresh.back()->row, each->row));
    if (taken.each.back() == Taken::kNew) fresh.push_back(each);
  }
  const auto at_once = go_at_once(fresh, now, source);
  std::vector<const FeedbackRow*> mixed;
  std::vector<WaitingAnswer> waiting;
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    if (at_once[i])
      mixed.push_back(&fresh[i]->row);
    else
      waiting.push_back(waiting_from(*fresh[i], now));
  }
  TRY_DONE(add_feedback(sql, mixed));
  TRY_DONE(add_waiting(sql, file, keys, waiting));
  taken.waiting = waiting.size();
  return taken;
}

Result<Mixed> mix(Sql& sql, const MixingKeyFile& file, WallTime now, MixWhich which) {
  Mixed mixed;
  TRY(const std::uint64_t waiting, number_of(sql, "SELECT count(*) FROM incoming"));
  if (waiting == 0) return mixed;
  const std::uint64_t today = day_number(now);
  TRY_DONE(sql.transaction([&]() -> Outcome {
    TRY(const MixingKeys keys, read_mixing_keys(file));
    TRY(const Pool pool, read_pool(sql, file, keys));
    const Chosen chosen = choose(pool, now, which);
    mixed = {chosen.tags.size(), pool.lost.size(), 0, chosen.is_more};
    TRY(mixed.others, move(sql, keys, chosen.tags));
    return give_up(sql, pool.lost, today);
  }));
  if (mixed.moved == 0) return mixed;
  TRY_DONE(change_keys(sql, file));
  if (!mixed.is_more) sql.forget_traces();
  return mixed;
}

std::vector<std::string> told_of(const Mixed& mixed, const std::string& path) {
  std::vector<std::string> sentences;
  if (mixed.lost > 0)
    sentences.push_back(
        std::to_string(mixed.lost) +
        " answers that had arrived cannot be opened, because their key is not in " + path +
        ". The devices are told to send again what they still hold. If that file was moved "
        "away, stop the hub, append what was moved away (cat OLD >> " +
        path + "; chmod 600 " + path +
        ") and start the hub again. Do not put the old file in its place: what came since then "
        "waits under a newer key");
  if (mixed.others > 0)
    sentences.push_back(std::to_string(mixed.others) +
                        " answers came at another hub with other content under the same id; what came first "
                        "stands. Look for a device that is cloned or not ours");
  return sentences;
}

}  // namespace tertulia::hub
