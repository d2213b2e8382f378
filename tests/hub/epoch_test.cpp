// SPDX-License-Identifier: Apache-2.0
// A hub that was restored from a copy of its database, and what it notices of it.
#include "hub/store/epoch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/store/database.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

class hub_epoch : public testing::TestWithParam<Kind> {
 protected:
  // Each store is that of a program that was just started, so many seconds after the beginning.
  Commit store_at(int seconds, const std::vector<Arrival>& batch) {
    auto database = Database::open(database_.name()).value();
    auto stored = database.store(batch, now_ + std::chrono::seconds(seconds));
    EXPECT_TRUE(stored.ok()) << (stored.ok() ? "" : stored.error().message);
    return stored.ok() ? stored.value().commit : Commit{};
  }
  Commit answer_at(int seconds) {
    return store_at(seconds, {sort_message(feedback(device_, static_cast<std::uint64_t>(seconds + 1)))});
  }
  static arrival::Heard ack_of(const Commit& commit) { return {commit.number, commit.hub}; }

  TestDatabase database_{GetParam()};
  WallTime now_ = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
  Device device_;
};

TEST_P(hub_epoch, is_another_one_in_each_new_database) {
  const Commit first = answer_at(0);
  database_.make_again();
  EXPECT_NE(answer_at(1).hub, first.hub);
}

TEST_P(hub_epoch, stays_when_the_acks_at_the_broker_are_its_own) {
  const Commit first = answer_at(0);
  const Commit second = answer_at(10);
  EXPECT_EQ(store_at(20, {ack_of(first), ack_of(second)}).hub, first.hub);
  EXPECT_EQ(store_at(30, {ack_of(first), ack_of(second)}).hub, first.hub);
}

TEST_P(hub_epoch, is_a_new_one_once_when_an_ack_speaks_of_a_commit_that_a_restored_database_never_made) {
  answer_at(0);
  database_.back_up();
  const Commit lost = answer_at(10);
  database_.restore();
  const Commit next = store_at(20, {ack_of(lost)});
  EXPECT_NE(next.hub, lost.hub);
  EXPECT_GT(next.number, lost.number);
  EXPECT_EQ(store_at(30, {ack_of(lost)}).hub, next.hub);
}

TEST_P(hub_epoch, is_a_new_one_also_when_the_ack_is_heard_after_other_commits_and_restarts) {
  answer_at(0);
  database_.back_up();
  const Commit lost = answer_at(10);
  database_.restore();
  answer_at(20);
  answer_at(30);
  EXPECT_NE(store_at(40, {ack_of(lost)}).hub, lost.hub);
}

TEST_P(hub_epoch, acks_of_another_database_change_it_not_but_their_numbers_are_left_out) {
  const Commit before = answer_at(0);
  const Commit after = store_at(1, {arrival::Heard{before.number + 1'000'000, "other"}});
  EXPECT_EQ(after.hub, before.hub);
  EXPECT_GT(after.number, before.number + 1'000'000);
}

TEST_P(hub_epoch, a_clock_that_went_back_hides_no_restore) {
  answer_at(0);
  database_.back_up();
  const Commit lost = answer_at(10);
  database_.restore();
  const Commit next = store_at(-100, {ack_of(lost)});
  EXPECT_NE(next.hub, lost.hub);
  EXPECT_GT(next.number, lost.number);
}

TEST_P(hub_epoch, two_backups_of_one_hub_are_told_apart) {
  answer_at(0);
  database_.back_up();
  const Commit lost = answer_at(10);
  database_.restore();
  const Commit second = store_at(20, {ack_of(lost)});
  database_.restore();
  // Some devices have heard of the second life, some only of the first.
  EXPECT_NE(store_at(30, {ack_of(second), ack_of(lost)}).hub, lost.hub);
}

TEST_P(hub_epoch, can_be_begun_by_hand_while_the_hub_runs) {
  const Commit before = answer_at(0);
  auto running = Database::open(database_.name()).value();
  const Commit begun = Database::open(database_.name()).value().begin_epoch(now_).value();
  const Commit next = running.store({}, now_).value().commit;
  EXPECT_NE(begun.hub, before.hub);
  EXPECT_EQ(next.hub, begun.hub);
  EXPECT_GT(next.number, begun.number);
}

INSTANTIATE_TEST_SUITE_P(both, hub_epoch, kBoth, name_of);

}  // namespace
}  // namespace tertulia::hub
