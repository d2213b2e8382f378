// SPDX-License-Identifier: Apache-2.0
#include "hub/sqlite.h"

#include <limits>

#include <sqlite3.h>

namespace tertulia::hub {
namespace {

constexpr int kBusyMilliseconds = 5000;  // a report may hold the file for a moment

Error failure(const std::string& path, const char* said) {
  return {"database " + path + ": " + said +
          "; check that the disk has room and that the file is ours to write"};
}

// SQLITE_TRANSIENT without its old-style cast: SQLite copies the bytes.
sqlite3_destructor_type copied() {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): what SQLite's interface demands.
  return reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
}

int bind_text(sqlite3_stmt* statement, int index, std::string_view text) {
  return sqlite3_bind_text64(statement, index, text.data() ? text.data() : "", text.size(), copied(),
                             SQLITE_UTF8);
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement& Statement::bind(int index, std::string_view text) {
  bound_ = bound_ && bind_text(statement_.get(), index, text) == SQLITE_OK;
  return *this;
}

Statement& Statement::bind(int index, std::uint64_t number) {
  bound_ = bound_ && number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) &&
           sqlite3_bind_int64(statement_.get(), index, static_cast<sqlite3_int64>(number)) == SQLITE_OK;
  return *this;
}

Statement& Statement::bind_blob(int index, std::string_view bytes) {
  bound_ = bound_ && sqlite3_bind_blob64(statement_.get(), index, bytes.data() ? bytes.data() : "",
                                         bytes.size(), copied()) == SQLITE_OK;
  return *this;
}

Result<bool> Statement::step() {
  if (!bound_) return failure(path_, "a value could not be bound");
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return error();
  }
}

Outcome Statement::run() {
  const auto stepped = step();
  const auto failed = stepped.ok() ? Error{} : stepped.error();
  reset();
  if (!stepped.ok()) return failed;
  return Done{};
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  bound_ = true;
}

std::string Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

std::uint64_t Statement::number(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

Error Statement::error() const { return failure(path_, sqlite3_errmsg(sqlite3_db_handle(statement_.get()))); }

void Sqlite::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Result<Sqlite> Sqlite::open(const std::string& path, OpenMode mode) {
  const int flags =
      mode == OpenMode::kReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Handle handle(raw);
  if (code != SQLITE_OK) return failure(path, sqlite3_errstr(code));
  sqlite3_busy_timeout(handle.get(), kBusyMilliseconds);
  return Sqlite(std::move(handle), path);
}

Outcome Sqlite::execute(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error();
  return Done{};
}

Result<Statement> Sqlite::prepare(std::string_view sql) const {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
  Statement statement(raw, path_);
  if (code != SQLITE_OK) return error();
  return statement;
}

std::uint64_t Sqlite::changes() const { return static_cast<std::uint64_t>(sqlite3_changes64(handle_.get())); }

Error Sqlite::error() const { return failure(path_, sqlite3_errmsg(handle_.get())); }

void Transaction::RollBack::operator()(Sqlite* database) const {
  // SQLite may have rolled back by itself (disk full); the second try then only says so.
  static_cast<void>(database->execute("ROLLBACK"));
}

Result<Transaction> Transaction::begin(Sqlite& database) {
  TRY_DONE(database.execute("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Outcome Transaction::commit() {
  TRY_DONE(open_->execute("COMMIT"));
  static_cast<void>(open_.release());
  return Done{};
}

}  // namespace tertulia::hub
