// SPDX-License-Identifier: Apache-2.0
// Events that were recorded while the clock was wrong get their true time when it is right.
#include "drivers/sqlite/connection/database.h"
#include "firmware/wire/envelope.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

using std::chrono::minutes;

class rebasing : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  Store& store_ = *opened_.store;

  // The machine started in 1970; `after` the start of this boot.
  [[nodiscard]] static EventTime unsynced(minutes after, const std::string& boot = "boot-1") {
    const WallTime wrong{after};
    return {{wrong, after, boot, ClockQuality::kUnsynced}, wrong};
  }
  [[nodiscard]] static EventTime synced(minutes after, ClockQuality quality = ClockQuality::kSynced) {
    const WallTime right = kTapped + after;
    return {{right, after, "boot-1", quality}, right};
  }
  void note(const std::string& action, const EventTime& time) {
    ASSERT_TRUE(store_.append(event::Audited{action}, time).ok());
  }
  [[nodiscard]] wire::Envelope envelope(std::size_t index) {
    return wire::from_structured(waiting(store_).at(index).body).value();
  }
};

TEST_F(rebasing, gives_an_event_the_time_that_it_really_had_and_says_so) {
  note("start", unsynced(minutes(2)));
  note("clock-set", synced(minutes(10)));
  EXPECT_EQ(envelope(0).recorded_time, to_rfc3339(kTapped + minutes(2)));
  EXPECT_EQ(envelope(0).time, to_rfc3339(kTapped + minutes(2)));
  EXPECT_EQ(envelope(0).quality, ClockQuality::kRebased);
  EXPECT_EQ(envelope(1).quality, ClockQuality::kSynced);
}

TEST_F(rebasing, keeps_number_id_and_content) {
  note("start", unsynced(minutes(2)));
  const auto before = envelope(0);
  note("clock-set", synced(minutes(10)));
  EXPECT_EQ(envelope(0).id, before.id);
  EXPECT_EQ(envelope(0).sequence, before.sequence);
  EXPECT_EQ(envelope(0).data, before.data);
}

TEST_F(rebasing, also_when_a_person_has_set_the_clock) {
  note("start", unsynced(minutes(2)));
  note("clock-set", synced(minutes(10), ClockQuality::kOperator));
  EXPECT_EQ(envelope(0).quality, ClockQuality::kRebased);
}

TEST_F(rebasing, waits_while_the_clock_only_looks_good) {
  note("start", unsynced(minutes(2)));
  note("note", synced(minutes(10), ClockQuality::kRtc));
  EXPECT_EQ(envelope(0).quality, ClockQuality::kUnsynced);
  EXPECT_EQ(envelope(1).quality, ClockQuality::kRtc);
}

TEST_F(rebasing, leaves_what_another_boot_recorded) {
  note("start", unsynced(minutes(2), "boot-0"));
  note("clock-set", synced(minutes(10)));
  EXPECT_EQ(envelope(0).quality, ClockQuality::kUnsynced);
  EXPECT_EQ(envelope(0).recorded_time, to_rfc3339(WallTime(minutes(2))));
}

TEST_F(rebasing, happens_once) {
  note("start", unsynced(minutes(2)));
  note("clock-set", synced(minutes(10)));
  const auto once = envelope(0);
  EventTime later = synced(minutes(20));
  later.now.wall += minutes(7);
  note("later", later);
  EXPECT_EQ(envelope(0), once);
}

TEST_F(rebasing, goes_on_after_a_restart_of_the_program) {
  note("start", unsynced(minutes(2)));
  opened_.store.reset();
  const auto again = open(folder_.file(), device_);
  ASSERT_TRUE(again.store->append(event::Audited{"clock-set"}, synced(minutes(10))).ok());
  const auto first = wire::from_structured(waiting(*again.store).at(0).body).value();
  EXPECT_EQ(first.quality, ClockQuality::kRebased);
}

// Nothing finer than the session is kept of it, and that comes from the agenda.
TEST_F(rebasing, does_not_touch_feedback) {
  EventTime tapped = unsynced(minutes(2));
  tapped.label = kSessionLabel;
  ASSERT_TRUE(store_.close_submission(submitted(1), tapped).ok());
  const auto before = envelope(0);
  note("clock-set", synced(minutes(10)));
  EXPECT_EQ(envelope(0), before);
}

TEST_F(rebasing, does_not_confuse_the_budget) {
  note("start", unsynced(minutes(2)));
  note("clock-set", synced(minutes(10)));
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 2), at_tap().now).ok());
  const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kSalvage).value();
  EXPECT_EQ(database->number("SELECT sum(abs(rows) + abs(bytes)) FROM usage").value(), 0);
  EXPECT_EQ(database->number("SELECT sum(rows) FROM kept_usage").value(), 2);
  EXPECT_EQ(database->number("SELECT sum(length(CAST(body AS BLOB))) FROM kept").value(),
            database->number("SELECT sum(bytes) FROM kept_usage").value());
  EXPECT_EQ(database->number("SELECT count(*) FROM unsynced").value(), 0);
}

}  // namespace
}  // namespace tertulia
