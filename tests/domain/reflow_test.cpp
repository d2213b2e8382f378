// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/reflow.h"

#include <gmock/gmock.h>

#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

using ::testing::ElementsAre;

WallTime minute(int value) { return WallTime(Minutes(value)); }

Segment part(std::string id, int minutes, ReflowPolicy policy, std::optional<int> minimum = std::nullopt) {
  Segment segment = segment_of(std::move(id), Minutes(minutes));
  segment.policy = policy;
  if (minimum) segment.minimum = Minutes(*minimum);
  return segment;
}

// A presentation from 0 to 20, then what the picture of the proposal has: coffee holds at 57.
Rundown round_table() {
  return {minute(0),
          {part("presentation", 20, ReflowPolicy::kFixed), part("response", 10, ReflowPolicy::kFixed),
           part("discussion", 25, ReflowPolicy::kShrink, 10), part("in-hand", 2, ReflowPolicy::kBuffer),
           part("coffee", 15, ReflowPolicy::kPinned), part("groups", 45, ReflowPolicy::kFixed)}};
}

Reflow late_by(const Rundown& rundown, int minutes, Milliseconds grain = Minutes(1)) {
  const WallTime end = rundown.start + rundown.segments[0].length + Minutes(minutes);
  return reflow({rundown, 0, end, planned_end(rundown)}, grain);
}

std::vector<std::int64_t> lengths(const Reflow& proposal) {
  std::vector<std::int64_t> minutes;
  for (const ReflowPart& each : proposal.parts)
    minutes.push_back(std::chrono::duration_cast<Minutes>(each.length).count());
  return minutes;
}

TEST(reflow, a_buffer_gives_first_then_what_may_shrink_and_the_pinned_part_holds) {
  const Reflow proposal = late_by(round_table(), 9);
  EXPECT_EQ(proposal.late, Minutes(9));
  EXPECT_THAT(lengths(proposal), ElementsAre(10, 18, 0, 15));
  EXPECT_EQ(proposal.pinned, 4U);
  EXPECT_EQ(proposal.holds_at, minute(57));
  EXPECT_EQ(proposal.ends_later_at, minute(66));
  EXPECT_EQ(proposal.missing, Minutes(0));
  EXPECT_EQ(proposal.parts[0].start, minute(29));
  EXPECT_EQ(proposal.parts[1].start, minute(39));
  EXPECT_EQ(proposal.parts[3].start, minute(57));
}

TEST(reflow, nothing_is_proposed_on_time_or_early) {
  EXPECT_FALSE(late_by(round_table(), 0).proposes());
  EXPECT_FALSE(late_by(round_table(), -5).proposes());
}

TEST(reflow, a_delay_within_a_minute_is_rounded_up) {
  const Rundown rundown = round_table();
  const WallTime end = minute(20) + std::chrono::seconds(61);
  EXPECT_THAT(lengths(reflow({rundown, 0, end, planned_end(rundown)})), ElementsAre(10, 25, 0, 15));
}

TEST(reflow, a_gap_of_the_plan_swallows_the_delay) {
  Rundown rundown = round_table();
  rundown.segments[4].planned_start = minute(67);
  EXPECT_FALSE(late_by(rundown, 9).proposes());
  EXPECT_THAT(lengths(late_by(rundown, 11)), ElementsAre(10, 25, 1, 15));
}

TEST(reflow, nothing_gets_shorter_than_its_minimum_and_what_is_missing_is_said) {
  const Reflow proposal = late_by(round_table(), 20);
  EXPECT_THAT(lengths(proposal), ElementsAre(10, 10, 0, 15));
  EXPECT_EQ(proposal.missing, Minutes(3));
  EXPECT_EQ(proposal.parts.back().start, minute(57));  // never shown moved
}

TEST(reflow, without_a_minimum_half_of_a_part_remains) {
  Rundown rundown = round_table();
  rundown.segments[2].minimum.reset();
  EXPECT_EQ(late_by(rundown, 60).parts[1].length, Minutes(13));  // in whole minutes
}

TEST(reflow, without_a_pinned_part_the_end_of_the_session_holds) {
  Rundown rundown = round_table();
  rundown.segments.resize(4);
  // Planned until 57, and the room is theirs until 60: of 6 minutes that are lost, 3 are there.
  const Reflow proposal = reflow({rundown, 0, minute(26), minute(60)});
  EXPECT_EQ(proposal.pinned, std::nullopt);
  EXPECT_EQ(proposal.holds_at, minute(60));
  EXPECT_EQ(proposal.missing, Minutes(0));
  EXPECT_THAT(lengths(proposal), ElementsAre(10, 24, 0));
}

