// SPDX-License-Identifier: Apache-2.0
// Rows of the table `meta`, which holds single values by name:
//
//   mark:NAME     a high-water mark, see Store::raise_high_water_mark()
//   unthanked:ID  there is one for each submission whose person may not have read that it is stored
//   block:ID      the block of an answer that its room may be shown, see blocks.h
//   hub           the epoch of the hub that was heard last
//   crowd         how many answers there were when contacts could last be sent
//   last_session  the session of the last submission
//   token         see recovery/lineage.h
//   stranded      a recovery was made, and answers without an outbox row were not looked for yet
//
// Every function runs inside a transaction of the caller.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/domain/submission.h"
#include "firmware/ports/store.h"

namespace tertulia::sqlite {

// "" when there is no such row.
[[nodiscard]] Result<std::string> meta_value(Database& database, const std::string& name);
Outcome set_meta_value(Database& database, const std::string& name, const std::string& value);

Outcome set_mark(Database& database, const std::string& name, std::uint64_t number);
// Nothing changes when the mark is already higher.
Outcome raise_high_water_mark(Database& database, const std::string& name, std::uint64_t number);
[[nodiscard]] Result<std::map<std::string, std::uint64_t>> high_water_marks(Database& database);

Outcome note_unthanked(Database& database, const SubmissionId& id);
Outcome forget_unthanked(Database& database, const SubmissionId& id);
[[nodiscard]] Result<std::vector<Unthanked>> read_unthanked(Database& database);  // in the order of their ids

}  // namespace tertulia::sqlite
