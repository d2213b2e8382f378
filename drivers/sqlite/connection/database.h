// SPDX-License-Identifier: Apache-2.0
// One connection to a SQLite database. Device and hub use this class; nothing else calls the sqlite3 API. One
// thread only. Errors are sentences that name the file and the cure; none of them holds a stored value.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "drivers/sqlite/connection/statement.h"
#include "firmware/domain/result.h"

struct sqlite3;

namespace tertulia::sqlite {

enum class Access {
  kWrite,     // makes the file when it is missing
  kReadOnly,  // errors: the file is missing
  kSalvage    // reads a file that may be damaged, and its WAL; changes neither
};

// What happens when SQLite finds the file damaged.
struct DamageRule {
  std::string cure = "Put a backup of it in its place.";  // ends the error's sentence
  std::function<void()> note = [] {};                     // called once, when damage is met first
};

class Database {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path, Access access,
                                                              DamageRule rule = {});
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // A statement without values yet; or with them.
  [[nodiscard]] Result<Statement> prepare(const std::string& sql);
  [[nodiscard]] Result<Statement> query(const std::string& sql, const Values& values = {});
  // Runs one statement to its end; several statements without values.
  Outcome run(const std::string& sql, const Values& values = {});
  Outcome script(const std::string& sql);
  // The first column of the first row; 0 or "" when there is no row.
  [[nodiscard]] Result<std::int64_t> number(const std::string& sql, const Values& values = {});
  [[nodiscard]] Result<std::string> text(const std::string& sql, const Values& values = {});
  // How many rows the last INSERT, UPDATE or DELETE touched.
  [[nodiscard]] std::int64_t changes() const;

  // Does all of `work` or nothing of it; it is durable when this returns without error. Ask inside `work` for
  // whatever must be known afterwards: an error after the commit would say that nothing was saved.
  Outcome transaction(const std::function<Outcome()>& work);
  // All that `work` reads is of one moment, whatever others write meanwhile. As long as it takes, the WAL
  // cannot be emptied.
  Outcome snapshot(const std::function<Outcome()>& work);

  // Moves the WAL into the file and empties it, so that what was erased is gone from both, and the disk has
  // more room. False, and the WAL stays: another program reads, the disk refuses, or the database is damaged.
  // Call it again later.
  [[nodiscard]] bool empty_wal();

  // SQLite found the file damaged since it was opened. From then on nothing is moved from the WAL into the
  // file, not even when the connection closes: a salvage finds both as they were, and the WAL grows.
  [[nodiscard]] bool damaged() const { return damaged_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  Database(std::string path, sqlite3* handle, DamageRule rule)
      : path_(std::move(path)), handle_(handle), rule_(std::move(rule)) {}
  [[nodiscard]] Error failure(int code);
  Outcome enclosed(const char* begin, const std::function<Outcome()>& work);
  void keep_wal();
  // When the rollback of a transaction failed too (no memory), it is done before anything else.
  Outcome make_up();
  void roll_back();

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
  StatementCache statements_;
  DamageRule rule_;
  bool damaged_ = false;
  bool must_roll_back_ = false;
};

}  // namespace tertulia::sqlite
