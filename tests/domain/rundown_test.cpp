// SPDX-License-Identifier: Apache-2.0
#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

// Minutes of the reference values as instants.
WallTime minute(int value) { return WallTime(Minutes(value)); }

// An item of 100 minutes from 0 on, and one planned for 100.
Rundown item_at_a_hundred() {
  return {minute(0), {segment_of("now", Minutes(100)), segment_of("item", Minutes(10))}};
}

// The same with a gap of 20 before the item.
Rundown item_after_a_gap() {
  Rundown plan{minute(0), {segment_of("now", Minutes(80)), segment_of("item", Minutes(10))}};
  plan.segments[1].planned_start = minute(100);
  return plan;
}

TEST(rundown, a_segment_starts_as_the_one_before_ends) {
  const std::vector<WallTime> starts = planned_starts(three_segments());
  ASSERT_EQ(starts.size(), 3U);
  EXPECT_EQ(starts[0], at("2027-05-11T10:00:00Z"));
  EXPECT_EQ(starts[1], at("2027-05-11T10:20:00Z"));
  EXPECT_EQ(starts[2], at("2027-05-11T10:30:00Z"));
  EXPECT_EQ(planned_end(three_segments()), at("2027-05-11T11:00:00Z"));
}

TEST(rundown, a_planned_start_leaves_a_gap) {
  EXPECT_EQ(planned_starts(item_after_a_gap())[1], minute(100));
  EXPECT_EQ(planned_end(item_after_a_gap()), minute(110));
}

TEST(rundown, without_segments_it_ends_as_it_starts) {
  EXPECT_EQ(planned_end(Rundown{minute(5), {}}), minute(5));
  EXPECT_TRUE(planned_starts(Rundown{}).empty());
}

TEST(rundown, the_plan_has_a_segment_from_its_start_until_before_its_end) {
  const Rundown plan = three_segments();
  EXPECT_EQ(planned_segment_at(plan, at("2027-05-11T10:00:00Z")), 0U);
  EXPECT_EQ(planned_segment_at(plan, at("2027-05-11T10:19:59.999Z")), 0U);
  EXPECT_EQ(planned_segment_at(plan, at("2027-05-11T10:20:00Z")), 1U);
  EXPECT_EQ(planned_segment_at(plan, at("2027-05-11T10:59:59.999Z")), 2U);
}

TEST(rundown, the_plan_has_nothing_before_between_and_after) {
  EXPECT_EQ(planned_segment_at(three_segments(), at("2027-05-11T09:59:59.999Z")), std::nullopt);
  EXPECT_EQ(planned_segment_at(three_segments(), at("2027-05-11T11:00:00Z")), std::nullopt);
  EXPECT_EQ(planned_segment_at(item_after_a_gap(), minute(90)), std::nullopt);
}

TEST(expected_starts, on_time_is_the_plan) {
  EXPECT_EQ(expected_starts(item_at_a_hundred(), 0, minute(100))[1], minute(100));
}

TEST(expected_starts, late_shifts_what_follows) {
  EXPECT_EQ(expected_starts(item_at_a_hundred(), 0, minute(120))[1], minute(120));
}

TEST(expected_starts, a_gap_swallows_the_delay) {
  EXPECT_EQ(expected_starts(item_after_a_gap(), 0, minute(100))[1], minute(100));
  EXPECT_EQ(expected_starts(item_after_a_gap(), 0, minute(105))[1], minute(105));
}

TEST(expected_starts, early_moves_a_linked_segment_forward) {
  EXPECT_EQ(expected_starts(item_at_a_hundred(), 0, minute(90))[1], minute(90));
}

TEST(expected_starts, early_leaves_a_pinned_segment_where_it_is) {
  Rundown plan = item_at_a_hundred();
  plan.segments[1].policy = ReflowPolicy::kPinned;
  EXPECT_EQ(expected_starts(plan, 0, minute(90))[1], minute(100));
}

TEST(expected_starts, early_leaves_a_segment_after_a_gap_where_it_is) {
  EXPECT_EQ(expected_starts(item_after_a_gap(), 0, minute(70))[1], minute(100));
}

TEST(expected_starts, what_follows_a_pinned_segment_keeps_to_it) {
  Rundown plan = three_segments();
  plan.segments[1].policy = ReflowPolicy::kPinned;
  const std::vector<WallTime> starts = expected_starts(plan, 0, at("2027-05-11T10:15:00Z"));
  EXPECT_EQ(starts[1], at("2027-05-11T10:20:00Z"));
  EXPECT_EQ(starts[2], at("2027-05-11T10:30:00Z"));
}

TEST(expected_starts, a_delay_passes_on_from_segment_to_segment) {
  const std::vector<WallTime> starts = expected_starts(three_segments(), 0, at("2027-05-11T10:27:00Z"));
  EXPECT_EQ(starts[0], at("2027-05-11T10:00:00Z"));
  EXPECT_EQ(starts[1], at("2027-05-11T10:27:00Z"));
  EXPECT_EQ(starts[2], at("2027-05-11T10:37:00Z"));
}

TEST(expected_starts, of_no_current_segment_is_the_plan) {
  EXPECT_EQ(expected_starts(three_segments(), 7, minute(0)), planned_starts(three_segments()));
}

TEST(segment, turns_amber_at_a_fifth_and_red_at_six_percent_of_its_length) {
  const Segment segment = segment_of("a", Minutes(50));
  EXPECT_EQ(segment.amber(), Minutes(10));
  EXPECT_EQ(segment.red(), Minutes(3));
}

TEST(segment, keeps_the_marks_that_the_agenda_names) {
  Segment segment = segment_of("a", Minutes(50));
  segment.amber_before = Minutes(5);
  segment.red_before = Minutes(0);
  EXPECT_EQ(segment.amber(), Minutes(5));
  EXPECT_EQ(segment.red(), Minutes(0));
}

TEST(rundown, finds_a_segment_by_its_id) {
  EXPECT_EQ(three_segments().find("b"), 1U);
  EXPECT_EQ(three_segments().find("B"), std::nullopt);
}

TEST(rundown, words_of_kinds_and_policies_are_read_back) {
  for (int kind = 0; kind <= static_cast<int>(SegmentKind::kOther); ++kind)
    EXPECT_EQ(segment_kind_from(to_text(SegmentKind{kind})).value(), SegmentKind{kind});
  for (int policy = 0; policy <= static_cast<int>(ReflowPolicy::kBuffer); ++policy)
    EXPECT_EQ(reflow_policy_from(to_text(ReflowPolicy{policy})).value(), ReflowPolicy{policy});
}

TEST(rundown, an_unknown_word_is_answered_with_the_known_ones) {
  const auto kind = segment_kind_from("lunch");
  ASSERT_FALSE(kind.ok());
  EXPECT_NE(kind.error().message.find("break"), std::string::npos);
  EXPECT_EQ(kind.error().message.find("lunch"), std::string::npos);
}

}  // namespace
}  // namespace tertulia
