// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/connection/statement.h"

#include <utility>

#include <sqlite3.h>

#include "drivers/sqlite/connection/database.h"

namespace tertulia::sqlite {
namespace {

// Some of them act while they are prepared (sqlite.org/pragma.html): those must be prepared each time.
bool is_pragma(std::string_view sql) { return sql.starts_with("PRAGMA"); }

const char* start_of(std::string_view bytes) { return bytes.empty() ? "" : bytes.data(); }

struct Bind {
  sqlite3_stmt* statement;
  int index;
  int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, index, number); }
  int operator()(std::string_view text) const {
    return sqlite3_bind_text64(statement, index, start_of(text), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  int operator()(const Blob& blob) const {
    return sqlite3_bind_blob64(statement, index, start_of(blob.bytes), blob.bytes.size(), SQLITE_TRANSIENT);
  }
};

}  // namespace

void Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

PreparedStatement StatementCache::take(std::string_view sql) {
  const auto found = unused_.find(sql);
  if (found == unused_.end()) return nullptr;
  PreparedStatement statement = std::move(found->second);
  unused_.erase(found);
  return statement;
}

void StatementCache::put_back(PreparedStatement statement) {
  sqlite3_reset(statement.get());  // repeats the error that step() has reported
  sqlite3_clear_bindings(statement.get());
  const std::string_view sql = sqlite3_sql(statement.get());
  if (unused_.size() < kMost && !is_pragma(sql)) unused_.try_emplace(sql, std::move(statement));
}

Outcome Statement::bind(int index, const Value& value) {
  const int code = std::visit(Bind{statement_.get(), index}, value);
  if (code != SQLITE_OK) return database_->failure(code);
  return Done{};
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return database_->failure(code);
}

void Statement::rewind() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string Statement::text(int column) const { return std::string(view(column)); }

std::string_view Statement::view(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string_view("") : std::string_view(bytes, size);
}

Values Statement::row() const {
  Values values;
  for (int column = 0; column < sqlite3_column_count(statement_.get()); ++column) {
    if (sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER)
      values.emplace_back(number(column));
    else
      values.emplace_back(view(column));
  }
  return values;
}

}  // namespace tertulia::sqlite
