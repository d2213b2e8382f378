// SPDX-License-Identifier: Apache-2.0
// One row that nobody can read costs itself: the store opens, says so, and goes on with the others.
#include <gmock/gmock.h>

#include "drivers/sqlite/connection/database.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

class an_unreadable : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);

  void spoil_and_open_again(const std::string& sql) {
    opened_.store.reset();
    const Outcome spoilt =
        sqlite::Database::open(folder_.file(), sqlite::Access::kWrite).value()->script(sql);
    ASSERT_TRUE(spoilt.ok()) << spoilt.error().message;
    auto again = SqliteStore::open(folder_.file(), options_with(device_));
    ASSERT_TRUE(again.ok()) << again.error().message;
    opened_ = std::move(again).value();
  }
};

TEST_F(an_unreadable, answer_of_a_recovered_file_is_said_and_the_others_are_sent) {
  submit(*opened_.store, 1);
  submit(*opened_.store, 2);
  spoil_and_open_again("UPDATE submissions SET answers = '{\"half' WHERE id = '" + id_of(1).text() +
                       "'; DELETE FROM outbox; INSERT INTO meta VALUES ('stranded', 'x')");
  EXPECT_THAT(opened_.notices, testing::Contains(testing::HasSubstr("1 answers in")));
  ASSERT_EQ(waiting(*opened_.store).size(), 1U);
  EXPECT_EQ(waiting(*opened_.store)[0].event_id, id_of(2).text());
}

TEST_F(an_unreadable, slip_counts_its_answers_as_unknown_and_the_next_one_is_stored) {
  submit(*opened_.store, 1);
  submit(*opened_.store, 2);
  spoil_and_open_again("UPDATE slips SET submitted_sum = 'no digits'");
  submit(*opened_.store, 3);
  const auto slips = opened_.store->inventory().value().slips;
  ASSERT_EQ(slips.size(), 1U);
  EXPECT_EQ(slips[0].submitted, 3U);
  EXPECT_EQ(slips[0].unknown, 2U);
}

TEST_F(an_unreadable, draft_is_closed_at_the_next_start) {
  ASSERT_TRUE(opened_.store->save_draft(submission(1)).ok());
  ASSERT_TRUE(opened_.store->save_draft(submission(2)).ok());
  spoil_and_open_again("UPDATE submissions SET answers = '[' WHERE id = '" + id_of(1).text() + "'");
  EXPECT_EQ(opened_.store->drafts().value(), std::vector{submission(2)});
  ASSERT_TRUE(opened_.store->forget_interrupted(kTapped).ok());
  EXPECT_TRUE(opened_.store->drafts().value().empty());
}

}  // namespace
}  // namespace tertulia
