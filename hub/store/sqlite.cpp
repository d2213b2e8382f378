// SPDX-License-Identifier: Apache-2.0
#include "hub/store/sqlite.h"

#include <limits>

#include <sqlite3.h>

namespace tertulia::hub {
namespace {

constexpr int kBusyMilliseconds = 5000;  // a report or an import may hold the file for a moment

Error failure(const std::string& path, const char* said) {
  return {"database " + path + ": " + said +
          "; check that the disk has room and that the file is ours to write"};
}

// SQLITE_STATIC: a value lives until the statement has run, and bindings are cleared after it.
constexpr sqlite3_destructor_type kStatic = nullptr;

const char* start_of(std::string_view bytes) { return bytes.data() ? bytes.data() : ""; }

struct Bind {
  sqlite3_stmt* statement;
  int index;
  int operator()(std::string_view text) const {
    return sqlite3_bind_text64(statement, index, start_of(text), text.size(), kStatic, SQLITE_UTF8);
  }
  int operator()(std::uint64_t number) const {
    if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return SQLITE_RANGE;
    return sqlite3_bind_int64(statement, index, static_cast<sqlite3_int64>(number));
  }
  int operator()(Bytes blob) const {
    return sqlite3_bind_blob64(statement, index, start_of(blob.bytes), blob.bytes.size(), kStatic);
  }
};

// SQLite numbers `$7` by where it stands first, not by its name.
bool bind_all(sqlite3_stmt* statement, const SqlValues& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int index = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(i + 1)).c_str());
    if (index == 0 || std::visit(Bind{statement, index}, values[i]) != SQLITE_OK) return false;
  }
  return true;
}

class Columns final : public SqlRow {
 public:
  explicit Columns(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] std::string text(int column) const override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
  }
  [[nodiscard]] std::uint64_t number(int column) const override {
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement_, column));
  }

 private:
  sqlite3_stmt* statement_;
};

// Ready for its next use, whatever happened.
struct Reset {
  void operator()(sqlite3_stmt* statement) const {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
};

// "$1, $2, $3".
std::string numbered(std::size_t count) {
  std::string text;
  for (std::size_t i = 1; i <= count; ++i) text += (i > 1 ? ", $" : "$") + std::to_string(i);
  return text;
}

Outcome ignore(const SqlRow&) { return Done{}; }

}  // namespace

void Sqlite::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

void Sqlite::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<std::unique_ptr<Sql>> Sqlite::open(const std::string& path, OpenMode mode) {
  const int flags =
      mode == OpenMode::kReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Handle handle(raw);
  if (code != SQLITE_OK) return failure(path, sqlite3_errstr(code));
  sqlite3_busy_timeout(handle.get(), kBusyMilliseconds);
  std::unique_ptr<Sqlite> database(new Sqlite(std::move(handle), path));
  if (mode == OpenMode::kCreate)
    TRY_DONE(
        database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"));
  return std::unique_ptr<Sql>(std::move(database));
}

Result<sqlite3_stmt*> Sqlite::prepared(std::string_view statement) {
  const auto found = prepared_.find(statement);
  if (found != prepared_.end()) return found->second.get();
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), statement.data(), static_cast<int>(statement.size()),
                                      SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  Statement owned(raw);
  if (code != SQLITE_OK) return error();
  return prepared_.emplace(std::string(statement), std::move(owned)).first->second.get();
}

Outcome Sqlite::step_through(sqlite3_stmt* statement, const SqlValues& values, const TakeRow& take) {
  const std::unique_ptr<sqlite3_stmt, Reset> reset(statement);
  if (!bind_all(statement, values)) return failure(path_, "a value could not be bound");
  for (;;) {
    switch (sqlite3_step(statement)) {
      case SQLITE_ROW:
        TRY_DONE(take(Columns(statement)));
        break;
      case SQLITE_DONE:
        return Done{};
      default:
        return error();
    }
  }
}

Outcome Sqlite::query(std::string_view statement, const SqlValues& values, const TakeRow& take) {
  TRY(sqlite3_stmt* const ready, prepared(statement));
  return step_through(ready, values, take);
}

Result<std::uint64_t> Sqlite::run(std::string_view statement, const SqlValues& values) {
  TRY_DONE(query(statement, values, ignore));
  return static_cast<std::uint64_t>(sqlite3_changes64(handle_.get()));
}

Outcome Sqlite::post(std::string_view statement, const SqlValues& values) {
  return query(statement, values, ignore);
}

Result<std::vector<bool>> Sqlite::add(const Rows& rows) {
  const std::vector<std::string_view> key(rows.columns.begin(),
                                          rows.columns.begin() + static_cast<std::ptrdiff_t>(rows.key));
  TRY(sqlite3_stmt* const ready,
      prepared("INSERT INTO " + std::string(rows.table) + " (" + list_of(rows.columns) + ") VALUES (" +
               numbered(rows.columns.size()) + ") ON CONFLICT (" + list_of(key) + ") DO NOTHING"));
  std::vector<bool> is_new;
  for (const SqlValues& row : rows.rows) {
    TRY_DONE(step_through(ready, row, ignore));
    is_new.push_back(sqlite3_changes64(handle_.get()) > 0);
  }
  return is_new;
}

Outcome Sqlite::find(const Rows& keys, const TakeRow& take) {
  std::string where;
  for (std::size_t i = 0; i < keys.key; ++i)
    where += (i > 0 ? " AND " : "") + std::string(keys.columns[i]) + " = $" + std::to_string(i + 1);
  TRY(sqlite3_stmt* const ready,
      prepared("SELECT " + list_of(keys.columns) + " FROM " + std::string(keys.table) + " WHERE " + where));
  for (const SqlValues& key : keys.rows) TRY_DONE(step_through(ready, key, take));
  return Done{};
}

void Sqlite::roll_back() {
  // SQLite may have rolled back by itself (disk full); the second try then only says so.
  static_cast<void>(execute("ROLLBACK"));
}

Outcome Sqlite::define(std::string_view statements) { return execute(std::string(statements)); }

Result<std::size_t> Sqlite::version() { return number_of(*this, "PRAGMA user_version"); }

Outcome Sqlite::set_version(std::size_t version) {
  return execute("PRAGMA user_version = " + std::to_string(version));
}

Outcome Sqlite::execute(const std::string& statements) {
  if (sqlite3_exec(handle_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error();
  return Done{};
}

Error Sqlite::error() const { return failure(path_, sqlite3_errmsg(handle_.get())); }

}  // namespace tertulia::hub
