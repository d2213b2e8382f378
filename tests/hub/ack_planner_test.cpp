// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/ack_planner.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia::hub {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

AckPlanner holding(const std::vector<Range>& ranges, BootTime now = seconds(0)) {
  AckPlanner planner("e1");
  planner.hold(Ranges(ranges), now);
  return planner;
}

TEST(ack_planner, a_contiguous_prefix_is_acknowledged_to_its_end) {
  const auto ack = holding({{1, 9}}).ack(seconds(0));
  EXPECT_EQ(ack.epoch, "e1");
  EXPECT_EQ(ack.seq, 9u);
  EXPECT_THAT(ack.miss, IsEmpty());
}

TEST(ack_planner, a_young_hole_stops_the_ack_before_it) {
  const auto ack = holding({{1, 4}, {6, 9}}).ack(seconds(29));
  EXPECT_EQ(ack.seq, 4u);
  EXPECT_THAT(ack.miss, IsEmpty());
}

TEST(ack_planner, an_old_hole_is_named_and_passed) {
  const auto ack = holding({{1, 4}, {6, 9}}).ack(seconds(30));
  EXPECT_EQ(ack.seq, 9u);
  EXPECT_THAT(ack.miss, ElementsAre(Pair(5, 5)));
}

TEST(ack_planner, a_young_hole_behind_an_old_one_still_stops) {
  AckPlanner planner = holding({{1, 4}, {6, 9}});
  planner.hold(Ranges({{1, 4}, {6, 9}, {12, 12}}), seconds(20));
  const auto ack = planner.ack(seconds(31));
  EXPECT_EQ(ack.seq, 9u);
  EXPECT_THAT(ack.miss, ElementsAre(Pair(5, 5)));
}

TEST(ack_planner, a_hole_that_shrinks_keeps_its_age) {
  AckPlanner planner = holding({{1, 1}, {9, 9}});
  planner.hold(Ranges({{1, 1}, {5, 5}, {9, 9}}), seconds(25));
  EXPECT_THAT(planner.ack(seconds(30)).miss, ElementsAre(Pair(2, 4), Pair(6, 8)));
}

TEST(ack_planner, nothing_is_acknowledged_when_the_first_row_is_on_its_way) {
  EXPECT_EQ(holding({{2, 5}}).ack(seconds(1)).seq, 0u);
}

TEST(ack_planner, an_ack_has_room_for_a_bounded_number_of_misses) {
  std::vector<Range> every_other;
  for (std::uint64_t n = 1; n < 2000; n += 2) every_other.push_back({n, n});
  const auto ack = holding(every_other).ack(seconds(60));
  EXPECT_THAT(ack.miss, SizeIs(kMostMisses));
  EXPECT_EQ(ack.seq, ack.miss.back().second + 1);
}

TEST(ack_planner, never_covers_a_row_that_is_not_held) {
  std::mt19937 random(11);
  Ranges held;
  AckPlanner planner("e1");
  for (int second = 0; second < 300; ++second) {
    held.add(random() % 400 + 1);
    planner.hold(held, seconds(second));
    const Ack ack = planner.ack(seconds(second));
    Ranges missing;
    for (const auto& [first, last] : ack.miss) missing.add({first, last});
    for (std::uint64_t n = 1; n <= ack.seq; ++n) ASSERT_NE(held.contains(n), missing.contains(n)) << n;
    planner.published(seconds(second));
  }
}

TEST(ack_planner, without_holes_nothing_comes_due) {
  AckPlanner planner = holding({{1, 9}});
  planner.published(seconds(0));
  EXPECT_FALSE(planner.due(seconds(100'000)));
}

TEST(ack_planner, a_hole_that_comes_of_age_is_due_at_once) {
  AckPlanner planner = holding({{1, 4}, {6, 9}});
  planner.published(seconds(0));
  EXPECT_FALSE(planner.due(seconds(29)));
  EXPECT_TRUE(planner.due(seconds(30)));
}

TEST(ack_planner, asks_again_in_doubling_intervals) {
  AckPlanner planner = holding({{1, 4}, {6, 9}});
  planner.published(seconds(30));
  EXPECT_FALSE(planner.due(seconds(59)));
  ASSERT_TRUE(planner.due(seconds(60)));
  planner.published(seconds(60));
  EXPECT_FALSE(planner.due(seconds(119)));
  EXPECT_TRUE(planner.due(seconds(120)));
}

TEST(ack_planner, a_filled_hole_is_not_asked_for_again) {
  AckPlanner planner = holding({{1, 4}, {6, 9}});
  planner.published(seconds(30));
  planner.hold(Ranges({{1, 9}}), seconds(31));
  EXPECT_EQ(planner.ack(seconds(31)).seq, 9u);
  EXPECT_FALSE(planner.due(seconds(1000)));
}

}  // namespace
}  // namespace tertulia::hub
