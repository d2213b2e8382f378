// SPDX-License-Identifier: Apache-2.0
// One SQLite connection and its statements as C++ values. One thread only. Errors are sentences that name the
// file and the cure; none of them holds a stored value.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "drivers/sqlite/connection/statement_cache.h"
#include "firmware/domain/result.h"

struct sqlite3;

namespace tertulia::sqlite {

using Value = std::variant<std::int64_t, std::string_view>;
using Values = std::vector<Value>;  // ?1, ?2, ... in order; copied when bound

[[nodiscard]] inline std::int64_t integer(std::uint64_t value) { return static_cast<std::int64_t>(value); }

class Database;

// A prepared statement with its values; must not outlive its database.
class Statement {
 public:
  // True: there is a row, read it with number() and text(). False: no more.
  [[nodiscard]] Result<bool> step();
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::uint64_t count(int column) const { return static_cast<std::uint64_t>(number(column)); }
  [[nodiscard]] std::string text(int column) const;
  // The whole row, to be written elsewhere; valid until the next step().
  [[nodiscard]] Values row() const;

 private:
  friend class Database;
  struct PutBack {
    StatementCache* cache;
    void operator()(sqlite3_stmt* statement) const { cache->put_back(StatementCache::Owned(statement)); }
  };
  Statement(Database& database, StatementCache& cache, StatementCache::Owned statement)
      : database_(&database), statement_(statement.release(), PutBack{&cache}) {}

  Database* database_;
  std::unique_ptr<sqlite3_stmt, PutBack> statement_;
};

[[nodiscard]] std::string suspect_path(const std::string& database_path);

enum class Access { kWrite, kSalvage };  // kSalvage: reads a damaged file and its WAL, changes neither

class Database {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path, Access access);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  Outcome run(const std::string& sql, const Values& values = {});  // to its end
  [[nodiscard]] Result<Statement> query(const std::string& sql, const Values& values = {});
  Outcome script(const std::string& sql);  // several statements, no values
  [[nodiscard]] Result<std::int64_t> number(const std::string& sql,
                                            const Values& values = {});  // 0 without a row
  [[nodiscard]] Result<std::string> text(const std::string& sql,
                                         const Values& values = {});  // "" without a row

  // All of `work` or nothing of it; durable when it returns without error. What must be known afterwards is
  // asked for inside: an error after the commit would say that nothing was saved.
  Outcome transaction(const std::function<Outcome()>& work);

  // Moves the WAL into the file and empties it, so that what was erased is gone from both. Not while another
  // program reads: then the next call does it.
  void empty_wal();

  // The database was found damaged since it was opened. The file `suspect_path` says so to the next opening,
  // and nothing more is moved from the WAL into the database.
  [[nodiscard]] bool damaged() const { return damaged_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  Database(std::string path, sqlite3* handle, Access access)
      : path_(std::move(path)), handle_(handle), access_(access) {}
  [[nodiscard]] Error failure(int code);
  void note_damage();
  void keep_wal_on_close();
  // A transaction that failed, and whose rollback failed too (no memory), is rolled back before anything
  // else.
  Outcome make_up();
  void roll_back();

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
  StatementCache statements_;
  Access access_;
  bool damaged_ = false;
  bool must_roll_back_ = false;
};

}  // namespace tertulia::sqlite
