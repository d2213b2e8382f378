// SPDX-License-Identifier: Apache-2.0
// Writes answers so that the database does not tell in which order people answered. SQLite's table is sorted
// by the random ids. PostgreSQL's table is in the order of arrival and names the transaction of each row;
// there, answers are written in the order of their ids, at least 200 in one transaction. Answers that come in
// smaller numbers are marked `fresh` and written again later, when there are 200. Reasons: decision 054.
#pragma once

#include <vector>

#include "firmware/domain/result.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

// Adds the rows that are not there yet; tells of each whether it was new. The rows have the columns of
// feedback_columns() and are in the order of their ids. Inside a transaction of the caller.
[[nodiscard]] Result<std::vector<bool>> add_feedback(Sql& sql, std::vector<SqlValues> rows);

}  // namespace tertulia::hub
