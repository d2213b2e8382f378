// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/blocks.h"

#include <utility>

#include "firmware/wire/answers.h"

namespace tertulia::sqlite {

namespace {

// Of each answer; NULL: it is in none. SQLite reads "3/5" as the number 3.
constexpr const char* kBlock = "(SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'block:' || id)";
constexpr const char* kThreshold =
    "(SELECT CAST(substr(value, instr(value, '/') + 1) AS INTEGER) FROM meta WHERE name = 'block:' || id)";
// Whoever answered nothing has "{}", too: such an answer is erased when its event is.
constexpr const char* kIsErased =
    "(acknowledged = 1 AND answers = '{}' AND NOT EXISTS (SELECT 1 FROM kept WHERE event_id = id))";

}  // namespace

Result<AnswersInBlocks> answers_to(Database& database, const std::string& form_hash,
                                   const std::string& session) {
  AnswersInBlocks found;
  TRY(auto rows, database.query(std::string("SELECT id, answers, COALESCE(") + kBlock + ", -1), " +
                                    kIsErased + ", acknowledged, COALESCE(" + kThreshold +
                                    ", 0) FROM submissions WHERE session = ?1 AND form_hash = ?2 AND "
                                    "state = 'submitted' ORDER BY id",
                                {session, form_hash}));
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return found;
    const std::int64_t block = rows.number(2);
    if (block == 0) continue;
    const auto id = SubmissionId::parse(rows.text(0));
    auto answers = wire::answers_from_json(rows.text(1));
    if (rows.number(3) != 0 || !id.ok() || !answers.ok()) {
      found.are_complete = found.are_complete && block < 0;
      continue;
    }
    found.answers.push_back({id.value(), std::move(answers).value(),
                             block < 0 ? 0 : static_cast<std::uint64_t>(block), rows.count(5),
                             rows.number(4) != 0});
  }
}

Outcome put_into_block(Database& database, const std::vector<SubmissionId>& answers,
                       std::uint64_t threshold) {
  TRY(const std::int64_t last,
      database.number("SELECT COALESCE(max(CAST(value AS INTEGER)), 0) FROM meta WHERE name LIKE 'block:%'"));
  const std::string block = std::to_string(last + 1) + "/" + std::to_string(threshold);
  for (const SubmissionId& id : answers)
    TRY_DONE(database.run("INSERT OR IGNORE INTO meta VALUES ('block:' || ?1, ?2)", {id.text(), block}));
  return Done{};
}

Outcome forget_lost_blocks(Database& database) {
  return database.run(
      "INSERT OR IGNORE INTO meta SELECT 'block:' || id, '0' FROM submissions WHERE state = 'submitted'");
}

}  // namespace tertulia::sqlite
