// SPDX-License-Identifier: Apache-2.0
// PostgreSQL (13 or newer) as the hub's database, by libpq. A batch costs a handful of round trips, however
// many rows it has: posted statements use libpq's pipeline mode, and sets of rows travel as arrays. A lost
// connection is an error of the call; the next transaction() connects again.
#pragma once

#include <map>

#include "hub/store/sql.h"

struct pg_conn;
struct pg_result;

namespace tertulia::hub {

class Postgres final : public Sql {
 public:
  [[nodiscard]] static bool is_url(std::string_view name);
  [[nodiscard]] static Result<std::unique_ptr<Sql>> open(const std::string& url, OpenMode mode);

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
  [[nodiscard]] bool keeps_order_of_arrival() const override { return true; }
  void forget_traces() override {}  // the server keeps its log for as long as it likes
  [[nodiscard]] const std::string& name() const override { return url_; }

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  struct Clear {
    void operator()(pg_result* result) const;
  };
  using PgResult = std::unique_ptr<pg_result, Clear>;
  Postgres(std::string url, OpenMode mode) : url_(std::move(url)), mode_(mode) {}

  [[nodiscard]] Outcome connect();
  [[nodiscard]] Outcome begin();
  [[nodiscard]] Outcome commit();
  [[nodiscard]] Outcome execute(const std::string& statements);
  [[nodiscard]] Result<std::string> prepared(std::string_view statement);
  [[nodiscard]] Outcome send(const std::string& name, const SqlValues& values);
  [[nodiscard]] Outcome receive(const TakeRow& take);
  [[nodiscard]] Outcome flush();
  [[nodiscard]] Result<PgResult> answer(std::string_view statement, const SqlValues& values);
  [[nodiscard]] Error error() const;
  [[nodiscard]] Error error(const pg_result* result) const;

  std::string url_;
  OpenMode mode_;
  std::unique_ptr<pg_conn, Close> connection_;
  std::map<std::string, std::string, std::less<>> prepared_;  // names by statement
  std::size_t posted_ = 0;                                    // since the last answer
};

}  // namespace tertulia::hub
