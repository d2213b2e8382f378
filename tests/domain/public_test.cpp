// SPDX-License-Identifier: Apache-2.0
// What leaves a closed session, and that nothing else can.
#include "firmware/domain/public.h"

#include <type_traits>

#include <gtest/gtest.h>

namespace tertulia {
namespace {

constexpr WallTime kStart{std::chrono::hours(500'000)};

Session a_session(Access access) {
  Session session;
  session.id = "the-merger@calendar";
  session.slug = "s-4f2a";
  session.title.set("en", "The merger");
  session.access = access;
  session.rundown.start = kStart;
  session.end = kStart + Minutes(60);
  for (const char* id : {"opening-the-vault", "selling-it"}) {
    Segment segment;
    segment.id = id;
    segment.length = Minutes(30);
    session.rundown.segments.push_back(segment);
  }
  return session;
}

Agenda agenda_with(Access access) { return Agenda{{a_session(access)}}; }

Timer in_the_second_segment() {
  Timer timer;
  timer.session = "the-merger@calendar";
  timer.segment = 1;
  timer.segment_id = "selling-it";
  timer.phase = TimerPhase::kRunning;
  timer.remaining = Minutes(7);
  return timer;
}

// Nobody but for_public() makes them.
static_assert(!std::is_constructible_v<PublicSession, const Session&>);
static_assert(!std::is_constructible_v<PublicSession, Session*>);
static_assert(!std::is_constructible_v<PublicTimer, const Timer&>);
static_assert(!std::is_constructible_v<PublicId, std::string>);
static_assert(!std::is_convertible_v<std::string, PublicId>);

TEST(a_public_session, is_whole_when_it_is_open) {
  const Session session = a_session(Access::kOpen);
  EXPECT_EQ(for_public(session).open(), &session);
}

TEST(a_public_session, has_nothing_but_times_and_an_opaque_slug_when_it_is_closed) {
  const Session session = a_session(Access::kClosed);
  const PublicSession shown = for_public(session);
  EXPECT_EQ(shown.open(), nullptr);
  EXPECT_EQ(shown.start(), session.start());
  EXPECT_EQ(shown.end(), session.end);
  EXPECT_EQ(shown.slug().text(), "s-4f2a");
}

TEST(a_public_timer, of_an_open_session_is_sent_as_it_is) {
  const PublicTimer shown = for_public(in_the_second_segment(), agenda_with(Access::kOpen));
  EXPECT_EQ(shown.timer(), in_the_second_segment());
  EXPECT_EQ(shown.session().text(), "s-4f2a");
  EXPECT_EQ(shown.segment().text(), "selling-it");
}

TEST(a_public_timer, of_a_closed_session_has_opaque_ids_and_the_same_time) {
  const PublicTimer shown = for_public(in_the_second_segment(), agenda_with(Access::kClosed));
  EXPECT_EQ(shown.timer().session, "s-4f2a");
  EXPECT_EQ(shown.timer().segment_id, "segment-2");
  EXPECT_EQ(shown.segment().text(), "segment-2");
  EXPECT_EQ(shown.timer().remaining, Minutes(7));
}

TEST(a_public_timer, of_a_session_that_left_the_agenda_counts_as_closed) {
  const PublicTimer shown = for_public(in_the_second_segment(), Agenda{});
  EXPECT_EQ(shown.timer().session, "");
  EXPECT_EQ(shown.session().text(), "");
  EXPECT_EQ(shown.segment().text(), "segment-2");
}

TEST(a_public_timer, with_nothing_loaded_is_sent_as_it_is) {
  EXPECT_EQ(for_public(Timer{}, Agenda{}).timer(), Timer{});
}

TEST(a_timer_that_arrives, means_the_same_session_and_segment_as_where_it_came_from) {
  for (const Access access : {Access::kOpen, Access::kClosed}) {
    const Agenda agenda = agenda_with(access);
    EXPECT_EQ(with_own_ids(for_public(in_the_second_segment(), agenda).timer(), agenda),
              in_the_second_segment());
  }
}

TEST(a_timer_that_arrives, of_a_session_that_nobody_knows_stays_as_it_is) {
  EXPECT_EQ(with_own_ids(in_the_second_segment(), Agenda{}), in_the_second_segment());
}

}  // namespace
}  // namespace tertulia
