// SPDX-License-Identifier: Apache-2.0
// What the hub has taken over stays for the grace period, by whatever clock there is, and then it is gone.
#include <gmock/gmock.h>

#include "drivers/sqlite/connection/database.h"
#include "drivers/sqlite/records/closing_slips.h"
#include "drivers/sqlite/records/periods.h"
#include "drivers/sqlite/records/schema.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kSentinel = "zebra-in-the-garden";

class grace : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);

  [[nodiscard]] Store& store() { return *opened_.store; }
  void reopen() {
    opened_.store.reset();
    opened_ = open(folder_.file(), device_);
  }
  [[nodiscard]] static Now after(Milliseconds time) {
    Now now = at_tap().now;
    now.wall += time;
    now.boot += time;
    return now;
  }
  // `time` after the tap, of which `up` since the machine was started again.
  [[nodiscard]] static Now rebooted(Milliseconds time, Milliseconds up,
                                    ClockQuality quality = ClockQuality::kSynced) {
    return {at_tap().now.wall + time, up, "boot-2", quality};
  }
  void acknowledge(const Now& now = at_tap().now, const std::string& hub = "h1") {
    Ack ack = ack_for(store(), 1000);
    ack.seq = waiting(store()).back().seq;
    ack.hub = hub;
    ASSERT_TRUE(store().acknowledge(ack, now).ok());
    ASSERT_THAT(waiting(store()), IsEmpty());
  }
  void purge(const Now& now) {
    while (store().purge(now).value()) continue;
  }
  [[nodiscard]] std::size_t kept() {
    const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kSalvage).value();
    return static_cast<std::size_t>(database->number("SELECT count(*) FROM kept").value());
  }
  // Database, WAL and everything else in the folder.
  [[nodiscard]] bool on_disk(const std::string& text) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_.file("")))
      if (bytes_of(entry.path()).find(text) != std::string::npos) return true;
    return false;
  }
};

TEST_F(grace, keeps_the_answer_for_two_days_and_then_nothing_of_it_is_on_the_disk) {
  submit(store(), 1, kSentinel);
  acknowledge();
  purge(after(hours(47)));
  EXPECT_TRUE(on_disk(kSentinel));
  purge(after(hours(50)));
  EXPECT_FALSE(on_disk(kSentinel));
}

TEST_F(grace, leaves_the_id_and_the_counts_and_the_slip) {
  submit(store(), 1, kSentinel);
  acknowledge();
  const StoreCounts before = store().counts().value();
  purge(after(hours(50)));
  EXPECT_EQ(store().counts().value(), before);
  EXPECT_TRUE(on_disk(id_of(1).text()));
  submit(store(), 1, kSentinel);
  EXPECT_THAT(waiting(store()), IsEmpty());
  EXPECT_FALSE(on_disk(kSentinel));
}

TEST_F(grace, is_for_events_of_every_kind) {
  submit(store(), 1);
  note(store());
  acknowledge();
  EXPECT_EQ(kept(), 2U);
  purge(after(hours(50)));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace, of_no_hours_erases_at_once) {
  opened_.store.reset();
  StoreOptions options = options_with(device_);
  options.grace = hours(0);
  opened_ = SqliteStore::open(folder_.file(), options).value();
  submit(store(), 1, kSentinel);
  note(store());
  acknowledge();
  EXPECT_EQ(kept(), 0U);
  EXPECT_FALSE(on_disk(kSentinel));
}

TEST_F(grace, is_not_ended_by_a_wall_clock_that_jumps) {
  submit(store(), 1);
  acknowledge();
  Now jumped = after(hours(1));
  jumped.wall += hours(24 * 365);
  purge(jumped);
  EXPECT_EQ(kept(), 1U);
}

