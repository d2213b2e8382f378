// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/high_water_marks.h"

#include <charconv>

namespace tertulia::sqlite {
namespace {

constexpr std::string_view kPrefix = "mark:";

std::string row_of(const std::string& name) { return std::string(kPrefix) + name; }

std::uint64_t number_from(const std::string& text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

Result<bool> raise_mark(Database& database, const std::string& name, std::uint64_t number) {
  const std::string row = row_of(name);
  TRY(const std::string text, database.text("SELECT value FROM meta WHERE name = ?1", {row}));
  const std::uint64_t known = number_from(text);
  if (number <= known) return number == known;
  const std::string digits = std::to_string(number);
  TRY_DONE(database.run("INSERT OR REPLACE INTO meta VALUES (?1, ?2)", {row, digits}));
  return true;
}

Result<std::map<std::string, std::uint64_t>> marks(Database& database) {
  TRY(auto rows, database.query("SELECT name, value FROM meta WHERE name LIKE 'mark:%'"));
  std::map<std::string, std::uint64_t> all;
  while (true) {
    TRY(const bool found, rows.step());
    if (!found) return all;
    all[rows.text(0).substr(kPrefix.size())] = number_from(rows.text(1));
  }
}

}  // namespace tertulia::sqlite
