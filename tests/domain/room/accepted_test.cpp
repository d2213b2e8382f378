// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/accepted.h"

#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

Segment with_policy(std::string id, int minutes, ReflowPolicy policy) {
  Segment segment = segment_of(std::move(id), Minutes(minutes));
  segment.policy = policy;
  return segment;
}

Session a_round(bool with_coffee) {
  Session session;
  session.id = "round@visit";
  session.slug = "round";
  session.rundown = {
      WallTime(Minutes(0)),
      {with_policy("presentation", 20, ReflowPolicy::kFixed),
       with_policy("in-hand", 2, ReflowPolicy::kBuffer), with_policy("discussion", 25, ReflowPolicy::kShrink),
       with_policy("response", 10, ReflowPolicy::kFixed)}};
  if (with_coffee) {
    session.rundown.segments.push_back(with_policy("coffee", 15, ReflowPolicy::kPinned));
    session.rundown.segments.push_back(with_policy("groups", 45, ReflowPolicy::kFixed));
  }
  session.end = planned_end(session.rundown);
  return session;
}

Reflow nine_late(const Session& session) {
  return reflow({session.rundown, 0, session.start() + Minutes(29), session.end});
}

TEST(accepted, a_proposal_is_the_plan_of_today_and_is_not_proposed_again) {
  const Session session = a_round(true);
  const Plan plan = accepted({}, session, session.rundown, nine_late(session));
  const Session today = planned(session, plan);
  ASSERT_EQ(today.rundown.segments.size(), 5U);  // the time in hand is used up
  EXPECT_EQ(today.rundown.segments[1].length, Minutes(18));
  EXPECT_EQ(planned_starts(today.rundown)[3], WallTime(Minutes(57)));
  EXPECT_EQ(today.end, session.end);
  EXPECT_FALSE(nine_late(today).proposes());
  EXPECT_EQ(expected_starts(today.rundown, 0, WallTime(Minutes(29)))[3], WallTime(Minutes(57)));
}

TEST(accepted, to_end_later_moves_what_was_pinned_and_shortens_nothing) {
  const Session session = a_round(true);
  const Session today = planned(session, ended_later({}, session, session.rundown, nine_late(session)));
  ASSERT_EQ(today.rundown.segments.size(), 6U);
  EXPECT_EQ(planned_starts(today.rundown)[4], WallTime(Minutes(66)));
  EXPECT_EQ(planned_starts(today.rundown)[5], WallTime(Minutes(81)));
  EXPECT_FALSE(nine_late(today).proposes());
}

TEST(accepted, without_a_pinned_part_the_session_ends_later) {
  const Session session = a_round(false);
  const Session today = planned(session, ended_later({}, session, session.rundown, nine_late(session)));
  EXPECT_EQ(today.end, session.end + Minutes(9));
  EXPECT_EQ(today.rundown, session.rundown);
  EXPECT_FALSE(nine_late(today).proposes());
}

TEST(accepted, a_second_delay_is_laid_over_the_first) {
  const Session session = a_round(true);
  const Plan first = accepted({}, session, session.rundown, nine_late(session));
  const Session today = planned(session, first);
  const Reflow more = reflow({today.rundown, 0, session.start() + Minutes(32), today.end});
  const Session then = planned(session, accepted(first, session, today.rundown, more));
  EXPECT_EQ(then.rundown.segments[1].length, Minutes(15));
  EXPECT_EQ(planned_starts(then.rundown)[3], WallTime(Minutes(57)));
}

TEST(accepted, of_a_closed_session_only_numbers_leave_the_room) {
  Session session = a_round(true);
  session.access = Access::kClosed;
  const Plan plan = accepted({}, session, session.rundown, nine_late(session));
  for (const PlanChange& change : plan.changes) EXPECT_TRUE(change.segment.text().starts_with("segment-"));
  EXPECT_EQ(planned(session, plan).rundown.segments.size(), 5U);
}

}  // namespace
}  // namespace tertulia
