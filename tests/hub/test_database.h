// SPDX-License-Identifier: Apache-2.0
// The database of one test: a real SQLite file or a database of a real PostgreSQL. What holds for one holds
// for the other: tests take the kind as their parameter.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "hub/store/database.h"
#include "hub/store/sql.h"
#include "tests/support/postgres_server.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {

enum class Kind { kSqlite, kPostgres };
inline void PrintTo(Kind kind, std::ostream* out) { *out << (kind == Kind::kSqlite ? "sqlite" : "postgres"); }
inline std::string name_of(const testing::TestParamInfo<Kind>& info) {
  return info.param == Kind::kSqlite ? "sqlite" : "postgres";
}

// The folder of the keys of PostgreSQL databases, for this program and those that it starts.
inline void keep_keys_apart() {
  static const ScratchFolder folder;
  setenv("XDG_STATE_HOME", folder.path().c_str(), 1);
  unsetenv("STATE_DIRECTORY");
}

// The server of this test program, started when a test first asks for it.
inline PostgresServer& postgres() {
  static PostgresServer server;
  return server;
}

class TestDatabase {
 public:
  explicit TestDatabase(Kind kind) : kind_(kind) {
    if (kind_ == Kind::kSqlite) {
      name_ = scratch_.file("hub.sqlite");
      return;
    }
    keep_keys_apart();
    static int number = 0;
    database_ = "hub_" + std::to_string(++number);
    administer("CREATE DATABASE " + database_);
    name_ = postgres().url(database_);
  }

  // For --database.
  [[nodiscard]] const std::string& name() const { return name_; }

  [[nodiscard]] std::uint64_t count(const std::string& query) const {
    auto sql = Sql::open(name_, OpenMode::kReadOnly);
    if (!sql.ok()) return 0;
    const auto number = number_of(*sql.value(), query);
    EXPECT_TRUE(number.ok()) << (number.ok() ? "" : number.error().message);
    return number.ok() ? number.value() : 0;
  }
  void execute(const std::string& statements) const {
    auto sql = Sql::open(name_, OpenMode::kCreate).value();
    const auto done = sql->define(statements);
    EXPECT_TRUE(done.ok()) << (done.ok() ? "" : done.error().message);
  }
  // All that wait.
  void mix() const {
    auto database = Database::open(name_).value();
    const auto mixed = database.mix(WallTime{}, MixWhich::kAll);
    EXPECT_TRUE(mixed.ok()) << (mixed.ok() ? "" : mixed.error().message);
  }
  // After that.
  [[nodiscard]] std::uint64_t answers() const {
    mix();
    return count("SELECT count(*) FROM feedback");
  }
  // The file of the keys to what waits; there may be none.
  [[nodiscard]] std::string keys() const { return mixing_key_file(name_).value().path; }
  // While no program has it open.
  void back_up() {
    if (kind_ == Kind::kPostgres)
      return administer("CREATE DATABASE backup_" + database_ + " TEMPLATE " + database_);
    std::filesystem::copy_file(name_, scratch_.file("backup"));
  }
  void remove() {
    if (kind_ == Kind::kPostgres) return administer("DROP DATABASE " + database_ + " WITH (FORCE)");
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(name_ + ending);
  }
  void restore() {
    remove();
    if (kind_ == Kind::kPostgres)
      return administer("CREATE DATABASE " + database_ + " TEMPLATE backup_" + database_);
    std::filesystem::copy_file(scratch_.file("backup"), name_);
  }
  void make_again() {
    remove();
    if (kind_ == Kind::kPostgres) administer("CREATE DATABASE " + database_);
  }

 private:
  static void administer(const std::string& statement) {
    auto sql = Sql::open(postgres().url("postgres"), OpenMode::kCreate);
    ASSERT_TRUE(sql.ok()) << sql.error().message << "\n" << postgres().log();
    const auto done = sql.value()->define(statement);
    ASSERT_TRUE(done.ok()) << done.error().message;
  }

  ScratchFolder scratch_;
  Kind kind_;
  std::string database_;
  std::string name_;
};

inline const auto kBoth = testing::Values(Kind::kSqlite, Kind::kPostgres);

}  // namespace tertulia::hub
