// SPDX-License-Identifier: Apache-2.0
#include "hub/store/sql.h"

#include "hub/store/postgres.h"
#include "hub/store/sqlite.h"

namespace tertulia::hub {

Result<std::unique_ptr<Sql>> Sql::open(const std::string& name, OpenMode mode) {
  return Postgres::is_url(name) ? Postgres::open(name, mode) : Sqlite::open(name, mode);
}

Result<std::uint64_t> number_of(Sql& sql, std::string_view statement, const SqlValues& values) {
  std::uint64_t number = 0;
  TRY_DONE(sql.query(statement, values, [&](const SqlRow& row) {
    number = row.number(0);
    return Done{};
  }));
  return number;
}

}  // namespace tertulia::hub
