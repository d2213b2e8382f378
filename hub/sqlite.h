// SPDX-License-Identifier: Apache-2.0
// SQLite as values of ours: connection, statement, transaction. One connection is used by one thread.
// Errors name the database file and what SQLite said.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tertulia::hub {

// Must not outlive its Sqlite. Indexes of bind() count from 1, those of columns from 0, as in SQLite.
class Statement {
 public:
  Statement& bind(int index, std::string_view text);  // copied
  Statement& bind(int index, std::uint64_t number);   // below 2^63
  Statement& bind_blob(int index, std::string_view bytes);

  // True: a row is there. False: done. A refused bind shows here.
  [[nodiscard]] Result<bool> step();
  // For statements without rows: runs and makes it ready for the next bind.
  [[nodiscard]] Outcome run();
  // After the rows: ready for the next bind.
  void reset();

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::uint64_t number(int column) const;

 private:
  friend class Sqlite;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::string path) : statement_(statement), path_(std::move(path)) {}
  [[nodiscard]] Error error() const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string path_;
  bool bound_ = true;
};

enum class OpenMode { kCreate, kReadOnly };

class Sqlite {
 public:
  [[nodiscard]] static Result<Sqlite> open(const std::string& path, OpenMode mode);

  [[nodiscard]] Outcome execute(const std::string& sql);
  [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
  [[nodiscard]] std::uint64_t changes() const;  // rows touched by the last statement
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  using Handle = std::unique_ptr<sqlite3, Close>;
  Sqlite(Handle handle, std::string path) : handle_(std::move(handle)), path_(std::move(path)) {}
  [[nodiscard]] Error error() const;

  Handle handle_;
  std::string path_;
};

// Rolled back on destruction unless commit() returned ok. Must not outlive its Sqlite.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Sqlite& database);
  [[nodiscard]] Outcome commit();

 private:
  struct RollBack {
    void operator()(Sqlite* database) const;
  };
  explicit Transaction(Sqlite& database) : open_(&database) {}
  std::unique_ptr<Sqlite, RollBack> open_;  // the guard owns the open transaction, not the database
};

}  // namespace tertulia::hub
