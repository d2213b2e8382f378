// SPDX-License-Identifier: Apache-2.0
// Rows of the table `meta`, which holds single values by name:
//
//   mark:NAME     a high-water mark, see Store::raise_high_water_mark()
//   glass:SCREEN  the id of the submission that is given at this screen, until its person has left
//   unthanked:ID  the same, as versions before wrote it for what was submitted
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

Outcome set_high_water_mark(Database& database, const std::string& name, std::uint64_t number);
// Nothing changes when the mark is already higher.
Outcome raise_high_water_mark(Database& database, const std::string& name, std::uint64_t number);
[[nodiscard]] Result<std::map<std::string, std::uint64_t>> high_water_marks(Database& database);

// The mark of a screen. Whose it was before is forgotten.
Outcome set_mark(Database& database, int screen, const SubmissionId& id);
Outcome remove_mark(Database& database, const SubmissionId& id);
Outcome remove_marks(Database& database);
// See Store::interrupted(). Drafts of versions before, which have no mark, are among them unless they are
// empty.
[[nodiscard]] Result<std::vector<Interrupted>> read_marks(Database& database);

}  // namespace tertulia::sqlite