TEST_F(grace, goes_on_by_the_wall_clock_after_a_reboot_when_both_are_good) {
  submit(store(), 1);
  acknowledge();
  reopen();
  purge(rebooted(hours(40), hours(1)));
  EXPECT_EQ(kept(), 1U);
  purge(rebooted(hours(50), hours(11)));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace, counts_anew_after_a_reboot_when_the_clock_is_not_good) {
  submit(store(), 1);
  acknowledge();
  purge(rebooted(hours(500), hours(1), ClockQuality::kRtc));
  purge(rebooted(hours(540), hours(41), ClockQuality::kRtc));
  EXPECT_EQ(kept(), 1U);
  purge(rebooted(hours(560), hours(61), ClockQuality::kRtc));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace, knows_again_how_old_something_is_when_the_network_sets_the_clock_after_a_reboot) {
  submit(store(), 1);
  acknowledge();
  Now early = rebooted(hours(49), minutes(1), ClockQuality::kUnsynced);
  early.wall = WallTime(minutes(1));
  purge(early);
  EXPECT_EQ(kept(), 1U);
  purge(rebooted(hours(50), hours(1)));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace, of_what_was_taken_over_before_the_clock_was_good_is_known_after_a_reboot) {
  submit(store(), 1);
  Now wrong = at_tap().now;
  wrong.wall = WallTime{};
  wrong.quality = ClockQuality::kUnsynced;
  acknowledge(wrong);
  purge(after(hours(2)));
  purge(rebooted(hours(50), hours(1)));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace, counts_anew_when_the_wall_clock_has_gone_back) {
  submit(store(), 1);
  acknowledge();
  purge(rebooted(hours(-1000), hours(1)));
  purge(rebooted(hours(-970), hours(31)));
  EXPECT_EQ(kept(), 1U);
  purge(rebooted(hours(-950), hours(51)));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace, does_not_keep_the_time_at_which_somebody_answered) {
  submit(store(), 1);
  acknowledge();
  const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kSalvage).value();
  const auto end = database->number("SELECT boot FROM periods").value();
  EXPECT_EQ(Milliseconds(end) % hours(1), hours(0));
  submit(store(), 2);
  acknowledge(after(minutes(20)));
  EXPECT_EQ(database->number("SELECT count(DISTINCT period) FROM kept").value(), 1);
  submit(store(), 3);
  acknowledge(after(minutes(80)));
  EXPECT_EQ(database->number("SELECT count(DISTINCT period) FROM kept").value(), 2);
}

TEST_F(grace, ends_in_small_transactions) {
  for (int time = 0; time < 450; ++time) note(store());
  acknowledge();
  int more = 0;
  while (store().purge(after(hours(50))).value()) ++more;
  EXPECT_EQ(more, 3);
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace, of_one_hour_does_not_wait_for_that_of_a_later_one) {
  submit(store(), 1);
  acknowledge();
  submit(store(), 2);
  acknowledge(after(hours(10)));
  purge(after(hours(50)));
  EXPECT_EQ(kept(), 1U);
}

TEST_F(grace, survives_damage_to_the_file_and_counts_anew) {
  for (std::uint8_t number = 1; number <= 20; ++number) submit(store(), number, std::string(900, 'x'));
  acknowledge();
  opened_.store.reset();
  std::int64_t page = 0;
  {
    const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kSalvage).value();
    page = database->number("SELECT rootpage FROM sqlite_schema WHERE name = 'rooms'").value();
  }
  std::fstream file(folder_.file(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp((page - 1) * 4096);
  file << std::string(4096, 'Z');
  file.close();
  opened_ = open(folder_.file(), device_);
  ASSERT_THAT(opened_.notices, testing::Not(IsEmpty()));
  EXPECT_EQ(kept(), 20U);
  EXPECT_EQ(store().counts().value().acknowledged, 20U);
  const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kSalvage).value();
  const ClosingSlip slip = sqlite::read_slips(*database).value().front();
  EXPECT_EQ(slip.unknown, 0U) << "nothing of them is erased yet";
  EXPECT_EQ(slip.submitted_sum, slip.receipted_sum);
  purge(after(hours(50)));
  EXPECT_EQ(kept(), 20U);
  purge(after(hours(100)));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace, is_not_begun_by_a_recovery_for_what_still_waits) {
  for (std::uint8_t number = 1; number <= 20; ++number) submit(store(), number, std::string(900, 'x'));
  opened_.store.reset();
  std::fstream file(folder_.file(), std::ios::in | std::ios::out | std::ios::binary);
  file << std::string(4096, 'Z');  // the list of the tables
  file.close();
  opened_ = open(folder_.file(), device_);
  EXPECT_EQ(kept(), 0U);
  EXPECT_THAT(waiting(store()), SizeIs(20));
}

