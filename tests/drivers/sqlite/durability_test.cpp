// SPDX-License-Identifier: Apache-2.0
// What the SQLite store keeps through kills, copies, new versions and full disks.
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

#include "drivers/sqlite/connection/database.h"
#include "drivers/sqlite/records/schema.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

class durability : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;

  SqliteStore::Opened reopen() { return open(folder_.file(), device_); }
  void copy_database_to(const std::string& name) {
    std::filesystem::copy_file(folder_.file(), folder_.file(name));
  }
  void restore_database_from(const std::string& name) {
    std::filesystem::copy_file(folder_.file(name), folder_.file(),
                               std::filesystem::copy_options::overwrite_existing);
  }
};

// Runs `work` in a process that is killed at the end of it, as a power cut would end it.
void in_a_killed_process(const std::function<void()>& work) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    work();
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST_F(durability, what_was_committed_survives_a_kill) {
  in_a_killed_process([&] {
    FakeDevice random(7);
    auto opened = SqliteStore::open(folder_.file(), options_with(random));
    Store& store = *opened.value().store;
    static_cast<void>(store.save_draft(submission(9)).ok());
    for (std::uint8_t number = 1; number <= 3; ++number) submit(store, number);
  });
  const auto opened = reopen();
  EXPECT_TRUE(opened.notices.empty());
  EXPECT_EQ(opened.store->counts().value().submitted, 3U);
  EXPECT_EQ(waiting(*opened.store).size(), 3U);
  EXPECT_EQ(opened.store->drafts().value().size(), 1U);
}

TEST_F(durability, a_kill_does_not_change_the_epoch) {
  const std::string epoch = reopen().store->epoch();
  in_a_killed_process([&] {
    FakeDevice random(7);
    auto opened = SqliteStore::open(folder_.file(), options_with(random));
    submit(*opened.value().store, 1);
  });
  EXPECT_EQ(reopen().store->epoch(), epoch);
}

TEST_F(durability, a_kill_in_the_middle_of_a_transaction_leaves_nothing_of_it) {
  reopen();
  in_a_killed_process([&] {
    auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite);
    static_cast<void>(database.value()->script("BEGIN IMMEDIATE; UPDATE epochs SET last_seq = 77").ok());
  });
  auto opened = reopen();
  submit(*opened.store, 1);
  EXPECT_EQ(waiting(*opened.store).at(0).seq, 1U);
}

TEST_F(durability, numbers_go_on_after_a_clean_restart) {
  const std::string epoch = reopen().store->epoch();
  submit(*reopen().store, 1);
  auto opened = reopen();
  submit(*opened.store, 2);
  EXPECT_EQ(opened.store->epoch(), epoch);
  EXPECT_EQ(waiting(*opened.store).at(1).seq, 2U);
  EXPECT_TRUE(opened.notices.empty());
}

TEST_F(durability, a_clean_end_leaves_no_wal_behind) {
  submit(*reopen().store, 1);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("store.db-wal")));
}

TEST_F(durability, a_restored_copy_starts_a_new_epoch) {
  const std::string epoch = reopen().store->epoch();
  copy_database_to("backup");
  submit(*reopen().store, 1);
  restore_database_from("backup");
  const auto opened = reopen();
  EXPECT_NE(opened.store->epoch(), epoch);
  ASSERT_EQ(opened.notices.size(), 1U);
  EXPECT_NE(opened.notices[0].find("Numbering starts anew"), std::string::npos);
}

TEST_F(durability, a_copy_made_while_it_ran_starts_a_new_epoch) {
  std::string epoch;
  {
    const auto opened = reopen();
    epoch = opened.store->epoch();
    auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite);
    ASSERT_TRUE(database.value()->run("VACUUM INTO ?1", {folder_.file("backup")}).ok());
    submit(*opened.store, 1);
  }
  restore_database_from("backup");
  EXPECT_NE(reopen().store->epoch(), epoch);
}

TEST_F(durability, a_copy_that_missed_nothing_goes_on) {
  const std::string epoch = reopen().store->epoch();
  copy_database_to("backup");
  reopen();
  restore_database_from("backup");
  EXPECT_EQ(reopen().store->epoch(), epoch);
}

TEST_F(durability, a_database_without_its_second_file_starts_a_new_epoch_and_keeps_its_rows) {
  {
    const auto opened = reopen();
    submit(*opened.store, 1);
  }
  std::filesystem::remove(folder_.file("store.db.epoch"));
  const auto opened = reopen();
  submit(*opened.store, 2);
  const auto rows = waiting(*opened.store);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_NE(rows[0].epoch, opened.store->epoch());
  EXPECT_EQ(rows[1].epoch, opened.store->epoch());
  EXPECT_EQ(rows[1].seq, 1U);
}

TEST_F(durability, rows_of_an_earlier_epoch_leave_by_an_ack_of_that_epoch) {
  std::string earlier;
  {
    const auto opened = reopen();
    earlier = opened.store->epoch();
    submit(*opened.store, 1);
    note(*opened.store);
  }
  std::filesystem::remove(folder_.file("store.db.epoch"));
  const auto opened = reopen();
  const Ack ack = with_receipts(*opened.store, {earlier, 2, {}}).value();
  EXPECT_EQ(opened.store->acknowledge(ack, at_tap().now).value().waiting, 0U);
}

TEST_F(durability, a_lost_database_starts_a_new_epoch_and_says_so) {
  const std::string epoch = reopen().store->epoch();
  std::filesystem::remove(folder_.file());
  const auto opened = reopen();
  EXPECT_NE(opened.store->epoch(), epoch);
  EXPECT_EQ(opened.notices.size(), 1U);
}

