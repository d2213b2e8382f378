// SPDX-License-Identifier: Apache-2.0
// Clocks beside that of the part.
#include "firmware/domain/room/side_clocks.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

using namespace std::chrono_literals;

Now clocks_after(Milliseconds time, const char* boot_id = "boot-1",
                 ClockQuality quality = ClockQuality::kSynced) {
  return {WallTime{} + time, time, boot_id, quality};
}

TEST(side_clocks, an_intervention_and_three_groups_count_beside_each_other) {
  ShownNow shown;
  shown = with_clock(shown, "2", 10min, clocks_after(0s));
  shown = with_clock(shown, kIntervention, 2min, clocks_after(30s));
  ASSERT_EQ(shown.clocks.size(), 2U);
  EXPECT_EQ(shown.clocks.front().label, "") << "that of the intervention stands first";
  EXPECT_EQ(left_at(shown.clocks.front().left, clocks_after(60s)), 90s);
  EXPECT_EQ(left_at(shown.clocks.back().left, clocks_after(60s)), 9min);
  EXPECT_EQ(with_clock(shown, "4", 1min, clocks_after(0s)), shown) << "there is no fourth group";
}

TEST(side_clocks, started_again_one_begins_anew) {
  ShownNow shown = with_clock({}, kIntervention, 2min, clocks_after(0s));
  shown = with_clock(shown, kIntervention, 1min, clocks_after(100s));
  ASSERT_EQ(shown.clocks.size(), 1U);
  EXPECT_EQ(left_at(shown.clocks.front().left, clocks_after(100s)), 1min);
}

TEST(side_clocks, a_pause_loses_nothing_and_an_end_removes_it) {
  ShownNow shown = with_clock({}, "1", 10min, clocks_after(0s));
  shown = with_clock_paused(shown, "1", clocks_after(4min));
  EXPECT_FALSE(is_counting(*find_clock(shown, "1")));
  shown = with_clock_going_on(shown, "1", clocks_after(20min));
  EXPECT_EQ(left_at(find_clock(shown, "1")->left, clocks_after(21min)), 5min);
  EXPECT_EQ(find_clock(without_clock(shown, "1"), "1"), nullptr);
  EXPECT_EQ(with_clock_paused({}, "1", clocks_after(0s)), ShownNow{});
}

TEST(side_clocks, with_a_good_clock_they_go_on_after_the_machine_was_without_power) {
  const ShownNow shown = with_clock({}, "1", 10min, clocks_after(0s));
  Now later = clocks_after(20s, "boot-2");
  later.wall = WallTime{} + 3min;
  EXPECT_EQ(left_at(restored(shown, later).clocks.at(0).left, later), 7min);
}

TEST(side_clocks, without_a_good_clock_they_stand_still_with_what_was_left) {
  const ShownNow shown = with_clock({}, "1", 10min, clocks_after(0s));
  const ShownNow own = restored(shown, clocks_after(20s, "boot-2", ClockQuality::kUnsynced));
  ASSERT_EQ(own.clocks.size(), 1U);
  EXPECT_FALSE(is_counting(own.clocks.front()));
  EXPECT_EQ(own.clocks.front().left.left, 10min);
}

TEST(side_clocks, those_of_yesterday_are_gone) {
  const ShownNow shown = with_clock({}, "1", 10min, clocks_after(0s));
  Now tomorrow = clocks_after(20s, "boot-2");
  tomorrow.wall = WallTime{} + 24h;
  EXPECT_TRUE(restored(shown, tomorrow).clocks.empty());
}

TEST(side_clocks, what_was_started_by_a_clock_that_nobody_had_set_stands_still_after_a_restart) {
  const ShownNow shown = with_clock({}, "1", 10min, clocks_after(0s, "boot-1", ClockQuality::kUnsynced));
  Now years_later = clocks_after(20s, "boot-2");
  years_later.wall = WallTime{} + 24h * 365 * 4;
  const ShownNow own = restored(shown, years_later);
  ASSERT_EQ(own.clocks.size(), 1U);
  EXPECT_FALSE(is_counting(own.clocks.front()));
  EXPECT_EQ(own.clocks.front().left.left, 10min);
}

TEST(side_clocks, a_restart_of_the_program_alone_changes_nothing) {
  const ShownNow shown = with_clock({}, "1", 10min, clocks_after(0s));
  EXPECT_EQ(restored(shown, clocks_after(2h)), shown) << "nobody has ended it";
}

TEST(announcements, one_that_was_over_before_a_restart_is_gone) {
  ShownNow shown;
  shown.announcement.text = "Coffee is ready";
  shown.announcement.left = counting(5min, clocks_after(0s));
  Now later = clocks_after(20s, "boot-2");
  later.wall = WallTime{} + 10min;
  EXPECT_EQ(restored(shown, later), ShownNow{});
}

TEST(announcements, one_goes_on_after_a_power_cut_only_where_the_clock_is_good) {
  ShownNow shown;
  shown.announcement = {"The bus leaves", WallTime{}, 5min, counting(5min, clocks_after(0s))};
  Now later = clocks_after(20s, "boot-2");
  later.wall = WallTime{} + 2min;
  EXPECT_TRUE(is_announced(restored(shown, later), later));
  EXPECT_EQ(left_at(restored(shown, later).announcement.left, later), 3min);
  later.quality = ClockQuality::kUnsynced;
  EXPECT_FALSE(is_announced(restored(shown, later), later));
}

TEST(announcements, when_one_was_made_is_known_on_every_boot_clock) {
  RoomAnnouncement announcement{"The bus leaves", WallTime{}, 5min, counting(5min, clocks_after(1min))};
  announcement.left = reanchored(announcement.left, {2min, 1s}, clocks_after(10min, "boot-2"));
  EXPECT_EQ(announced_at(announcement), BootTime(10min - 61s));
}

}  // namespace
}  // namespace tertulia
