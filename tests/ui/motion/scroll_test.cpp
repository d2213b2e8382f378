// SPDX-License-Identifier: Apache-2.0
// How a list follows the finger, runs on, and gives at its ends.
#include "ui/motion/scroll.h"

#include <gtest/gtest.h>

using namespace tertulia;
using namespace tertulia::ui;
using namespace std::chrono_literals;

namespace {

constexpr Extent kList{400, 1000};  // 600 pixels more than the box shows

Scroll at(float offset) { return {offset, 0, 0s, false, std::nullopt}; }
Scroll running(float offset, float velocity) { return {offset, velocity, 0s, false, std::nullopt}; }

// A finger that moves the list by `by` pixels every 10 ms.
Scroll swiped(Scroll scroll, float by, int times, BootTime& now) {
  scroll = taken(scroll, kList, now);
  for (int i = 0; i < times; ++i) scroll = dragged(scroll, by, now += 10ms);
  return scroll;
}

TEST(scroll, the_list_goes_exactly_where_the_finger_goes) {
  BootTime now{};
  EXPECT_FLOAT_EQ(shown_offset(swiped(at(100), 7, 10, now), kList), 170);
  EXPECT_FLOAT_EQ(shown_offset(swiped(at(100), -7, 10, now), kList), 30);
}

TEST(scroll, a_list_that_is_let_go_in_movement_runs_on_slows_down_and_stops) {
  BootTime now{};
  Scroll scroll = swiped(at(100), 6, 10, now);
  scroll = let_go(scroll, kList, now += 5ms);
  float before = scroll.offset;
  float last_step = 1000;
  int frames = 0;
  while (is_moving(scroll) && frames < 1000) {
    scroll = elapsed(scroll, kList, now += 16ms);
    const float step = scroll.offset - before;
    EXPECT_LE(step, last_step + 0.01F);
    EXPECT_GE(step, 0);
    last_step = step;
    before = scroll.offset;
    ++frames;
  }
  EXPECT_GT(scroll.offset, 250);
  EXPECT_LT(frames, 200);  // three seconds
  EXPECT_EQ(elapsed(scroll, kList, now + 10s).offset, scroll.offset);
}

TEST(scroll, a_finger_that_lay_still_before_it_left_throws_nothing) {
  BootTime now{};
  Scroll scroll = swiped(at(100), 6, 10, now);
  scroll = let_go(scroll, kList, now + 200ms);
  EXPECT_FALSE(is_moving(scroll));
  EXPECT_FLOAT_EQ(scroll.offset, 160);
}

TEST(scroll, a_touch_stops_it) {
  const Scroll scroll = taken(running(100, 800), kList, 100ms);
  EXPECT_FALSE(is_moving(scroll));
  EXPECT_GT(scroll.offset, 150);
  EXPECT_EQ(elapsed(scroll, kList, 10s).offset, scroll.offset);
}

TEST(scroll, beyond_its_end_it_follows_less_and_less_and_never_by_more_than_the_box) {
  BootTime now{};
  Scroll scroll = taken(at(600), kList, now);
  float shown = 600;
  float last_step = 20;
  for (int i = 0; i < 500; ++i) {
    scroll = dragged(scroll, 20, now += 10ms);
    const float step = shown_offset(scroll, kList) - shown;
    EXPECT_GT(step, 0);
    EXPECT_LT(step, last_step);
    last_step = step;
    shown += step;
  }
  EXPECT_LT(shown, 1000);
}

TEST(scroll, a_finger_that_comes_back_from_beyond_the_end_finds_the_list_under_it_again) {
  BootTime now{};
  Scroll scroll = swiped(at(0), -9, 20, now);
  EXPECT_LT(shown_offset(scroll, kList), 0);
  for (int i = 0; i < 30; ++i) scroll = dragged(scroll, 9, now += 10ms);
  EXPECT_FLOAT_EQ(shown_offset(scroll, kList), 90);
}

TEST(scroll, it_springs_back_to_its_end_and_not_past_it) {
  for (const float pull : {-20.0F, 20.0F}) {
    BootTime now{};
    const float end = pull < 0 ? 0 : 600;
    Scroll scroll = swiped(at(end), pull, 10, now);
    scroll = let_go(scroll, kList, now + 200ms);
    EXPECT_TRUE(is_moving(scroll));
    int frames = 0;
    while (is_moving(scroll) && frames++ < 100) {
      scroll = elapsed(scroll, kList, now += 16ms);
      EXPECT_GE((scroll.offset - end) * (pull < 0 ? -1 : 1), 0);
    }
    EXPECT_EQ(scroll.offset, end);
    EXPECT_LT(frames, 60);
  }
}

TEST(scroll, one_that_runs_into_its_end_gives_and_comes_back) {
  Scroll scroll = running(500, 2000);
  float farthest = 0;
  BootTime now{};
  while (is_moving(scroll) && now < 5s) {
    scroll = elapsed(scroll, kList, now += 16ms);
    farthest = std::max(farthest, scroll.offset);
  }
  EXPECT_GT(farthest, 605);
  EXPECT_LT(farthest, 600 + kList.view / 2);
  EXPECT_EQ(scroll.offset, 600);
}

TEST(scroll, it_goes_the_same_way_however_often_it_is_drawn) {
  for (const Scroll& start : {running(100, 700), running(500, 2500), running(50, -900)}) {
    Scroll often = start;
    for (BootTime now{}; now < 240ms; now += 1ms) often = elapsed(often, kList, now + 1ms);
    const Scroll once = elapsed(start, kList, 240ms);
    EXPECT_NEAR(often.offset, once.offset, 1) << start.velocity;
  }
}

TEST(scroll, a_list_taken_while_it_springs_back_does_not_jump) {
  BootTime now{};
  Scroll scroll = swiped(at(600), 20, 10, now);
  scroll = let_go(scroll, kList, now + 200ms);
  scroll = elapsed(scroll, kList, now += 250ms);
  const float before = scroll.offset;
  EXPECT_NEAR(shown_offset(taken(scroll, kList, now), kList), before, 0.1F);
}

TEST(scroll, a_list_that_is_sent_somewhere_arrives_there_and_rests) {
  Scroll scroll = sent_to(at(0), 300, kList, 0s);
  BootTime now{};
  while (is_moving(scroll) && now < 5s) scroll = elapsed(scroll, kList, now += 16ms);
  EXPECT_EQ(scroll.offset, 300);
  EXPECT_LT(now, 1s);
  EXPECT_EQ(at_rest(sent_to(at(0), 5000, kList, 0s), kList).offset, 600);
}

TEST(scroll, a_list_that_became_shorter_comes_back_to_its_end) {
  const Extent shorter{400, 500};
  Scroll scroll = elapsed(at(600), shorter, 16ms);
  EXPECT_TRUE(is_moving(scroll));
  EXPECT_EQ(elapsed(scroll, shorter, 3s).offset, 100);
}

TEST(scroll, a_list_that_is_all_seen_gives_too_and_ends_where_it_was) {
  const Extent all{400, 300};
  Scroll scroll = dragged(taken(at(0), all, 0s), 50, 10ms);
  EXPECT_GT(shown_offset(scroll, all), 0);
  EXPECT_EQ(at_rest(let_go(scroll, all, 20ms), all).offset, 0);
}

}  // namespace
