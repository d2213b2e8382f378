// SPDX-License-Identifier: Apache-2.0
// What is SQLite's own: the file, and the order in which it lies.
#include "hub/store/sqlite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/numbers/queries.h"
#include "hub/store/database.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

using testing::HasSubstr;

class hub_sqlite : public testing::Test {
 protected:
  TestDatabase database_{Kind::kSqlite};
};

TEST_F(hub_sqlite, no_feedback_column_could_hold_a_device_or_a_row) {
  const auto database = Database::open(database_.name());
  EXPECT_EQ(database_.count("SELECT count(*) FROM pragma_table_info('feedback') "
                            "WHERE name IN ('device', 'epoch', 'seq', 'source', 'recorded_time', 'rowid')"),
            0u);
}

TEST_F(hub_sqlite, feedback_lies_in_the_order_of_random_ids_not_of_arrival) {
  const auto database = Database::open(database_.name());
  EXPECT_EQ(database_.count("SELECT wr FROM pragma_table_list WHERE name = 'feedback'"), 1u);
}

TEST_F(hub_sqlite, a_file_that_cannot_be_opened_is_an_error_that_names_it) {
  EXPECT_THAT(Database::open(database_.name() + "/no/such.sqlite").error().message, HasSubstr("no/such"));
  EXPECT_THAT(Reader::open(database_.name() + ".absent").error().message, HasSubstr("absent"));
}

TEST_F(hub_sqlite, a_quarantine_of_an_older_program_goes_with_it_through_the_migration) {
  {
    const auto database = Database::open(database_.name());
    ASSERT_TRUE(database.ok());
  }
  // As the third step left it.
  database_.execute(
      "DROP TABLE incoming; DROP TABLE unconfirmed; DROP TABLE quarantine_use; DROP TABLE "
      "quarantine_of_device; "
      "ALTER TABLE device DROP COLUMN over_budget; "
      "DROP TABLE contact; DROP TABLE released; DROP TABLE quarantine; "
      "CREATE TABLE quarantine (topic TEXT NOT NULL, payload "
      "BLOB NOT NULL, "
      "attributes "
      "TEXT NOT NULL, reason TEXT NOT NULL, day TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, PRIMARY KEY "
      "(topic, attributes, payload)) STRICT, WITHOUT ROWID; INSERT INTO quarantine VALUES ('a', x'00', '{}', "
      "'x', '2027-05-11', 3), ('b', x'00', '{}', 'x', '2027-05-11', 1); PRAGMA user_version = 3");
  ASSERT_TRUE(Database::open(database_.name()).ok());
  EXPECT_EQ(database_.count("SELECT count(*) FROM quarantine"), 2u);
  EXPECT_EQ(database_.count("SELECT times FROM quarantine WHERE topic = 'a'"), 3u);
  EXPECT_EQ(database_.count("SELECT sum(held) FROM quarantine_use"), 2u);
}

}  // namespace
}  // namespace tertulia::hub
