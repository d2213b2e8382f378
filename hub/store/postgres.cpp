// SPDX-License-Identifier: Apache-2.0
#include "hub/store/postgres.h"

#include <array>
#include <charconv>
#include <span>
#include <utility>

#include <libpq-fe.h>

#include "firmware/domain/joined.h"
#include "hub/store/postgres_values.h"

namespace tertulia::hub {
namespace {

constexpr std::string_view kUrlStart = "postgresql://";
constexpr std::string_view kShortUrlStart = "postgres://";
constexpr std::size_t kMostPosted = 256;  // answers to so many fit into any socket buffer
constexpr std::size_t kMostAsked = 32;    // whose answers are rows

// Locked by each writing transaction; nothing else in the database uses this number.
constexpr const char* kLockWriters = "SELECT pg_advisory_xact_lock(7310593858)";

// A commit that is acknowledged is on disk, also where the server's default is laxer. A peer that is gone is
// noticed within seconds; a transaction that holds a lock for long causes an error, as with SQLite.
constexpr const char* kSession =
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = "
    "'off';"
    "SET lock_timeout = '5s'; SET client_min_messages = 'warning'";
constexpr const char* kReadOnly = "SET default_transaction_read_only = on";

// What stands before the URL is for it to change.
constexpr std::array<const char*, 9> kOptions = {
    "connect_timeout",  "keepalives_idle",  "keepalives_interval",
    "keepalives_count", "tcp_user_timeout", "fallback_application_name",
    "dbname",           "client_encoding",  nullptr};

std::string first_line(const char* said) {
  std::string line(said ? said : "");
  return line.substr(0, line.find('\n'));
}

Error failure(const std::string& url, const std::string& said) {
  return {"database " + url + ": " + said +
          "; check that the server runs, that its user may write there, and its password in ~/.pgpass"};
}

// The parameters of one statement, kept while libpq reads them.
class Parameters {
 public:
  explicit Parameters(const SqlValues& values) {
    texts_.reserve(values.size());
    for (const SqlValue& value : values) std::visit(*this, value);
    for (const std::string& text : texts_) {
      pointers_.push_back(text.data());
      lengths_.push_back(static_cast<int>(text.size()));
    }
  }
  void operator()(std::string_view text) { keep(storable(text), 0); }
  void operator()(std::uint64_t number) { keep(std::to_string(number), 0); }
  void operator()(Bytes blob) { keep(std::string(blob.bytes), 1); }

  [[nodiscard]] int count() const { return static_cast<int>(texts_.size()); }
  [[nodiscard]] const char* const* values() const { return pointers_.data(); }
  [[nodiscard]] const int* lengths() const { return lengths_.data(); }
  [[nodiscard]] const int* formats() const { return formats_.data(); }

 private:
  void keep(std::string text, int format) {
    texts_.push_back(std::move(text));
    formats_.push_back(format);
  }
  std::vector<std::string> texts_;
  std::vector<const char*> pointers_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

class ResultColumns final : public SqlRow {
 public:
  ResultColumns(const PGresult* result, int row) : result_(result), row_(row) {}
  [[nodiscard]] std::string text(int column) const override {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
  }
  [[nodiscard]] std::uint64_t number(int column) const override {
    const std::string digits = text(column);
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }

