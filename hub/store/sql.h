// SPDX-License-Identifier: Apache-2.0
// One interface to the hub's database, which is SQLite or PostgreSQL. Statements are written once, in SQL
// that both understand, with parameters $1, $2... Each is prepared once for a connection. One thread uses a
// connection. Errors name the database and what it said, and never a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "firmware/domain/result.h"

namespace tertulia::hub {

struct Bytes {
  explicit Bytes(std::string_view of) : bytes(of) {}
  std::string_view bytes;
};
// Views must live until the call returns. Numbers are below 2^63.
using SqlValue = std::variant<std::string_view, std::uint64_t, Bytes>;
using SqlValues = std::vector<SqlValue>;

// A row of a result, during the call that hands it out. Columns count from 0.
class SqlRow {
 public:
  virtual ~SqlRow() = default;
  [[nodiscard]] virtual std::string text(int column) const = 0;
  [[nodiscard]] virtual std::uint64_t number(int column) const = 0;
};
using TakeRow = std::function<Outcome(const SqlRow&)>;  // an error ends the query and is its error

// Rows for one table, each with a value for each of `columns`; the first `key` columns are its primary key.
struct Rows {
  std::string_view table;
  std::vector<std::string_view> columns;
  std::size_t key = 1;
  std::vector<SqlValues> rows;
};

enum class OpenMode { kCreate, kReadOnly };

class Sql {
 public:
  // A file, or a postgresql:// URL without a password (libpq finds it in PGPASSFILE, ~/.pgpass or a service).
  [[nodiscard]] static Result<std::unique_ptr<Sql>> open(const std::string& name, OpenMode mode);
  virtual ~Sql() = default;

  // How many rows it touched.
  [[nodiscard]] virtual Result<std::uint64_t> run(std::string_view statement, const SqlValues& values) = 0;
  // Without waiting, inside a transaction: an error may show only in a later call, at the latest at
  // the end of the transaction.
  [[nodiscard]] virtual Outcome post(std::string_view statement, const SqlValues& values) = 0;
  [[nodiscard]] virtual Outcome query(std::string_view statement, const SqlValues& values,
                                      const TakeRow& take) = 0;
  // The rows of one query for each of these, in as few round trips as can be.
  [[nodiscard]] virtual Outcome query_each(std::string_view statement, const std::vector<SqlValues>& all,
                                           const TakeRow& take) = 0;
  // Inserts what is not there yet, in one round trip. Tells of each row whether it was new.
  [[nodiscard]] virtual Result<std::vector<bool>> add(const Rows& rows) = 0;
  // All columns of the rows of these keys (`rows` holds keys alone), in one round trip and any order.
  [[nodiscard]] virtual Outcome find(const Rows& keys, const TakeRow& take) = 0;

  // Does all of `work` or nothing of it; it is durable when this returns without error. One writer at a time.
  // After a lost connection it is made again here.
  [[nodiscard]] virtual Outcome transaction(const std::function<Outcome()>& work) = 0;

  // For migrations, in a transaction: statements that create, in SQLite's words; the number of the schema.
  [[nodiscard]] virtual Outcome define(std::string_view statements) = 0;
  [[nodiscard]] virtual Result<std::size_t> version() = 0;
  [[nodiscard]] virtual Outcome set_version(std::size_t version) = 0;
  // Whether a table remembers the order in which its rows came.
  [[nodiscard]] virtual bool keeps_order_of_arrival() const = 0;
  // What was erased goes from the write-ahead log too, as far as the database can do that now.
  virtual void forget_traces() = 0;
  [[nodiscard]] virtual const std::string& name() const = 0;
};

// The one number that a query gives; 0 without a row.
[[nodiscard]] Result<std::uint64_t> number_of(Sql& sql, std::string_view statement,
                                              const SqlValues& values = {});

}  // namespace tertulia::hub
