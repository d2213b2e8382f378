// SPDX-License-Identifier: Apache-2.0
// A prepared SQL statement and its values, and the cache in which prepared statements wait for their next
// use. One thread only. Neither may outlive the connection (Database).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "firmware/domain/result.h"

struct sqlite3_stmt;

namespace tertulia::sqlite {

struct Blob {
  std::string_view bytes;
};
using Value = std::variant<std::int64_t, std::string_view, Blob>;
using Values = std::vector<Value>;  // of ?1, ?2, ... in order; copied when they are bound

[[nodiscard]] inline std::int64_t integer(std::uint64_t value) { return static_cast<std::int64_t>(value); }

struct Finalize {
  void operator()(sqlite3_stmt* statement) const;
};
using PreparedStatement = std::unique_ptr<sqlite3_stmt, Finalize>;

// Prepared statements that nobody uses at the moment, by their text. With triggers and indexes, preparing a
// statement costs several times what running it does. A cached statement holds no values.
class StatementCache {
 public:
  static constexpr std::size_t kMost = 48;  // some kilobytes each

  // Null when no statement with this text is there.
  [[nodiscard]] PreparedStatement take(std::string_view sql);
  // Ends what the statement was doing and clears its values.
  void put_back(PreparedStatement statement);

 private:
  std::unordered_map<std::string_view, PreparedStatement> unused_;  // the key is the statement's own text
};

class Database;

// A prepared statement in use. Its destructor puts it back into the cache.
class Statement {
 public:
  // Sets the value of ?index, which counts from 1. Errors: no such parameter; no memory.
  Outcome bind(int index, const Value& value);
  // True: there is a row, read it with number() and text(). False: there are no more rows.
  [[nodiscard]] Result<bool> step();
  // Ends the run. The values stay until they are bound anew; the next step() runs the statement again.
  void rewind();

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::uint64_t count(int column) const { return static_cast<std::uint64_t>(number(column)); }
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string_view view(int column) const;  // valid until the next step()
  // The whole row, to be written elsewhere; valid until the next step().
  [[nodiscard]] Values row() const;

 private:
  friend class Database;
  struct PutBack {
    StatementCache* cache;
    void operator()(sqlite3_stmt* statement) const { cache->put_back(PreparedStatement(statement)); }
  };
  Statement(Database& database, StatementCache& cache, PreparedStatement statement)
      : database_(&database), statement_(statement.release(), PutBack{&cache}) {}

  Database* database_;
  std::unique_ptr<sqlite3_stmt, PutBack> statement_;
};

}  // namespace tertulia::sqlite
