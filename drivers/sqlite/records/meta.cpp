// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/meta.h"

#include <charconv>
#include <string_view>

namespace tertulia::sqlite {
namespace {

constexpr std::string_view kMarkPrefix = "mark:";

std::string mark_row(const std::string& name) { return std::string(kMarkPrefix) + name; }

std::uint64_t number_from(const std::string& text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string unthanked_row(const SubmissionId& id) { return "unthanked:" + id.text(); }

}  // namespace

Result<std::string> meta_value(Database& database, const std::string& name) {
  return database.text("SELECT value FROM meta WHERE name = ?1", {name});
}

Outcome set_meta_value(Database& database, const std::string& name, const std::string& value) {
  return database.run("INSERT OR REPLACE INTO meta VALUES (?1, ?2)", {name, value});
}

Outcome set_mark(Database& database, const std::string& name, std::uint64_t number) {
  return set_meta_value(database, mark_row(name), std::to_string(number));
}

Outcome raise_high_water_mark(Database& database, const std::string& name, std::uint64_t number) {
  TRY(const std::string text, meta_value(database, mark_row(name)));
  return number > number_from(text) ? set_mark(database, name, number) : Outcome(Done{});
}

Result<std::map<std::string, std::uint64_t>> high_water_marks(Database& database) {
  TRY(auto rows, database.query("SELECT name, value FROM meta WHERE name LIKE 'mark:%'"));
  std::map<std::string, std::uint64_t> all;
  while (true) {
    TRY(const bool found, rows.step());
    if (!found) return all;
    all[rows.text(0).substr(kMarkPrefix.size())] = number_from(rows.text(1));
  }
}

Outcome note_unthanked(Database& database, const SubmissionId& id) {
  return set_meta_value(database, unthanked_row(id), "");
}

Outcome forget_unthanked(Database& database, const SubmissionId& id) {
  return database.run("DELETE FROM meta WHERE name = ?1", {unthanked_row(id)});
}

Result<std::vector<Unthanked>> read_unthanked(Database& database) {
  TRY(auto rows, database.query("SELECT id, room, language FROM meta JOIN submissions "
                                "ON id = substr(name, length('unthanked:') + 1) "
                                "WHERE name LIKE 'unthanked:%' AND state = 'submitted' ORDER BY id"));
  std::vector<Unthanked> found;
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return found;
    TRY(const SubmissionId id, SubmissionId::parse(rows.text(0)));
    found.push_back({id, rows.text(1), rows.text(2)});
  }
}

}  // namespace tertulia::sqlite