 private:
  const PGresult* result_;
  int row_;
};

bool is_good(const PGresult* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE;
}

// unnest($1::text[], $2::bigint[]): the rows of `rows` as a table, from one array for each column.
std::string unnested(const Rows& rows, std::size_t columns) {
  std::string list;
  for (std::size_t i = 0; i < columns; ++i) {
    const bool is_number = std::holds_alternative<std::uint64_t>(rows.rows.front()[i]);
    list += (i > 0 ? ", $" : "$") + std::to_string(i + 1) + (is_number ? "::bigint[]" : "::text[]");
  }
  return "unnest(" + list + ")";
}

std::vector<std::string> arrays_of(const Rows& rows, std::size_t columns) {
  std::vector<std::string> arrays;
  for (std::size_t i = 0; i < columns; ++i) arrays.push_back(array_of(rows.rows, i));
  return arrays;
}

SqlValues views_of(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::string key_columns(const Rows& rows) { return joined(std::span(rows.columns).first(rows.key)); }

struct KeyText {
  std::string operator()(std::string_view text) const { return storable(text); }
  std::string operator()(std::uint64_t number) const { return std::to_string(number); }
  std::string operator()(Bytes) const { return {}; }
};

std::vector<std::string> key_of(const SqlValues& row, std::size_t count) {
  std::vector<std::string> key;
  for (std::size_t i = 0; i < count; ++i) key.push_back(std::visit(KeyText{}, row[i]));
  return key;
}

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

Outcome check_url(const std::string& url) {
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(url.c_str(), nullptr));
  if (!options)
    return Error{"the URL of the database cannot be read: write it as postgresql://USER@HOST:PORT/DATABASE"};
  for (const PQconninfoOption* each = options.get(); each->keyword != nullptr; ++each)
    if (each->val != nullptr && std::string_view(each->keyword).ends_with("password"))
      return Error{
          "a password does not belong into the URL of the database, where everybody on this machine sees it: "
          "put it into ~/.pgpass, or into a file of mode 0600 that PGPASSFILE names"};
  return Done{};
}

}  // namespace

void Postgres::Close::operator()(pg_conn* connection) const { PQfinish(connection); }
void Postgres::Clear::operator()(pg_result* result) const { PQclear(result); }

bool Postgres::is_url(std::string_view name) {
  return name.starts_with(kUrlStart) || name.starts_with(kShortUrlStart);
}

Result<std::unique_ptr<Sql>> Postgres::open(const std::string& url, OpenMode mode) {
  TRY_DONE(check_url(url));
  std::unique_ptr<Postgres> database(new Postgres(url, mode));
  TRY_DONE(database->connect());
  return std::unique_ptr<Sql>(std::move(database));
}

Outcome Postgres::connect() {
  const std::array<const char*, kOptions.size()> values = {
      "10", "10", "5", "3", "15000", "tertulia-hub", url_.c_str(), "UTF8", nullptr};
  connection_.reset();
  prepared_.clear();
  posted_ = 0;
  connection_.reset(PQconnectdbParams(kOptions.data(), values.data(), 1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) return error();
  TRY_DONE(execute(kSession));
  return mode_ == OpenMode::kReadOnly ? execute(kReadOnly) : Outcome(Done{});
}

Outcome Postgres::execute(const std::string& statements) {
  TRY_DONE(flush());
  const PgResult result(PQexec(connection_.get(), statements.c_str()));
  if (!is_good(result.get())) return error(result.get());
  return Done{};
}

// The name of the prepared statement.
Result<std::string> Postgres::prepared(std::string_view statement) {
  const auto found = prepared_.find(statement);
  if (found != prepared_.end()) return found->second;
  TRY_DONE(flush());
  const std::string name = "s" + std::to_string(prepared_.size());
  const PgResult result(
      PQprepare(connection_.get(), name.c_str(), std::string(statement).c_str(), 0, nullptr));
  if (!is_good(result.get())) return error(result.get());
  prepared_.emplace(statement, name);
  return name;
}

// Without waiting for the answer.
Outcome Postgres::send(const std::string& name, const SqlValues& values) {
  const Parameters parameters(values);
  if (posted_ == 0 && PQenterPipelineMode(connection_.get()) != 1) return error();
  ++posted_;
  if (PQsendQueryPrepared(connection_.get(), name.c_str(), parameters.count(), parameters.values(),
                          parameters.lengths(), parameters.formats(), 0) != 1)
    return error();
  return Done{};
}

Outcome Postgres::post(std::string_view statement, const SqlValues& values) {
  TRY(const std::string name, prepared(statement));
  TRY_DONE(send(name, values));
  return posted_ < kMostPosted ? Outcome(Done{}) : flush();
}

Outcome Postgres::query_each(std::string_view statement, const std::vector<SqlValues>& all,
                             const TakeRow& take) {
  TRY(const std::string name, prepared(statement));
  TRY_DONE(flush());
  for (const SqlValues& values : all) {
    TRY_DONE(send(name, values));
    if (posted_ == kMostAsked) TRY_DONE(receive(take));
  }
  return receive(take);
}

Outcome Postgres::flush() {
  return receive([](const SqlRow&) { return Done{}; });
}

// Waits for the answers to all that was sent. Each ends with a null; two in a row: the connection is gone.
Outcome Postgres::receive(const TakeRow& take) {
  if (posted_ == 0) return Done{};
  posted_ = 0;
  if (PQpipelineSync(connection_.get()) != 1) return error();
  Outcome all = Done{};
  for (bool was_null = false;;) {
    const PgResult result(PQgetResult(connection_.get()));
    if (!result && was_null) return error();
    was_null = !result;
    if (!result) continue;
    if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) break;
    if (!all.ok()) continue;
    if (!is_good(result.get())) all = error(result.get());
    for (int row = 0; all.ok() && row < PQntuples(result.get()); ++row)
      all = take(ResultColumns(result.get(), row));
  }
  if (PQexitPipelineMode(connection_.get()) != 1) return error();
  return all;
}

Result<Postgres::PgResult> Postgres::answer(std::string_view statement, const SqlValues& values) {
  TRY(const std::string name, prepared(statement));
  TRY_DONE(flush());
  const Parameters parameters(values);
  PgResult result(PQexecPrepared(connection_.get(), name.c_str(), parameters.count(), parameters.values(),
                                 parameters.lengths(), parameters.formats(), 0));
  if (!is_good(result.get())) return error(result.get());
  return result;
}

Result<std::uint64_t> Postgres::run(std::string_view statement, const SqlValues& values) {
  TRY(const PgResult result, answer(statement, values));
  const std::string_view touched = PQcmdTuples(result.get());
  std::uint64_t number = 0;
  std::from_chars(touched.data(), touched.data() + touched.size(), number);
  return number;
}

// Row by row, so that a large table is never in memory as a whole.
Outcome Postgres::query(std::string_view statement, const SqlValues& values, const TakeRow& take) {
  TRY(const std::string name, prepared(statement));
  TRY_DONE(flush());
  const Parameters parameters(values);
  if (PQsendQueryPrepared(connection_.get(), name.c_str(), parameters.count(), parameters.values(),
                          parameters.lengths(), parameters.formats(), 0) != 1 ||
      PQsetSingleRowMode(connection_.get()) != 1)
    return error();
  Outcome all = Done{};
  for (;;) {
    const PgResult result(PQgetResult(connection_.get()));
    if (!result) return all;
    if (!all.ok()) continue;
    if (!is_good(result.get())) all = error(result.get());
    for (int row = 0; all.ok() && row < PQntuples(result.get()); ++row)
      all = take(ResultColumns(result.get(), row));
  }
}

Result<std::vector<bool>> Postgres::add(const Rows& rows) {
  if (rows.rows.empty()) return std::vector<bool>();
  const std::string columns = joined(rows.columns);
  const auto arrays = arrays_of(rows, rows.columns.size());
  TRY(const PgResult result,
      answer("INSERT INTO " + std::string(rows.table) + " (" + columns + ") SELECT * FROM " +
                 unnested(rows, rows.columns.size()) + " ON CONFLICT (" + key_columns(rows) +
                 ") DO NOTHING RETURNING " + key_columns(rows),
             views_of(arrays)));
  std::map<std::vector<std::string>, bool> is_fresh;
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    std::vector<std::string> key;
    for (std::size_t i = 0; i < rows.key; ++i)
      key.push_back(ResultColumns(result.get(), row).text(static_cast<int>(i)));
    is_fresh[std::move(key)] = true;
  }
  // Of several with one key in a batch the first is the one that went in.
  std::vector<bool> is_new;
  for (const SqlValues& row : rows.rows) {
    const auto found = is_fresh.find(key_of(row, rows.key));
    is_new.push_back(found != is_fresh.end() && std::exchange(found->second, false));
  }
  return is_new;
}

Outcome Postgres::find(const Rows& keys, const TakeRow& take) {
  if (keys.rows.empty()) return Done{};
  const auto arrays = arrays_of(keys, keys.key);
  return query("SELECT " + joined(keys.columns) + " FROM " + std::string(keys.table) + " WHERE (" +
                   key_columns(keys) + ") IN (SELECT * FROM " + unnested(keys, keys.key) + ")",
               views_of(arrays), take);
}

Outcome Postgres::begin() {
  const bool is_lost = PQstatus(connection_.get()) != CONNECTION_OK ||
                       PQtransactionStatus(connection_.get()) != PQTRANS_IDLE || posted_ > 0;
  if (is_lost) TRY_DONE(connect());
  return execute(std::string("BEGIN; ") + kLockWriters);
}

// A transaction that has failed is ended by COMMIT too, but rolled back.
Outcome Postgres::commit() {
  TRY_DONE(flush());
  const PgResult result(PQexec(connection_.get(), "COMMIT"));
  if (!is_good(result.get())) return error(result.get());
  if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
    return failure(url_, "the transaction was rolled back");
  return Done{};
}

Outcome Postgres::transaction(const std::function<Outcome()>& work) {
  TRY_DONE(begin());
  Outcome outcome = work();
  if (outcome.ok()) outcome = commit();
  if (outcome.ok()) return outcome;
  static_cast<void>(flush());
  static_cast<void>(execute("ROLLBACK"));
  return outcome;
}

Outcome Postgres::define(std::string_view statements) { return execute(in_postgres_words(statements)); }

Result<std::size_t> Postgres::version() {
  TRY(const std::uint64_t tables,
      number_of(*this, "SELECT count(*) FROM pg_class WHERE oid = to_regclass('schema_version')"));
  if (tables == 0) return std::size_t{0};
  return number_of(*this, "SELECT version FROM schema_version");
}

Outcome Postgres::set_version(std::size_t version) {
  return execute(
      "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL); "
      "DELETE FROM schema_version; INSERT INTO schema_version VALUES (" +
      std::to_string(version) + ")");
}

Error Postgres::error() const { return failure(url_, first_line(PQerrorMessage(connection_.get()))); }

// Not the detail, which may show a row.
Error Postgres::error(const pg_result* result) const {
  const char* said = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  return said ? failure(url_, said) : error();
}

}  // namespace tertulia::hub
