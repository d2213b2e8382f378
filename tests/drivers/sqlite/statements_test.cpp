// SPDX-License-Identifier: Apache-2.0
// Statements rest prepared between their uses, and nothing of one use is seen in the next.
#include <gtest/gtest.h>

#include "drivers/sqlite/connection/database.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia::sqlite {
namespace {

constexpr const char* kAll = "SELECT number FROM numbers ORDER BY number";

class statements : public testing::Test {
 protected:
  statements() {
    EXPECT_TRUE(
        database->script("CREATE TABLE numbers (number INTEGER UNIQUE); INSERT INTO numbers VALUES (1), (2)")
            .ok());
  }
  std::int64_t first(Statement& rows) { return rows.step().value() ? rows.number(0) : 0; }

  Folder folder;
  std::unique_ptr<Database> database = std::move(Database::open(folder.file(), Access::kWrite)).value();
};

TEST_F(statements, one_that_was_left_early_begins_anew) {
  for (int time = 0; time < 3; ++time) {
    auto rows = database->query(kAll).value();
    EXPECT_EQ(first(rows), 1);
  }
}

TEST_F(statements, one_within_itself_goes_its_own_way) {
  auto outer = database->query(kAll).value();
  EXPECT_EQ(first(outer), 1);
  {
    auto inner = database->query(kAll).value();
    EXPECT_EQ(first(inner), 1);
  }
  EXPECT_EQ(first(outer), 2);
}

TEST_F(statements, one_forgets_the_values_of_its_last_use) {
  const std::string sql = "SELECT coalesce(?1, 'none')";
  EXPECT_EQ(database->text(sql, {"some"}).value(), "some");
  EXPECT_EQ(database->text(sql).value(), "none");
}

TEST_F(statements, one_that_failed_can_be_used_again) {
  const std::string sql = "INSERT INTO numbers VALUES (?1)";
  EXPECT_FALSE(database->run(sql, {std::int64_t{1}}).ok());
  EXPECT_TRUE(database->run(sql, {std::int64_t{3}}).ok());
  EXPECT_EQ(database->number("SELECT count(*) FROM numbers").value(), 3);
}

TEST_F(statements, one_at_rest_follows_a_table_that_changes) {
  EXPECT_EQ(database->number("SELECT count(*) FROM numbers").value(), 2);
  ASSERT_TRUE(database->script("DROP TABLE numbers; CREATE TABLE numbers (name TEXT, number INTEGER)").ok());
  EXPECT_EQ(database->number("SELECT count(*) FROM numbers").value(), 0);
  ASSERT_TRUE(database->script("DROP TABLE numbers").ok());
  EXPECT_FALSE(database->number("SELECT count(*) FROM numbers").ok());
}

TEST_F(statements, more_than_rest_are_no_trouble) {
  for (std::size_t i = 0; i < 2 * StatementCache::kMost; ++i)
    EXPECT_EQ(database->number("SELECT " + std::to_string(i)).value(), static_cast<std::int64_t>(i));
}

}  // namespace
}  // namespace tertulia::sqlite