TEST_F(durability, a_database_of_a_newer_program_is_refused_and_left_alone) {
  reopen();
  {
    auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite);
    ASSERT_TRUE(database.value()->script("PRAGMA user_version = 99").ok());
  }
  const auto refused = SqliteStore::open(folder_.file(), options_with(device_));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("newer version"), std::string::npos);
  EXPECT_TRUE(std::filesystem::exists(folder_.file()));
}

TEST_F(durability, a_database_of_version_1_is_brought_up_with_its_rows_and_counts) {
  {
    auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite);
    ASSERT_TRUE(sqlite::migrate(*database.value(), 1).ok());
    ASSERT_TRUE(
        database.value()
            ->script("INSERT INTO epochs VALUES (1, 'old', 2);"
                     "INSERT INTO submissions VALUES ('01010101-0101-4101-8101-010101010101', 'hall', "
                     "'opening', 'f', 'h', 'en', 'submitted', 0, 1, '{}');"
                     "INSERT INTO outbox VALUES (1, 2, 'audit', 'old-2', '{}', 'stored', '');")
            .ok());
  }
  const auto opened = reopen();
  EXPECT_EQ(opened.store->counts().value(), (StoreCounts{1, 1, 1, 0, 0}));
  EXPECT_EQ(waiting(*opened.store).at(0).event_id, "old-2");
}

// As a program of version 5 wrote them; the digest is what `sha256sum` says of the data.
constexpr const char* kOldAnswer =
    R"({"answers":{"comment":"Très \"bien\"\nአዎ","rating":4.0,"topics":["climate","trade"],"years":-3},)"
    R"("form":"closing","form_hash":"ab12","language":"am","room":"ballroom","session":"opening",)"
    R"("submission":"01020304-0506-4708-890a-0b0c0d0e0f10"})";
constexpr const char* kOldDigest = "270287b0007d1ab8751f3eb4bac7a7c74986a988182bcf633f71883afa1a46f7";

TEST_F(durability, an_answer_of_a_database_of_version_5_has_the_hash_that_its_receipt_names) {
  const std::string id = "01020304-0506-4708-890a-0b0c0d0e0f10";
  const std::string body =
      R"({"clockquality":"synced","data":)" + std::string(kOldAnswer) +
      R"(,"datacontenttype":"application/json","epoch":"old","id":")" + id +
      R"(","recordedtime":"2027-05-11T14:30:00Z","sequence":"0000000000000001",)"
      R"("source":"/trt/valley/kiosk-1","specversion":"1.0","time":"2027-05-11T14:30:00Z",)"
      R"("type":"org.tertulia.feedback.submitted.v1"})";
  {
    auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite).value();
    ASSERT_TRUE(sqlite::migrate(*database, 5).ok());
    ASSERT_TRUE(database->run("INSERT INTO epochs VALUES (1, 'old', 2)").ok());
    ASSERT_TRUE(
        database->run("INSERT INTO outbox VALUES (1, 1, 'feedback', ?1, ?2, 'stored', '')", {id, body}).ok());
    ASSERT_TRUE(
        database
            ->run("INSERT INTO submissions VALUES (?1, 'ballroom', 'opening', 'closing', 'ab12', 'am', "
                  "'submitted', 0, 0, '{}')",
                  {id})
            .ok());
    ASSERT_TRUE(database->run("INSERT INTO tally VALUES ('opening', 1, 0)").ok());
  }
  const auto opened = reopen();
  ASSERT_EQ(waiting(*opened.store).size(), 1U);
  EXPECT_EQ(waiting(*opened.store)[0].body, body);
  EXPECT_EQ(waiting(*opened.store)[0].content, kOldDigest);
  EXPECT_EQ(wire::body_of(wire::to_event(wire::from_stored(body).value()).value()).content, kOldDigest);
  const Ack ack{"old", 0, {}, {{id, kOldDigest}}, 1, "hub"};
  EXPECT_EQ(opened.store->acknowledge(ack, at_tap().now).value(), (StoreCounts{1, 1, 0, 0, 0}));
  // The hub is another one: what it took over waits again, with its hash.
  ASSERT_TRUE(opened.store->acknowledge({"old", 0, {}, {}, 2, "another"}, at_tap().now).ok());
  EXPECT_EQ(waiting(*opened.store).at(0).content, kOldDigest);
}

TEST_F(durability, a_full_disk_is_an_error_and_nothing_is_half_written) {
  StoreOptions options = options_with(device_);
  options.most_pages = 40;
  auto opened = SqliteStore::open(folder_.file(), options);
  Store& store = *opened.value().store;
  std::uint8_t stored = 0;
  auto outcome = store.close_submission(submitted(1, std::string(4000, 'x')), at_tap());
  while (outcome.ok()) {
    ++stored;
    outcome = store.close_submission(submitted(static_cast<std::uint8_t>(stored + 1), std::string(4000, 'x')),
                                     at_tap());
    ASSERT_LT(stored, 100);
  }
  EXPECT_NE(outcome.error().message.find("The disk is full"), std::string::npos);
  EXPECT_GT(stored, 0);
  EXPECT_EQ(store.counts().value().submitted, stored);
  EXPECT_EQ(waiting(store).size(), stored);
  EXPECT_EQ(waiting(store).back().seq, stored);
}

TEST_F(durability, a_folder_that_does_not_exist_is_named) {
  const auto refused = SqliteStore::open(folder_.file("nowhere/store.db"), options_with(device_));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("nowhere/store.db"), std::string::npos);
}

}  // namespace
}  // namespace tertulia
