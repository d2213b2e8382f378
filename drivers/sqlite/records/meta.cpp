// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/meta.h"

#include <charconv>
#include <string_view>

namespace tertulia::sqlite {
namespace {

constexpr std::string_view kMarkPrefix = "mark:";
constexpr const char* kGlassPrefix = "glass:";

std::string mark_row(const std::string& name) { return std::string(kMarkPrefix) + name; }

std::uint64_t number_from(const std::string& text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

Result<std::string> meta_value(Database& database, const std::string& name) {
  return database.text("SELECT value FROM meta WHERE name = ?1", {name});
}

Outcome set_meta_value(Database& database, const std::string& name, const std::string& value) {
  return database.run("INSERT OR REPLACE INTO meta VALUES (?1, ?2)", {name, value});
}

Outcome set_high_water_mark(Database& database, const std::string& name, std::uint64_t number) {
  return set_meta_value(database, mark_row(name), std::to_string(number));
}

Outcome raise_high_water_mark(Database& database, const std::string& name, std::uint64_t number) {
  TRY(const std::string text, meta_value(database, mark_row(name)));
  return number > number_from(text) ? set_high_water_mark(database, name, number) : Outcome(Done{});
}

Result<std::map<std::string, std::uint64_t>> high_water_marks(Database& database) {
  // As a range, see remove_mark(): this is asked at every acknowledgement.
  TRY(auto rows, database.query("SELECT name, value FROM meta WHERE name >= 'mark:' AND name < 'mark;'"));
  std::map<std::string, std::uint64_t> all;
  while (true) {
    TRY(const bool found, rows.step());
    if (!found) return all;
    all[rows.text(0).substr(kMarkPrefix.size())] = number_from(rows.text(1));
  }
}

Outcome set_mark(Database& database, int screen, const SubmissionId& id) {
  // As a rule it is the same, and a page less to write.
  return database.run(
      "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value "
      "WHERE value <> excluded.value",
      {kGlassPrefix + std::to_string(screen), id.text()});
}

Outcome remove_mark(Database& database, const SubmissionId& id) {
  // As a range, which finds them by the key: the table also holds a row of each answer in a block.
  return database.run(
      "DELETE FROM meta WHERE (name >= 'glass:' AND name < 'glass;' AND value = ?1) "
      "OR name = 'unthanked:' || ?1",
      {id.text()});
}

Outcome remove_marks(Database& database) {
  return database.run("DELETE FROM meta WHERE name LIKE 'glass:%' OR name LIKE 'unthanked:%'");
}

Result<std::vector<Interrupted>> read_marks(Database& database) {
  TRY(auto rows,
      database.query("SELECT id, CAST(substr(name, length('glass:') + 1) AS INTEGER), room, language, state "
                     "FROM meta JOIN submissions ON id = value WHERE name LIKE 'glass:%' "
                     "UNION SELECT id, -1, room, language, state FROM meta JOIN submissions "
                     "ON id = substr(name, length('unthanked:') + 1) WHERE name LIKE 'unthanked:%' "
                     "UNION SELECT id, -1, room, language, state FROM submissions WHERE state = 'open' AND "
                     "answers <> '{}' AND id NOT IN (SELECT value FROM meta WHERE name LIKE 'glass:%') "
                     "ORDER BY id"));
  std::vector<Interrupted> found;
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return found;
    const auto id = SubmissionId::parse(rows.text(0));
    const auto state = submission_state_from(rows.text(4));
    if (!id.ok() || !state.ok() || state.value() == SubmissionState::kAbandoned) continue;
    const auto screen = rows.number(1);
    found.push_back({id.value(), screen < 0 ? std::nullopt : std::optional(static_cast<int>(screen)),
                     rows.text(2), rows.text(3), state.value() == SubmissionState::kSubmitted});
  }
}

}  // namespace tertulia::sqlite
