// SPDX-License-Identifier: Apache-2.0
// Which answers are in which block: for each a row "block:ID" of the table `meta` with the number of the
// block and its k, "3/5"; "0" where nobody knows whether it is in one. Every function runs inside a
// transaction of the caller.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/ports/store.h"

namespace tertulia::sqlite {

// See Store::answers_to().
[[nodiscard]] Result<AnswersInBlocks> answers_to(Database& database, const std::string& form_hash,
                                                 const std::string& session);
// Puts those of them that are in no block into a new one.
Outcome put_into_block(Database& database, const std::vector<SubmissionId>& answers, std::uint64_t threshold);
// Of a recovered file: of the answers whose block was not found nobody knows whether a room was shown them.
Outcome forget_lost_blocks(Database& database);

}  // namespace tertulia::sqlite
