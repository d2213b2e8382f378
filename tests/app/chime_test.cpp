// SPDX-License-Identifier: Apache-2.0
// When the chime of a room rings, by what its display counts.
#include "firmware/app/room/chime.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

constexpr auto kWarning = ChimeKind::kWarning;
constexpr auto kEnd = ChimeKind::kEnd;

// A room with a desk, and the chime of its display. The presentation lasts 20 minutes; "Wrap up" comes 4
// before its end.
class Ringing : public Desk {
 public:
  explicit Ringing(Now start = at(10, 30)) : Desk(std::move(start)) { looks(); }

  void looks() {
    const RoomNow here = room_state();
    const ChimeLook seen = look(watch, here.shown_timer(), here.shown_segment(), now);
    watch = seen.watch;
    if (seen.rings) rung.push_back(*seen.rings);
  }
  // As the loop does it: it wakes when it has to look.
  void passes(Milliseconds time) {
    const BootTime end = now.boot + time;
    while (now.boot < end) {
      const BootTime next = std::min(next_look(watch).value_or(end), end);
      waits(std::chrono::ceil<Milliseconds>(next - now.boot));
      looks();
    }
  }
  void does(Control control) {
    steers(control);
    looks();
  }
  // Nobody looks for so long: the device was busy, or off.
  void sleeps(Milliseconds time) {
    waits(time);
    looks();
  }

  ChimeWatch watch;
  std::vector<ChimeKind> rung;
};

Ringing started() {
  Ringing room;
  room.does(Control::kStart);
  return room;
}

TEST(chime, rings_once_at_the_mark_and_once_at_the_end) {
  Ringing room = started();
  room.passes(16min - 1ms);
  EXPECT_THAT(room.rung, IsEmpty());
  room.passes(1ms);
  EXPECT_THAT(room.rung, ElementsAre(kWarning));
  room.passes(4min - 1ms);
  EXPECT_THAT(room.rung, ElementsAre(kWarning));
  room.passes(1ms);
  EXPECT_THAT(room.rung, ElementsAre(kWarning, kEnd));
  room.passes(30min);
  EXPECT_THAT(room.rung, ElementsAre(kWarning, kEnd));
}

TEST(chime, rings_again_for_the_next_part) {
  Ringing room = started();
  room.passes(21min);
  room.does(Control::kNext);
  room.passes(11min);
  EXPECT_THAT(room.rung, ElementsAre(kWarning, kEnd, kWarning, kEnd));
}

TEST(chime, rings_for_the_plan_where_nobody_moderates) {
  Ringing room(at(10, 30));
  room.passes(30min - 1s);
  EXPECT_THAT(room.rung, ElementsAre(kWarning, kEnd, kWarning));
  room.passes(2s);
  EXPECT_THAT(room.rung, ElementsAre(kWarning, kEnd, kWarning, kEnd)) << "the next part began in that moment";
}

TEST(chime, rings_at_the_end_of_the_last_part_of_the_plan) {
  Ringing room(at(11, 39));
  room.passes(2min);
  EXPECT_THAT(room.rung, ElementsAre(kEnd));
}

TEST(chime, of_a_device_that_starts_after_the_mark_is_silent_until_the_end) {
  Ringing room(at(10, 46, 0, 1ms));
  room.passes(3min);
  EXPECT_THAT(room.rung, IsEmpty());
  room.passes(1min);
  EXPECT_THAT(room.rung, ElementsAre(kEnd));
}

TEST(chime, is_silent_about_a_moment_that_is_over_for_more_than_two_seconds) {
  Ringing room = started();
  room.sleeps(16min + 2s);
  EXPECT_THAT(room.rung, ElementsAre(kWarning));
  room.sleeps(4min + 1ms);
  EXPECT_THAT(room.rung, ElementsAre(kWarning)) << "this late it would be a lie";
  room.passes(10min);
  EXPECT_THAT(room.rung, ElementsAre(kWarning));
}

TEST(chime, does_not_ring_for_time_that_is_taken_away) {
  Ringing room = started();
  room.passes(10min + 30s);
  for (int i = 0; i < 8; ++i) room.does(Control::kTakeOne);
  room.passes(1min);
  EXPECT_THAT(room.rung, IsEmpty());
  room.passes(1min);
  EXPECT_THAT(room.rung, ElementsAre(kEnd));
}

TEST(chime, rings_once_a_run_whatever_is_added) {
  Ringing room = started();
  room.passes(20min);
  ASSERT_THAT(room.rung, ElementsAre(kWarning, kEnd));
  for (int i = 0; i < 6; ++i) room.does(Control::kAddOne);
  room.passes(10min);
  EXPECT_THAT(room.rung, ElementsAre(kWarning, kEnd));
}

TEST(chime, waits_while_the_time_stands_still) {
  Ringing room = started();
  room.passes(15min);
  room.does(Control::kPause);
  EXPECT_EQ(next_look(room.watch), std::nullopt);
  room.passes(30min);
  EXPECT_THAT(room.rung, IsEmpty());
  room.does(Control::kResume);
  room.passes(1min);
  EXPECT_THAT(room.rung, ElementsAre(kWarning));
}

TEST(chime, does_not_ring_for_a_part_that_is_ended_before_its_time) {
  Ringing room = started();
  room.passes(20min - 500ms);
  ASSERT_THAT(room.rung, ElementsAre(kWarning));
  room.does(Control::kNext);
  room.passes(2s);
  EXPECT_THAT(room.rung, ElementsAre(kWarning));
}

TEST(chime, does_not_ring_twice_when_a_countdown_is_put_right) {
  Ringing room = started();
  room.passes(16min);
  ASSERT_THAT(room.rung, ElementsAre(kWarning));
  Timer better = room.timer();
  better.remaining += 150ms;  // the display was a little fast
  const Segment part = *room.room_state().segment();
  room.watch = look(room.watch, &better, &part, room.now).watch;
  room.now = Now{room.now.wall + 200ms, room.now.boot + 200ms, room.now.boot_id, room.now.quality};
  EXPECT_EQ(look(room.watch, &better, &part, room.now).rings, std::nullopt);
}

TEST(chime, of_a_wall_clock_that_jumps_is_silent) {
  Ringing room(at(10, 30));
  room.passes(10min);
  room.now.wall += 7min;  // by the plan the mark is over since a minute
  room.looks();
  room.now.wall += 4min;  // and now the next part runs
  room.looks();
  EXPECT_THAT(room.rung, IsEmpty());
}

}  // namespace