TEST(reflow, the_last_resort_is_to_leave_a_part_out_the_shortest_that_is_enough) {
  Rundown rundown{minute(0),
                  {part("now", 20, ReflowPolicy::kFixed), part("film", 15, ReflowPolicy::kDroppable),
                   part("poem", 5, ReflowPolicy::kDroppable), part("talk", 20, ReflowPolicy::kShrink, 16),
                   part("lunch", 60, ReflowPolicy::kPinned)}};
  EXPECT_THAT(lengths(late_by(rundown, 4)), ElementsAre(15, 5, 16, 60));
  EXPECT_THAT(lengths(late_by(rundown, 6)), ElementsAre(15, 0, 19, 60));  // the talk gives what is missing
  EXPECT_THAT(lengths(late_by(rundown, 12)), ElementsAre(0, 5, 20, 60));
  EXPECT_THAT(lengths(late_by(rundown, 24)), ElementsAre(0, 0, 16, 60));
  EXPECT_EQ(late_by(rundown, 30).missing, Minutes(6));
}

TEST(reflow, each_gives_in_proportion_to_its_planned_length) {
  // deviation x planned length / sum: 12 x 10/60, 12 x 20/60, 12 x 30/60
  const std::vector<Shrinkable> items{
      {Minutes(10), Minutes(10)}, {Minutes(20), Minutes(20)}, {Minutes(30), Minutes(30)}};
  EXPECT_THAT(proportional_shares(items, Minutes(12), Minutes(1)),
              ElementsAre(Minutes(2), Minutes(4), Minutes(6)));
}

TEST(reflow, what_one_cannot_give_the_others_share) {
  const std::vector<Shrinkable> items{
      {Minutes(30), Minutes(1)}, {Minutes(30), Minutes(30)}, {Minutes(30), Minutes(30)}};
  EXPECT_THAT(proportional_shares(items, Minutes(9), Minutes(1)),
              ElementsAre(Minutes(1), Minutes(4), Minutes(4)));
}

TEST(reflow, shares_are_whole_minutes_and_never_more_than_there_is) {
  for (int deviation = 0; deviation < 70; ++deviation) {
    const std::vector<Shrinkable> items{{Minutes(7), Minutes(3)},
                                        {Minutes(25), Minutes(20)},
                                        {Minutes(11), Minutes(11)},
                                        {Minutes(40), Minutes(25)}};
    const auto shares = proportional_shares(items, Minutes(deviation), Minutes(1));
    Milliseconds sum{0};
    for (std::size_t i = 0; i < shares.size(); ++i) {
      EXPECT_LE(shares[i], items[i].most) << deviation;
      EXPECT_GE(shares[i], Milliseconds(0)) << deviation;
      EXPECT_EQ(shares[i] % Minutes(1), Milliseconds(0)) << deviation;
      sum += shares[i];
    }
    EXPECT_EQ(sum, std::min(Minutes(deviation), Minutes(59))) << deviation;
  }
}

TEST(reflow, in_the_last_part_only_the_end_can_move) {
  const Rundown rundown = round_table();
  const Reflow proposal = reflow({rundown, 5, planned_end(rundown) + Minutes(7), planned_end(rundown)});
  EXPECT_TRUE(proposal.parts.empty());
  EXPECT_EQ(proposal.missing, Minutes(7));
  EXPECT_EQ(proposal.ends_later_at, planned_end(rundown) + Minutes(7));
}

TEST(reflow, what_a_moderator_chooses_is_laid_out_anew) {
  const Rundown rundown = round_table();
  const ReflowCase late{rundown, 0, minute(29), planned_end(rundown)};
  const std::vector<Milliseconds> chosen{Minutes(5), Minutes(25), Minutes(2), Minutes(1)};
  const Reflow proposal = with_lengths(late, reflow(late), chosen);
  EXPECT_THAT(lengths(proposal), ElementsAre(5, 25, 2, 15));
  EXPECT_EQ(proposal.missing, Minutes(4));
  EXPECT_EQ(proposal.parts[1].start, minute(34));
}

TEST(expected_starts, a_pinned_segment_is_never_shown_moved) {
  const Rundown rundown = round_table();
  const std::vector<WallTime> starts = expected_starts(rundown, 0, minute(29));
  EXPECT_EQ(starts[3], minute(64));
  EXPECT_EQ(starts[4], minute(57));
  EXPECT_EQ(starts[5], minute(72));
}

}  // namespace
}  // namespace tertulia
