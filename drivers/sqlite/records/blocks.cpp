// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/blocks.h"

#include <algorithm>
#include <utility>

#include "firmware/wire/answers.h"

namespace tertulia::sqlite {

Result<AnswersInBlocks> answers_to(Database& database, const std::string& form, const std::string& session) {
  AnswersInBlocks found;
  // Whoever answered nothing has "{}", too: such an answer is erased when its event is.
  TRY(auto rows,
      database.query("SELECT id, answers, block, acknowledged = 1 AND answers = '{}' AND NOT EXISTS "
                     "(SELECT 1 FROM kept WHERE event_id = id), acknowledged FROM submissions "
                     "WHERE session = ?1 AND form = ?2 AND state = 'submitted' AND block >= 0 "
                     "ORDER BY id",
                     {session, form}));
  while (true) {
    TRY(const bool more, rows.step());
    if (!more) return found;
    const auto block = static_cast<std::uint64_t>(rows.number(2));
    const auto id = SubmissionId::parse(rows.text(0));
    auto answers = wire::answers_from_json(rows.text(1));
    if (rows.number(3) != 0 || !id.ok() || !answers.ok()) {
      found.are_complete = found.are_complete && block == 0;
      continue;
    }
    found.answers.push_back({id.value(), std::move(answers).value(), block, rows.number(4) != 0});
  }
}

Outcome put_into_block(Database& database, const std::vector<SubmissionId>& answers) {
  TRY(const std::int64_t last, database.number("SELECT max(block) FROM submissions"));
  const std::int64_t next = std::max<std::int64_t>(last, 0) + 1;
  for (const SubmissionId& id : answers)
    TRY_DONE(
        database.run("UPDATE submissions SET block = ?2 WHERE id = ?1 AND block = 0", {id.text(), next}));
  return Done{};
}

Outcome forget_blocks(Database& database) {
  return database.run("UPDATE submissions SET block = -1 WHERE state <> 'open'");
}

}  // namespace tertulia::sqlite
