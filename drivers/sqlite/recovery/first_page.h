// SPDX-License-Identifier: Apache-2.0
// The first page of a database lists its tables: without it SQLite sees nothing of all the others. In the
// databases of this program it is always the same, but for a few counters.
#pragma once

#include <string>

#include "firmware/domain/result.h"

namespace tertulia::sqlite {

// Copies the damaged database `from`, with its WAL, to `to`, and gives the copy the first page of `sound`: a
// database of ours that is wholly in its file, not in its WAL. Errors: disk.
Outcome copy_with_first_page(const std::string& from, const std::string& to, const std::string& sound);

}  // namespace tertulia::sqlite
