// SPDX-License-Identifier: Apache-2.0
// From a path to a sound database of the current schema in a known epoch, whatever lay there before.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "drivers/sqlite/sqlite_store.h"

namespace tertulia::sqlite {

struct Opening {
  std::unique_ptr<Database> database;
  Numbering numbering;
  std::vector<std::string> notices;
};

[[nodiscard]] Result<Opening> open_or_recover(const std::string& path, const StoreOptions& options);

// Writes a new token into the database and the file beside it, so that older copies of either stand out.
Outcome renew_token(Database& database, const std::string& epoch, Device& random);

}  // namespace tertulia::sqlite
