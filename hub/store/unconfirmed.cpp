// SPDX-License-Identifier: Apache-2.0
#include "hub/store/unconfirmed.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace tertulia::hub {
namespace {

struct Key {
  std::string_view kind;  // "answer", "contact", "event"; empty: it is no row
  std::string id;
};

Key key_of(const Arrival& arrival) {
  if (const auto* feedback = std::get_if<arrival::Feedback>(&arrival)) return {"answer", feedback->row.id};
  if (const auto* contact = std::get_if<arrival::Contact>(&arrival)) return {"contact", contact->row.id};
  if (const auto* fact = std::get_if<arrival::Fact>(&arrival)) {
    const Position& at = fact->at;
    return {"event", at.origin.programme + "/" + at.origin.device + "/" + at.epoch + "/" +
                         std::to_string(at.sequence)};
  }
  return {};
}

Rows keys_of(std::span<const Arrival> batch, std::vector<Key>& keys) {
  for (const Arrival& arrival : batch) keys.push_back(key_of(arrival));
  Rows rows{"unconfirmed", {"kind", "id"}, 2, {}};
  for (const Key& key : keys)
    if (!key.kind.empty()) rows.rows.push_back({key.kind, std::string_view(key.id)});
  return rows;
}

Outcome forget(Sql& sql, const FeedbackRow& row) {
  TRY(const std::uint64_t gone,
      sql.run(
          "DELETE FROM feedback WHERE id = $1 AND NOT (programme = $2 AND room = $3 AND session = $4 AND "
          "form = $5 AND form_hash = $6 AND language = $7 AND state = $8 AND answers = $9 AND time = $10)",
          {row.id, row.programme, row.room, row.session, row.form, row.form_hash, row.language, row.state,
           row.answers, row.time}));
  if (gone == 0) return Done{};
  return sql.post("DELETE FROM released WHERE id = $1", {row.id});
}

Outcome forget(Sql& sql, const Arrival& arrival) {
  if (const auto* feedback = std::get_if<arrival::Feedback>(&arrival)) return forget(sql, feedback->row);
  if (const auto* contact = std::get_if<arrival::Contact>(&arrival))
    return sql.post("DELETE FROM contact WHERE id = $1 AND sealed <> '' AND sealed <> $2",
                    {contact->row.id, contact->row.sealed});
  const Position& at = std::get<arrival::Fact>(arrival).at;
  return sql.post("DELETE FROM event WHERE programme = $1 AND device = $2 AND epoch = $3 AND seq = $4",
                  {at.origin.programme, at.origin.device, at.epoch, at.sequence});
}

}  // namespace

Outcome give_way(Sql& sql, std::span<const Arrival> batch) {
  TRY(const std::uint64_t any,
      number_of(sql, "SELECT count(*) FROM (SELECT 1 FROM unconfirmed LIMIT 1) AS one"));
  if (any == 0) return Done{};
  std::vector<Key> keys;
  std::set<std::pair<std::string, std::string>> found;
  TRY_DONE(sql.find(keys_of(batch, keys), [&](const SqlRow& row) {
    found.emplace(row.text(0), row.text(1));
    return Done{};
  }));
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (found.erase({std::string(keys[i].kind), keys[i].id}) == 0) continue;
    TRY_DONE(forget(sql, batch[i]));
    TRY_DONE(sql.post("DELETE FROM unconfirmed WHERE kind = $1 AND id = $2", {keys[i].kind, keys[i].id}));
  }
  return Done{};
}

Outcome note_unconfirmed(Sql& sql, std::span<const Arrival> batch, const std::vector<SaveResult>& results) {
  std::vector<Key> keys;
  for (std::size_t i = 0; i < batch.size(); ++i)
    if (results[i] == SaveResult::kNew) keys.push_back(key_of(batch[i]));
  // The order of the ids says nothing of the order in which people answered.
  std::sort(keys.begin(), keys.end(), [](const Key& one, const Key& other) {
    return std::tie(one.kind, one.id) < std::tie(other.kind, other.id);
  });
  Rows rows{"unconfirmed", {"kind", "id"}, 2, {}};
  for (const Key& key : keys) rows.rows.push_back({key.kind, std::string_view(key.id)});
  TRY([[maybe_unused]] const auto is_new, sql.add(rows));
  return Done{};
}

}  // namespace tertulia::hub
