// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/connection/statement_cache.h"

#include <sqlite3.h>

namespace tertulia::sqlite {
namespace {

// Some of them act while they are prepared (sqlite.org/pragma.html): those must be prepared each time.
bool is_pragma(std::string_view sql) { return sql.starts_with("PRAGMA"); }

}  // namespace

void StatementCache::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

StatementCache::Owned StatementCache::take(std::string_view sql) {
  const auto found = at_rest_.find(sql);
  if (found == at_rest_.end()) return nullptr;
  Owned statement = std::move(found->second);
  at_rest_.erase(found);
  return statement;
}

void StatementCache::put_back(Owned statement) {
  sqlite3_reset(statement.get());  // says once more what step() has said
  sqlite3_clear_bindings(statement.get());
  const std::string_view sql = sqlite3_sql(statement.get());
  if (at_rest_.size() < kMost && !is_pragma(sql)) at_rest_.try_emplace(sql, std::move(statement));
}

}  // namespace tertulia::sqlite
