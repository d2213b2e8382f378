// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/connection/database.h"

#include <sqlite3.h>

#include "drivers/files/replace_file.h"

namespace tertulia::sqlite {
namespace {

constexpr int kBusyMilliseconds = 5000;

std::string sentence(int code, const std::string& path, const char* detail) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "The disk is full: nothing was saved in " + path +
             ". Free space on it, or export the answers to a USB stick, then try again.";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return path + " cannot be written. Make the file, its folder and the disk writable for this program.";
    case SQLITE_CANTOPEN:
      return path + " cannot be opened. Check that its folder exists and belongs to this program's user.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return path + " is in use by another program. Stop the other one, then try again.";
    case SQLITE_IOERR:
      return "The disk failed while " + path + " was read or written (" + detail +
             "). Check the card and its free space.";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return path + " is damaged. Restart the program: it sets the file aside and recovers what it can.";
    default:
      return path + ": " + detail + ".";
  }
}

int bind(sqlite3_stmt* statement, int index, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value))
    return sqlite3_bind_int64(statement, index, *number);
  const auto& text = std::get<std::string_view>(value);
  return sqlite3_bind_text64(statement, index, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                             SQLITE_UTF8);
}

}  // namespace

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return database_->failure(code);
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
}

Values Statement::row() const {
  Values values;
  for (int column = 0; column < sqlite3_column_count(statement_.get()); ++column) {
    if (sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER) {
      values.emplace_back(number(column));
      continue;
    }
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    values.emplace_back(std::string_view(bytes == nullptr ? "" : bytes, size));
  }
  return values;
}

std::string suspect_path(const std::string& database_path) { return database_path + ".suspect"; }

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::~Database() {
  if (damaged_) keep_wal_on_close();
}

void Database::keep_wal_on_close() {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, static_cast<int*>(nullptr));
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (access == Access::kWrite ? SQLITE_OPEN_CREATE : 0);
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  std::unique_ptr<Database> database(new Database(path, handle, access));
  if (code != SQLITE_OK) return database->failure(code);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  if (access == Access::kSalvage) {
    database->keep_wal_on_close();
    TRY_DONE(database->script("PRAGMA query_only = ON"));
  }
  return database;
}

void Database::empty_wal() {
  sqlite3_busy_timeout(handle_.get(), 0);  // a reader must not hold up the next answer
  sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle_.get(), kBusyMilliseconds);
}

Error Database::failure(int code) {
  if (const int primary = code & 0xff; primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) note_damage();
  return Error{sentence(code, path_, handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code))};
}

void Database::note_damage() {
  // When it cannot be written, the damage is met again at the next start.
  if (!damaged_ && access_ == Access::kWrite)
    static_cast<void>(replace_file(suspect_path(path_), "damaged\n").ok());
  damaged_ = true;
}

void Database::roll_back() {
  // Some errors (a full disk) have already rolled back by themselves.
  must_roll_back_ = sqlite3_get_autocommit(handle_.get()) == 0 &&
                    sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr) != SQLITE_OK;
}

Outcome Database::make_up() {
  if (must_roll_back_) roll_back();
  if (must_roll_back_) return failure(sqlite3_errcode(handle_.get()));
  return Done{};
}

Outcome Database::script(const std::string& sql) {
  TRY_DONE(make_up());
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure(code);
  return Done{};
}

Result<Statement> Database::query(const std::string& sql, const Values& values) {
  TRY_DONE(make_up());
  StatementCache::Owned prepared = statements_.take(sql);
  if (!prepared) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.c_str(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    prepared.reset(raw);
    if (code != SQLITE_OK) return failure(code);
  }
  sqlite3_stmt* const raw = prepared.get();
  Statement statement(*this, statements_, std::move(prepared));
  int index = 0;
  for (const Value& value : values)
    if (const int bound = bind(raw, ++index, value); bound != SQLITE_OK) return failure(bound);
  return statement;
}

Outcome Database::run(const std::string& sql, const Values& values) {
  TRY(auto statement, query(sql, values));
  for (bool more = true; more;) {
    TRY(more, statement.step());
  }
  return Done{};
}

Result<std::int64_t> Database::number(const std::string& sql, const Values& values) {
  TRY(auto statement, query(sql, values));
  TRY(const bool found, statement.step());
  return found ? statement.number(0) : 0;
}

Result<std::string> Database::text(const std::string& sql, const Values& values) {
  TRY(auto statement, query(sql, values));
  TRY(const bool found, statement.step());
  return found ? statement.text(0) : std::string();
}

Outcome Database::transaction(const std::function<Outcome()>& work) {
  TRY_DONE(script("BEGIN IMMEDIATE"));
  Outcome outcome = work();
  if (outcome.ok()) outcome = script("COMMIT");
  if (!outcome.ok()) roll_back();
  return outcome;
}

}  // namespace tertulia::sqlite
