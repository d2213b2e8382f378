// SPDX-License-Identifier: Apache-2.0
// Answers go into the database so that nothing of it tells who came before whom. SQLite's table lies in the
// order of its random ids by itself. PostgreSQL's lies in the order of arrival and names the transaction of
// each row: there, at least 200 answers lie in the order of their ids and come by one transaction. Those that
// came in smaller numbers are marked `fresh`, and mixed later.
#pragma once

#include <vector>

#include "firmware/domain/result.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

// Of rows with the columns of feedback_columns(), in the order of their ids, puts in those that are not there
// yet. Tells of each whether it was new. In the caller's transaction.
[[nodiscard]] Result<std::vector<bool>> add_feedback(Sql& sql, std::vector<SqlValues> rows);

}  // namespace tertulia::hub
