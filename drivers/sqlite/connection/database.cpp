// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/connection/database.h"

#include <cerrno>

#include <sqlite3.h>

namespace tertulia::sqlite {
namespace {

constexpr int kBusyMilliseconds = 5000;  // another connection may hold the file for a moment

int flags_of(Access access) {
  constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (access == Access::kReadOnly) return kAlways | SQLITE_OPEN_READONLY;
  return kAlways | SQLITE_OPEN_READWRITE | (access == Access::kWrite ? SQLITE_OPEN_CREATE : 0);
}

bool is_damage(int code) { return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB; }

// `system`: errno of the call that failed. A file beside the database cannot be made on a read-only disk:
// that is no missing folder.
std::string sentence(int code, int system, const std::string& path, const char* detail) {
  const int kind = (code & 0xff) == SQLITE_CANTOPEN && system == EROFS ? SQLITE_READONLY : code & 0xff;
  switch (kind) {
    case SQLITE_FULL:
      return "The disk is full: nothing was saved in " + path + ". Free space on it, then try again.";
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
    default:
      return path + ": " + detail + ".";
  }
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access, DamageRule rule) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags_of(access), nullptr);
  std::unique_ptr<Database> database(new Database(path, handle, std::move(rule)));
  if (code != SQLITE_OK) return database->failure(code);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  if (access == Access::kSalvage) {
    database->keep_wal();
    TRY_DONE(database->script("PRAGMA query_only = ON"));
  }
  return database;
}

bool Database::empty_wal() {
  if (damaged_ || must_roll_back_) return false;
  sqlite3_busy_timeout(handle_.get(), 0);  // a reader must not hold up the next answer
  const int code =
      sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle_.get(), kBusyMilliseconds);
  return code == SQLITE_OK;
}

void Database::keep_wal() {
  sqlite3_wal_autocheckpoint(handle_.get(), 0);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, static_cast<int*>(nullptr));
}

Error Database::failure(int code) {
  if (!is_damage(code))
    return Error{sentence(code, sqlite3_system_errno(handle_.get()), path_,
                          handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code))};
  if (!damaged_) {
    damaged_ = true;
    keep_wal();
    rule_.note();
  }
  return Error{path_ + " is damaged. " + rule_.cure};
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

Result<Statement> Database::prepare(const std::string& sql) {
  TRY_DONE(make_up());
  PreparedStatement prepared = statements_.take(sql);
  if (!prepared) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.c_str(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    prepared.reset(raw);
    if (code != SQLITE_OK) return failure(code);
  }
  return Statement(*this, statements_, std::move(prepared));
}

Result<Statement> Database::query(const std::string& sql, const Values& values) {
  TRY(auto statement, prepare(sql));
  int index = 0;
  for (const Value& value : values) TRY_DONE(statement.bind(++index, value));
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

std::int64_t Database::changes() const { return sqlite3_changes64(handle_.get()); }

Outcome Database::transaction(const std::function<Outcome()>& work) {
  return enclosed("BEGIN IMMEDIATE", work);
}

Outcome Database::snapshot(const std::function<Outcome()>& work) { return enclosed("BEGIN", work); }

Outcome Database::enclosed(const char* begin, const std::function<Outcome()>& work) {
  TRY_DONE(script(begin));
  Outcome outcome = work();
  if (outcome.ok()) outcome = script("COMMIT");
  if (!outcome.ok()) roll_back();
  return outcome;
}

}  // namespace tertulia::sqlite
