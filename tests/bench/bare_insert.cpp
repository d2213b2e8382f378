// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bare_insert.h"

#include <array>
#include <memory>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace tertulia::bench {
namespace {

constexpr std::size_t kColumns = 10;

std::array<const std::string*, kColumns> columns_of(const hub::FeedbackRow& row) {
  return {&row.id,        &row.programme, &row.room,  &row.session, &row.form,
          &row.form_hash, &row.language,  &row.state, &row.answers, &row.time};
}

using Batches = std::vector<std::vector<hub::FeedbackRow>>;

struct CloseFile {
  void operator()(sqlite3* file) const { sqlite3_close(file); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};

Outcome execute(sqlite3* file, const char* sql) {
  if (sqlite3_exec(file, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return Done{};
  return Error{sqlite3_errmsg(file)};
}

Outcome insert_into_file(const std::string& path, const Batches& batches) {
  sqlite3* raw = nullptr;
  sqlite3_open(path.c_str(), &raw);
  const std::unique_ptr<sqlite3, CloseFile> file(raw);
  TRY_DONE(execute(
      raw,
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
      "CREATE TABLE feedback (id TEXT NOT NULL PRIMARY KEY, programme TEXT NOT NULL, room TEXT NOT NULL,"
      " session TEXT NOT NULL, form TEXT NOT NULL, form_hash TEXT NOT NULL, language TEXT NOT NULL,"
      " state TEXT NOT NULL, answers TEXT NOT NULL, time TEXT NOT NULL) STRICT, WITHOUT ROWID"));
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(raw, "INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &prepared,
                     nullptr);
  const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
  for (const auto& batch : batches) {
    TRY_DONE(execute(raw, "BEGIN"));
    for (const auto& row : batch) {
      int index = 0;
      for (const std::string* column : columns_of(row))
        sqlite3_bind_text(prepared, ++index, column->data(), static_cast<int>(column->size()), SQLITE_STATIC);
      if (sqlite3_step(prepared) != SQLITE_DONE) return Error{sqlite3_errmsg(raw)};
      sqlite3_reset(prepared);
    }
    TRY_DONE(execute(raw, "COMMIT"));
  }
  return Done{};
}

Outcome run(PGconn* connection, const std::string& sql, const std::vector<const char*>& values = {}) {
  const std::unique_ptr<PGresult, Clear> result(PQexecParams(
      connection, sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr, 0));
  if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) return Done{};
  return Error{PQerrorMessage(connection)};
}

// INSERT with `rows` times ten parameters.
std::string insert_of(std::size_t rows) {
  std::string sql = "INSERT INTO bare_feedback VALUES ";
  for (std::size_t parameter = 0; parameter < rows * kColumns; ++parameter) {
    const std::size_t column = parameter % kColumns;
    sql += (column == 0 ? (parameter == 0 ? "($" : ",($") : ",$") + std::to_string(parameter + 1);
    if (column + 1 == kColumns) sql += ")";
  }
  return sql;
}

Outcome insert_into_server(const std::string& address, const Batches& batches) {
  const std::unique_ptr<PGconn, Finish> connection(PQconnectdb(address.c_str()));
  TRY_DONE(run(
      connection.get(),
      "CREATE TABLE bare_feedback (id TEXT PRIMARY KEY, programme TEXT NOT NULL, room TEXT NOT NULL, session "
      "TEXT"
      " NOT NULL, form TEXT NOT NULL, form_hash TEXT NOT NULL, language TEXT NOT NULL, state TEXT NOT NULL,"
      " answers TEXT NOT NULL, time TEXT NOT NULL)"));
  for (const auto& batch : batches) {
    std::vector<const char*> values;
    for (const auto& row : batch)
      for (const std::string* column : columns_of(row)) values.push_back(column->c_str());
    TRY_DONE(run(connection.get(), insert_of(batch.size()), values));
  }
  return run(connection.get(), "DROP TABLE bare_feedback");
}

}  // namespace

Outcome bare_insert(const std::string& database, const Batches& batches) {
  return is_postgresql(database) ? insert_into_server(database, batches)
                                 : insert_into_file(database, batches);
}

}  // namespace tertulia::bench
