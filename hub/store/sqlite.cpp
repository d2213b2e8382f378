// SPDX-License-Identifier: Apache-2.0
#include "hub/store/sqlite.h"

#include <algorithm>
#include <limits>
#include <span>

#include "firmware/domain/joined.h"
#include "firmware/files/replace_file.h"

namespace tertulia::hub {
namespace {

constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

class Columns final : public SqlRow {
 public:
  explicit Columns(const sqlite::Statement& row) : row_(row) {}
  [[nodiscard]] std::string text(int column) const override { return row_.text(column); }
  [[nodiscard]] std::uint64_t number(int column) const override { return row_.count(column); }

 private:
  const sqlite::Statement& row_;
};

// The parameters $1, $2... are ?1, ?2... in SQLite.
std::string in_sqlite_words(std::string_view statement) {
  std::string words(statement);
  std::replace(words.begin(), words.end(), '$', '?');
  return words;
}

struct ToSqlite {
  sqlite::Value operator()(std::string_view text) const { return text; }
  sqlite::Value operator()(std::uint64_t number) const { return sqlite::integer(number); }
  sqlite::Value operator()(const Bytes& bytes) const { return sqlite::Blob{bytes.bytes}; }
};

bool is_too_large(const SqlValue& value) {
  const auto* number = std::get_if<std::uint64_t>(&value);
  return number != nullptr && *number > kLargest;
}

// Runs a prepared statement once, with these values.
Outcome run_once(sqlite::Statement& statement, const SqlValues& values, const TakeRow& take) {
  if (std::any_of(values.begin(), values.end(), is_too_large))
    return Error{"a number is too large for the database: it must be below 2^63"};
  statement.rewind();
  int index = 0;
  for (const SqlValue& value : values) TRY_DONE(statement.bind(++index, std::visit(ToSqlite{}, value)));
  while (true) {
    TRY(const bool found, statement.step());
    if (!found) return Done{};
    TRY_DONE(take(Columns(statement)));
  }
}

// "?1, ?2, ?3".
std::string numbered(std::size_t count) {
  std::string text;
  for (std::size_t i = 1; i <= count; ++i) text += (i > 1 ? ", ?" : "?") + std::to_string(i);
  return text;
}

Outcome ignore(const SqlRow&) { return Done{}; }

}  // namespace

Result<std::unique_ptr<Sql>> Sqlite::open(const std::string& path, OpenMode mode) {
  const bool reads = mode == OpenMode::kReadOnly;
  // SQLite would give a new file the rights that the umask leaves, and its WAL those of the file.
  if (!reads) static_cast<void>(create_private_file(path, ""));  // usually it is there
  TRY(auto database,
      sqlite::Database::open(path, reads ? sqlite::Access::kReadOnly : sqlite::Access::kWrite));
  if (!reads)
    TRY_DONE(
        database->script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
                         "PRAGMA secure_delete = ON"));
  return std::unique_ptr<Sql>(new Sqlite(std::move(database)));
}

Outcome Sqlite::query(std::string_view statement, const SqlValues& values, const TakeRow& take) {
  TRY(auto prepared, database_->prepare(in_sqlite_words(statement)));
  return run_once(prepared, values, take);
}

Result<std::uint64_t> Sqlite::run(std::string_view statement, const SqlValues& values) {
  TRY_DONE(query(statement, values, ignore));
  return static_cast<std::uint64_t>(database_->changes());
}

Outcome Sqlite::post(std::string_view statement, const SqlValues& values) {
  return query(statement, values, ignore);
}

Outcome Sqlite::query_each(std::string_view statement, const std::vector<SqlValues>& all,
                           const TakeRow& take) {
  TRY(auto prepared, database_->prepare(in_sqlite_words(statement)));
  for (const SqlValues& values : all) TRY_DONE(run_once(prepared, values, take));
  return Done{};
}

Result<std::vector<bool>> Sqlite::add(const Rows& rows) {
  const auto key = std::span(rows.columns).first(rows.key);
  TRY(auto prepared, database_->prepare("INSERT INTO " + std::string(rows.table) + " (" +
                                        joined(rows.columns) + ") VALUES (" + numbered(rows.columns.size()) +
                                        ") ON CONFLICT (" + joined(key) + ") DO NOTHING"));
  std::vector<bool> is_new;
  for (const SqlValues& row : rows.rows) {
    TRY_DONE(run_once(prepared, row, ignore));
    is_new.push_back(database_->changes() > 0);
  }
  return is_new;
}

Outcome Sqlite::find(const Rows& keys, const TakeRow& take) {
  std::string where;
  for (std::size_t i = 0; i < keys.key; ++i)
    where += (i > 0 ? " AND " : "") + std::string(keys.columns[i]) + " = ?" + std::to_string(i + 1);
  TRY(auto prepared, database_->prepare("SELECT " + joined(keys.columns) + " FROM " +
                                        std::string(keys.table) + " WHERE " + where));
  for (const SqlValues& key : keys.rows) TRY_DONE(run_once(prepared, key, take));
  return Done{};
}

Outcome Sqlite::transaction(const std::function<Outcome()>& work) { return database_->transaction(work); }

Outcome Sqlite::define(std::string_view statements) { return database_->script(std::string(statements)); }

Result<std::size_t> Sqlite::version() { return number_of(*this, "PRAGMA user_version"); }

Outcome Sqlite::set_version(std::size_t version) {
  return database_->script("PRAGMA user_version = " + std::to_string(version));
}

}  // namespace tertulia::hub
