// SPDX-License-Identifier: Apache-2.0
// What is PostgreSQL's own: a server that dies, a connection that is lost, and the order of its heap.
#include "hub/store/postgres.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/collect/writer.h"
#include "hub/numbers/queries.h"
#include "hub/store/database.h"
#include "hub/store/postgres_values.h"
#include "hub/store/schema.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<Arrival> answers(std::uint64_t first, std::uint64_t last) {
  std::vector<Arrival> batch;
  for (std::uint64_t i = first; i <= last; ++i) batch.push_back(sort_message(feedback({}, i)));
  return batch;
}

class hub_postgres : public testing::Test {
 protected:
  Database open() { return std::move(Database::open(database_.name())).value(); }

  TestDatabase database_{Kind::kPostgres};
  WallTime now_ = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
};

TEST_F(hub_postgres, a_server_that_dies_is_an_error_and_the_next_batch_finds_it_again) {
  Database database = open();
  ASSERT_TRUE(database.store(answers(1, 10), now_).ok());
  postgres().kill();
  EXPECT_THAT(database.store(answers(11, 20), now_).error().message, HasSubstr("database postgresql://"));
  EXPECT_FALSE(database.store(answers(11, 20), now_).ok());
  ASSERT_TRUE(postgres().start()) << postgres().log();
  ASSERT_TRUE(database.store(answers(11, 20), now_).ok());
  EXPECT_EQ(database_.answers(), 20u);
}

TEST_F(hub_postgres, a_connection_that_is_cut_costs_one_error) {
  Database database = open();
  database_.execute(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
      "datname = current_database()");
  EXPECT_FALSE(database.store(answers(1, 2), now_).ok());
  EXPECT_TRUE(database.store(answers(1, 2), now_).ok());
}

TEST_F(hub_postgres, no_feedback_column_could_hold_a_device_or_a_row) {
  const Database database = open();
  EXPECT_EQ(
      database_.count("SELECT count(*) FROM information_schema.columns WHERE table_name = 'feedback' AND "
                      "column_name IN ('device', 'epoch', 'seq', 'source', 'recorded_time')"),
      0u);
}

TEST_F(hub_postgres, what_the_version_before_had_still_to_mix_is_mixed_by_the_migration) {
  { const Database database = open(); }
  database_.execute(
      "DROP TABLE unconfirmed; DROP TABLE quarantine_use; DROP TABLE quarantine_of_device; ALTER TABLE "
      "device DROP COLUMN over_budget; "
      "DROP TABLE incoming; DROP TABLE contact; DROP TABLE released; ALTER TABLE feedback ADD COLUMN fresh "
      "BOOLEAN NOT NULL DEFAULT TRUE; CREATE INDEX feedback_fresh ON feedback (fresh) WHERE fresh; UPDATE "
      "schema_version SET version = 4");
  for (const char* id : {"c", "a", "b"})
    database_.execute("INSERT INTO feedback SELECT '" + std::string(id) +
                      "', 'p', 'r', 's', 'f', 'h', 'en', 'submitted', '{}', ''");
  { const Database database = open(); }
  EXPECT_EQ(database_.count("SELECT count(*) FROM feedback"), 3u);
  EXPECT_EQ(database_.count("SELECT count(DISTINCT xmin::text) FROM feedback"), 1u);
  EXPECT_EQ(database_.count("SELECT count(*) FROM (SELECT id < lag(id) OVER (ORDER BY ctid) AS falls FROM "
                            "feedback) AS each WHERE falls"),
            0u);
}

TEST_F(hub_postgres, a_commit_is_on_disk_before_it_is_said_whatever_the_server_s_default) {
  database_.execute("ALTER ROLE tertulia SET synchronous_commit = 'off'");
  const auto sql = Sql::open(database_.name(), OpenMode::kCreate).value();
  const auto is_on = number_of(
      *sql, "SELECT count(*) FROM pg_settings WHERE name = 'synchronous_commit' AND setting = 'on'");
  EXPECT_EQ(is_on.value(), 1u);
  database_.execute("ALTER ROLE tertulia RESET synchronous_commit");
}

TEST_F(hub_postgres, a_reader_cannot_write) {
  { const Database database = open(); }
  const auto sql = Sql::open(database_.name(), OpenMode::kReadOnly).value();
  EXPECT_FALSE(sql->run("DELETE FROM feedback", {}).ok());
}

TEST_F(hub_postgres, a_password_in_the_url_is_refused_and_not_repeated) {
  const auto opened = Database::open("postgresql://hub:SeCrEt@127.0.0.1:1/x");
  EXPECT_THAT(opened.error().message, HasSubstr("pgpass"));
  EXPECT_THAT(opened.error().message, Not(HasSubstr("SeCrEt")));
}

TEST_F(hub_postgres, errors_show_no_row) {
  const auto sql = Sql::open(database_.name(), OpenMode::kCreate).value();
  ASSERT_TRUE(sql->define("CREATE TABLE one (id TEXT NOT NULL PRIMARY KEY)").ok());
  ASSERT_TRUE(sql->run("INSERT INTO one VALUES ($1)", {"canary"}).ok());
  const auto twice = sql->run("INSERT INTO one VALUES ($1)", {"canary"});
  EXPECT_THAT(twice.error().message, Not(HasSubstr("canary")));
}

TEST(postgres_values, text_that_is_no_utf8_or_has_nul_is_replaced_character_by_character) {
  EXPECT_EQ(storable("a\xE2\x82\xAC"), "a\xE2\x82\xAC");
  EXPECT_EQ(storable(std::string_view("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  for (const char* bad : {"\xFF", "\xC0", "\xED\xA0\x80", "\xF5", "\xE2\x82", "\x80"})
    EXPECT_TRUE(storable(bad).starts_with("\xEF\xBF\xBD")) << bad;
}

TEST(postgres_values, an_array_quotes_what_it_must) {
  EXPECT_EQ(array_of({{"a"}, {R"(b"\)"}, {""}, {"NULL"}}, 0), R"({"a","b\"\\","","NULL"})");
  EXPECT_EQ(array_of({{std::uint64_t{7}}, {std::uint64_t{8}}}, 0), "{7,8}");
}

}  // namespace
}  // namespace tertulia::hub
