// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/unthanked.h"

#include <string>

namespace tertulia::sqlite {
namespace {

std::string row_of(const SubmissionId& id) { return "unthanked:" + id.text(); }

}  // namespace

Outcome note_unthanked(Database& database, const SubmissionId& id) {
  return database.run("INSERT OR REPLACE INTO meta VALUES (?1, '')", {row_of(id)});
}

Outcome forget_unthanked(Database& database, const SubmissionId& id) {
  return database.run("DELETE FROM meta WHERE name = ?1", {row_of(id)});
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
