// SPDX-License-Identifier: Apache-2.0
// SQLite as the hub's database: one file. Write-ahead log, synchronous=FULL.
#pragma once

#include <map>

#include "hub/store/sql.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tertulia::hub {

class Sqlite final : public Sql {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Sql>> open(const std::string& path, OpenMode mode);

  [[nodiscard]] Result<std::uint64_t> run(std::string_view statement, const SqlValues& values) override;
  [[nodiscard]] Outcome post(std::string_view statement, const SqlValues& values) override;
  [[nodiscard]] Outcome query(std::string_view statement, const SqlValues& values,
                              const TakeRow& take) override;
  [[nodiscard]] Result<std::vector<bool>> add(const Rows& rows) override;
  [[nodiscard]] Outcome find(const Rows& keys, const TakeRow& take) override;
  [[nodiscard]] Outcome begin() override { return execute("BEGIN IMMEDIATE"); }
  [[nodiscard]] Outcome commit() override { return execute("COMMIT"); }
  void roll_back() override;
  [[nodiscard]] Outcome define(std::string_view statements) override;
  [[nodiscard]] Result<std::size_t> version() override;
  [[nodiscard]] Outcome set_version(std::size_t version) override;
  // Its tables lie in the order of their keys (WITHOUT ROWID).
  [[nodiscard]] bool keeps_order_of_arrival() const override { return false; }
  [[nodiscard]] const std::string& name() const override { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Handle = std::unique_ptr<sqlite3, Close>;
  using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
  Sqlite(Handle handle, std::string path) : handle_(std::move(handle)), path_(std::move(path)) {}

  [[nodiscard]] Result<sqlite3_stmt*> prepared(std::string_view statement);
  [[nodiscard]] Outcome step_through(sqlite3_stmt* statement, const SqlValues& values, const TakeRow& take);
  [[nodiscard]] Outcome execute(const std::string& statements);
  [[nodiscard]] Error error() const;

  Handle handle_;
  std::string path_;
  std::map<std::string, Statement, std::less<>> prepared_;
};

}  // namespace tertulia::hub