TEST_F(grace, an_answer_whose_event_was_lost_in_damage_is_offered_again) {
  submit(store(), 1);
  acknowledge();
  opened_.store.reset();
  {
    const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite).value();
    const auto page = database->number("SELECT rootpage FROM sqlite_schema WHERE name = 'kept'").value();
    std::fstream file(folder_.file(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp((page - 1) * 4096);
    file << std::string(4096, 'Z');
  }
  opened_ = open(folder_.file(), device_);
  ASSERT_THAT(waiting(store()), SizeIs(1));
  EXPECT_EQ(waiting(store())[0].event_id, id_of(1).text());
  EXPECT_EQ(store().counts().value().acknowledged, 0U);
}

TEST_F(grace, begins_in_a_database_of_version_4_with_the_next_ack) {
  submit(store(), 1);
  opened_.store.reset();
  {
    const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite).value();
    ASSERT_TRUE(database
                    ->script("ALTER TABLE outbox DROP COLUMN content; DROP TABLE kept; DROP TABLE periods; "
                             "DROP TABLE kept_usage; "
                             "DROP TABLE rooms; CREATE TABLE timers (room TEXT PRIMARY KEY, anchor TEXT "
                             "NOT NULL) WITHOUT ROWID; "
                             "PRAGMA user_version = 4")
                    .ok());
  }
  opened_ = open(folder_.file(), device_);
  EXPECT_THAT(opened_.notices, IsEmpty());
  ASSERT_THAT(waiting(store()), SizeIs(1));
  acknowledge();
  EXPECT_EQ(kept(), 1U);
}

// Budgets

class grace_and_budgets : public grace {
 protected:
  void SetUp() override {
    opened_.store.reset();
    StoreOptions options = options_with(device_);
    options.budgets = {{{EventKind::kFeedback, {3, 1'000'000}}}, {8, 1'000'000}};
    opened_ = SqliteStore::open(folder_.file(), options).value();
  }
};

TEST_F(grace_and_budgets, what_the_hub_has_makes_room_for_answers_without_a_gap) {
  for (std::uint8_t number = 1; number <= 3; ++number) submit(store(), number, kSentinel);
  acknowledge();
  submit(store(), 4);
  ASSERT_THAT(waiting(store()), SizeIs(1));
  EXPECT_EQ(store().counts().value(), (StoreCounts{4, 3, 1, 0, 4}));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(grace_and_budgets, what_the_hub_has_goes_before_anything_that_waits) {
  for (std::uint8_t number = 1; number <= 3; ++number) submit(store(), number);
  acknowledge();
  for (int time = 0; time < 5; ++time)
    ASSERT_TRUE(store().append(event::HealthReported{1, 2, 3}, at_once()).ok());
  note(store());
  EXPECT_EQ(kept(), 0U);
  EXPECT_THAT(waiting(store()), SizeIs(6));
}

TEST_F(grace_and_budgets, a_store_full_of_what_waits_still_refuses) {
  for (std::uint8_t number = 1; number <= 3; ++number) submit(store(), number);
  EXPECT_FALSE(store().close_submission(submitted(4), at_tap()).ok());
}

}  // namespace
}  // namespace tertulia
