// SPDX-License-Identifier: Apache-2.0
// SQLite as the hub's database: one file, with write-ahead log and synchronous=FULL. An adapter from Sql to
// the connection that the devices use too.
#pragma once

#include "drivers/sqlite/connection/database.h"
#include "hub/store/sql.h"

namespace tertulia::hub {

class Sqlite final : public Sql {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Sql>> open(const std::string& path, OpenMode mode);

  [[nodiscard]] Result<std::uint64_t> run(std::string_view statement, const SqlValues& values) override;
  [[nodiscard]] Outcome post(std::string_view statement, const SqlValues& values) override;
  [[nodiscard]] Outcome query(std::string_view statement, const SqlValues& values,
                              const TakeRow& take) override;
  [[nodiscard]] Outcome query_each(std::string_view statement, const std::vector<SqlValues>& all,
                                   const TakeRow& take) override;
  [[nodiscard]] Result<std::vector<bool>> add(const Rows& rows) override;
  [[nodiscard]] Outcome find(const Rows& keys, const TakeRow& take) override;
  [[nodiscard]] Outcome transaction(const std::function<Outcome()>& work) override;
  [[nodiscard]] Outcome define(std::string_view statements) override;
  [[nodiscard]] Result<std::size_t> version() override;
  [[nodiscard]] Outcome set_version(std::size_t version) override;
  // Its tables lie in the order of their keys (WITHOUT ROWID).
  [[nodiscard]] bool keeps_order_of_arrival() const override { return false; }
  // While another connection reads, the traces stay until the next call.
  void forget_traces() override { static_cast<void>(database_->empty_wal()); }
  [[nodiscard]] const std::string& name() const override { return database_->path(); }

 private:
  explicit Sqlite(std::unique_ptr<sqlite::Database> database) : database_(std::move(database)) {}

  std::unique_ptr<sqlite::Database> database_;
};

}  // namespace tertulia::hub
