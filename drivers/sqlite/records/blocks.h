// SPDX-License-Identifier: Apache-2.0
// Which answers are in which block: the column `block` of the table `submissions`. 0 is no block, -1 is not
// known. Every function runs inside a transaction of the caller.
#pragma once

#include <string>
#include <vector>

#include "drivers/sqlite/connection/database.h"
#include "firmware/ports/store.h"

namespace tertulia::sqlite {

// See Store::answers_to().
[[nodiscard]] Result<AnswersInBlocks> answers_to(Database& database, const std::string& form,
                                                 const std::string& session);
// Puts those of them that are in no block into a new one.
Outcome put_into_block(Database& database, const std::vector<SubmissionId>& answers);
// Of a recovered file: nobody knows which of its answers a room has been shown.
Outcome forget_blocks(Database& database);

}  // namespace tertulia::sqlite
