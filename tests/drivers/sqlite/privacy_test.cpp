// SPDX-License-Identifier: Apache-2.0
// What the database must not hold, looked for in its raw bytes.
#include <sys/stat.h>

#include "drivers/sqlite/connection/database.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

constexpr const char* kSentinel = "zebra-in-the-garden";

class privacy : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  // What a grace period keeps: grace_test.cpp.
  [[nodiscard]] StoreOptions without_grace() {
    StoreOptions options = options_with(device_);
    options.grace = std::chrono::hours(0);
    return options;
  }
  SqliteStore::Opened opened_ = SqliteStore::open(folder_.file(), without_grace()).value();
  Store& store_ = *opened_.store;

  // Database, WAL and everything else in the folder.
  [[nodiscard]] bool on_disk(const std::string& text) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_.file("")))
      if (bytes_of(entry.path()).find(text) != std::string::npos) return true;
    return false;
  }
};

TEST_F(privacy, answers_are_gone_from_the_disk_after_the_ack) {
  ASSERT_TRUE(store_.save_draft(submission(1, kSentinel)).ok());
  submit(store_, 1, kSentinel);
  ASSERT_TRUE(on_disk(kSentinel));
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  EXPECT_FALSE(on_disk(kSentinel));
}

TEST_F(privacy, no_other_user_may_open_what_it_writes) {
  const mode_t usual = umask(0);
  const auto opened = SqliteStore::open(folder_.file("private.db"), without_grace());
  umask(usual);
  ASSERT_TRUE(opened.ok());
  ASSERT_TRUE(opened.value().store->save_draft(submission(1, kSentinel)).ok());
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.file(""))) {
    if (!entry.path().filename().string().starts_with("private.db")) continue;
    ++files;
    using std::filesystem::perms;
    EXPECT_EQ(entry.status().permissions() & (perms::group_all | perms::others_all), perms::none)
        << entry.path();
  }
  EXPECT_GE(files, 3U) << "the database, its WAL and its shared memory";
}

TEST_F(privacy, the_id_stays_after_the_ack) {
  submit(store_, 1, kSentinel);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  EXPECT_TRUE(on_disk(id_of(1).text()));
  submit(store_, 1, kSentinel);
  EXPECT_TRUE(waiting(store_).empty());
}

TEST_F(privacy, answers_that_the_hub_misses_stay) {
  submit(store_, 1, kSentinel);
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1, {{1, 1}}), at_tap().now).ok());
  EXPECT_TRUE(on_disk(kSentinel));
}

TEST_F(privacy, what_was_abandoned_and_dropped_is_gone_from_the_disk) {
  ASSERT_TRUE(store_.save_draft(submission(1, kSentinel)).ok());
  Submission dropped = abandoned(1);
  dropped.answers.clear();
  ASSERT_TRUE(store_.close_submission(dropped, at_tap()).ok());
  EXPECT_FALSE(on_disk(kSentinel));
}

TEST_F(privacy, what_was_typed_and_not_sent_is_gone_from_the_disk_where_the_choices_are_kept) {
  ASSERT_TRUE(store_.save_draft(submission(1, kSentinel)).ok());
  Submission left = abandoned(1);
  left.answers.erase("remark");
  ASSERT_TRUE(store_.close_submission(left, at_tap()).ok());
  EXPECT_FALSE(on_disk(kSentinel));
  EXPECT_TRUE(on_disk("budget"));
}

// While an export reads, the WAL cannot be emptied.
TEST_F(privacy, what_was_abandoned_while_another_program_read_is_gone_when_the_next_person_leaves) {
  ASSERT_TRUE(store_.save_draft(submission(1, kSentinel)).ok());
  Submission dropped = abandoned(1);
  dropped.answers.clear();
  const auto reader = sqlite::Database::open(folder_.file(), sqlite::Access::kReadOnly).value();
  ASSERT_TRUE(reader
                  ->snapshot([&]() -> Outcome {
                    TRY([[maybe_unused]] const auto read, reader->number("SELECT count(*) FROM meta"));
                    TRY([[maybe_unused]] const auto counts, store_.close_submission(dropped, at_tap()));
                    EXPECT_TRUE(on_disk(kSentinel));
                    return Done{};
                  })
                  .ok());
  ASSERT_TRUE(store_.thanked(id_of(2)).ok());
  EXPECT_FALSE(on_disk(kSentinel));
}

TEST_F(privacy, what_a_restart_interrupted_is_gone_from_the_disk_before_the_first_picture) {
  ASSERT_TRUE(store_.save_draft(submission(1, kSentinel)).ok());
  ASSERT_TRUE(store_.forget_interrupted(kTapped).ok());
  EXPECT_FALSE(on_disk(kSentinel));
}

TEST_F(privacy, a_draft_that_was_emptied_is_gone_from_the_disk_with_the_next_purge) {
  ASSERT_TRUE(store_.save_draft(submission(1, kSentinel)).ok());
  ASSERT_TRUE(store_.empty_draft(id_of(1)).ok());
  ASSERT_TRUE(store_.purge(at_tap().now).ok());
  EXPECT_FALSE(on_disk(kSentinel));
}

// Versions before the sixth of the tables kept texts of those who had walked away.
TEST_F(privacy, an_older_database_loses_what_was_typed_and_not_sent) {
  ASSERT_TRUE(store_.save_draft(submission(1, kSentinel)).ok());
  opened_.store.reset();
  ASSERT_TRUE(
      sqlite::Database::open(folder_.file(), sqlite::Access::kWrite)
          .value()
          ->script("UPDATE submissions SET state = 'abandoned'; ALTER TABLE outbox DROP COLUMN content; "
                   "DROP TABLE rooms; CREATE TABLE timers (room TEXT PRIMARY KEY, anchor TEXT NOT NULL) "
                   "WITHOUT ROWID; "
                   "ALTER TABLE kept DROP COLUMN content; PRAGMA user_version = 5")
          .ok());
  ASSERT_TRUE(on_disk(kSentinel));
  opened_ = SqliteStore::open(folder_.file(), without_grace()).value();
  ASSERT_TRUE(opened_.store->purge(at_tap().now).ok());
  EXPECT_FALSE(on_disk(kSentinel));
}

TEST_F(privacy, submissions_lie_in_the_order_of_their_ids) {
  for (const int number : {9, 2, 7, 1}) submit(store_, static_cast<std::uint8_t>(number));
  opened_.store.reset();
  auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite);
  auto rows = database.value()->query("SELECT id FROM submissions");
  std::string previous;
  while (rows.value().step().value()) {
    EXPECT_LT(previous, rows.value().text(0));
    previous = rows.value().text(0);
  }
  EXPECT_FALSE(database.value()->query("SELECT rowid FROM submissions").ok());
}

TEST_F(privacy, no_time_finer_than_the_session_is_stored_with_feedback) {
  submit(store_, 1);
  opened_.store.reset();
  EXPECT_FALSE(on_disk("14:30:45"));
  auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite);
  EXPECT_EQ(database.value()->number("SELECT label FROM submissions").value(),
            kSessionLabel.time_since_epoch().count());
}

}  // namespace
}  // namespace tertulia
