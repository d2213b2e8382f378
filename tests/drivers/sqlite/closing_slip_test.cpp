// SPDX-License-Identifier: Apache-2.0
// What the device's closing slip says, from the first answer to the hub's last word.
#include "drivers/sqlite/connection/database.h"
#include "drivers/sqlite/records/closing_slips.h"
#include "drivers/sqlite/records/schema.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

class a_slip : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  Store& store_ = *opened_.store;

  [[nodiscard]] ClosingSlip slip() const {
    const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kSalvage).value();
    const auto slips = sqlite::read_slips(*database).value();
    return slips.empty() ? ClosingSlip{} : slips.front();
  }
};

TEST_F(a_slip, counts_what_was_submitted_and_what_the_hub_has) {
  submit(store_, 1);
  submit(store_, 2);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  EXPECT_EQ(slip().room, "main-hall");
  EXPECT_EQ(slip().submitted, 2U);
  EXPECT_EQ(slip().receipted, 1U);
  EXPECT_EQ(slip().waiting(), 1U);
  EXPECT_EQ(slip().unknown, 0U);
}

TEST_F(a_slip, says_the_same_words_for_both_when_the_hub_has_everything) {
  submit(store_, 1);
  submit(store_, 2);
  EXPECT_NE(slip().submitted_sum, slip().receipted_sum);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 2), at_tap().now).ok());
  EXPECT_EQ(slip().submitted_sum, slip().receipted_sum);
}

TEST_F(a_slip, does_not_change_when_the_same_is_said_twice) {
  submit(store_, 1);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  const ClosingSlip before = slip();
  submit(store_, 1);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  EXPECT_EQ(slip(), before);
}

TEST_F(a_slip, says_other_words_for_other_answers) {
  submit(store_, 1, "Thank you");
  const ClosingSlip before = slip();
  Folder other;
  const auto opened = open(other.file(), device_);
  submit(*opened.store, 1, "Thank YOU");
  const auto database = sqlite::Database::open(other.file(), sqlite::Access::kSalvage).value();
  EXPECT_NE(sqlite::read_slips(*database).value().front().submitted_sum, before.submitted_sum);
}

TEST_F(a_slip, survives_a_recovery_and_says_what_it_no_longer_knows) {
  submit(store_, 1);
  submit(store_, 2);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  opened_.store.reset();
  const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite).value();
  ASSERT_TRUE(sqlite::rebuild_slips(*database).ok());
  EXPECT_EQ(slip().submitted, 2U);
  EXPECT_EQ(slip().receipted, 1U);
  EXPECT_EQ(slip().unknown, 1U) << "its content may be erased";
}

TEST_F(a_slip, takes_back_what_a_restored_hub_may_have_lost_and_comes_to_the_same_again) {
  submit(store_, 1);
  submit(store_, 2);
  const ClosingSlip before = slip();
  Ack ack = ack_for(store_, 2);
  ack.hub = "h1";
  ASSERT_TRUE(store_.acknowledge(ack, at_tap().now).ok());
  const ClosingSlip receipted = slip();
  ASSERT_TRUE(store_.acknowledge({store_.epoch(), 0, {}, {}, 0, "h2"}, at_tap().now).ok());
  EXPECT_EQ(slip(), before);
  ack.hub = "h2";
  ASSERT_TRUE(store_.acknowledge(ack, at_tap().now).ok());
  EXPECT_EQ(slip(), receipted);
}

TEST_F(a_slip, of_an_older_database_adds_up_what_waits_in_it) {
  submit(store_, 1);
  const ClosingSlip wanted = slip();
  opened_.store.reset();
  {
    const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite).value();
    ASSERT_TRUE(database
                    ->script("DROP TABLE slips; DROP TRIGGER outbox_forgets; DROP TRIGGER outbox_changes; "
                             "ALTER TABLE outbox DROP COLUMN content; DROP TABLE unsynced; DROP TABLE kept; "
                             "DROP TABLE periods; DROP TABLE kept_usage; "
                             "DROP TABLE rooms; CREATE TABLE timers (room TEXT PRIMARY KEY, anchor TEXT "
                             "NOT NULL) WITHOUT ROWID; "
                             "PRAGMA user_version = 2")
                    .ok());
  }
  opened_ = open(folder_.file(), device_);
  EXPECT_EQ(slip(), wanted);
}

}  // namespace
}  // namespace tertulia
