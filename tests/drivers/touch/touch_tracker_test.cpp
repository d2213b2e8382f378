// SPDX-License-Identifier: Apache-2.0
#include "drivers/touch/touch_tracker.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

using namespace std::chrono_literals;

struct touch_tracker : testing::Test {
  TouchTracker tracker{2};
  BootTime now{5};

  std::optional<Touch> contact(ContactKind kind, std::int64_t finger, Point at) {
    return tracker.apply({kind, finger, at, now});
  }
  std::optional<Touch> down(std::int64_t finger, Point at) { return contact(ContactKind::kDown, finger, at); }
  std::optional<Touch> move(std::int64_t finger, Point at) { return contact(ContactKind::kMove, finger, at); }
  std::optional<Touch> up(std::int64_t finger, Point at) { return contact(ContactKind::kUp, finger, at); }
  void later(BootTime time) { now += time; }
  [[nodiscard]] Touch heard(TouchKind kind, Point at) const { return {kind, 2, at, now}; }
};

TEST_F(touch_tracker, one_finger_is_heard_from_down_to_up) {
  EXPECT_EQ(down(7, {10, 20}), heard(TouchKind::kDown, {10, 20}));
  EXPECT_EQ(move(7, {11, 21}), heard(TouchKind::kMove, {11, 21}));
  EXPECT_EQ(up(7, {12, 22}), heard(TouchKind::kUp, {12, 22}));
}

TEST_F(touch_tracker, a_move_to_the_same_pixel_is_not_heard) {
  down(7, {10, 20});
  EXPECT_FALSE(move(7, {10, 20}));
}

TEST_F(touch_tracker, a_finger_that_comes_while_another_rests_is_told_apart_and_followed) {
  down(7, {10, 20});
  later(100ms);
  EXPECT_EQ(down(8, {100, 100}), heard(TouchKind::kAnother, {100, 100}));
  EXPECT_FALSE(move(7, {11, 20}));
  EXPECT_FALSE(up(7, {11, 20}));
  EXPECT_EQ(move(8, {101, 100}), heard(TouchKind::kMove, {101, 100}));
  EXPECT_EQ(up(8, {101, 100}), heard(TouchKind::kUp, {101, 100}));
  EXPECT_EQ(down(7, {30, 30}), heard(TouchKind::kDown, {30, 30}));
}

TEST_F(touch_tracker, thumbs_that_overlap_again_and_again_are_each_heard) {
  down(7, {10, 20});
  for (int press = 0; press < 5; ++press) {
    later(90ms);
    const std::int64_t next = press % 2 == 0 ? 8 : 7;
    EXPECT_EQ(down(next, {100 + press, 100}), heard(TouchKind::kAnother, {100 + press, 100}));
    later(40ms);
    EXPECT_FALSE(up(15 - next, {10, 20}));
  }
}

TEST_F(touch_tracker, a_finger_beside_one_that_still_rests_is_another_one_too) {
  down(7, {10, 20});
  later(100ms);
  down(8, {100, 100});
  up(8, {100, 100});
  later(100ms);
  EXPECT_EQ(down(8, {100, 100}), heard(TouchKind::kAnother, {100, 100}));
}

TEST_F(touch_tracker, two_fingers_at_once_are_a_palm_and_cancel_what_was_heard) {
  down(7, {10, 20});
  move(7, {15, 25});
  later(TouchTracker::kPalm - 1ms);
  EXPECT_EQ(down(8, {100, 100}), heard(TouchKind::kCancel, {15, 25}));
}

TEST_F(touch_tracker, after_a_palm_nothing_is_heard_until_the_glass_is_free) {
  down(7, {10, 20});
  down(8, {100, 100});
  later(100ms);
  EXPECT_FALSE(move(7, {11, 20}));
  EXPECT_FALSE(up(8, {100, 100}));
  EXPECT_FALSE(move(7, {12, 20}));
  EXPECT_FALSE(down(9, {50, 50}));
  EXPECT_FALSE(up(7, {12, 20}));
  EXPECT_FALSE(move(9, {51, 51}));
  EXPECT_FALSE(up(9, {51, 51}));
  EXPECT_EQ(down(7, {30, 30}), heard(TouchKind::kDown, {30, 30}));
}

TEST_F(touch_tracker, a_palm_of_many_contacts_is_cancelled_once_and_never_presses) {
  int ups = 0, cancels = 0;
  const auto count = [&](const std::optional<Touch>& touch) {
    ups += touch && touch->kind == TouchKind::kUp ? 1 : 0;
    cancels += touch && touch->kind == TouchKind::kCancel ? 1 : 0;
  };
  for (int finger = 0; finger < 9; ++finger) count(down(finger, {10 + finger, 20}));
  for (int finger = 8; finger >= 0; --finger) count(up(finger, {10 + finger, 20}));
  EXPECT_EQ(ups, 0);
  EXPECT_EQ(cancels, 1);
}

TEST_F(touch_tracker, a_finger_that_was_never_down_is_not_heard) {
  EXPECT_FALSE(move(7, {10, 20}));
  EXPECT_FALSE(up(7, {10, 20}));
  EXPECT_TRUE(down(8, {10, 20}));
}

TEST_F(touch_tracker, a_repeated_down_of_the_same_finger_is_a_move) {
  down(7, {10, 20});
  EXPECT_EQ(down(7, {12, 20}), heard(TouchKind::kMove, {12, 20}));
  EXPECT_EQ(up(7, {12, 20}), heard(TouchKind::kUp, {12, 20}));
}

TEST_F(touch_tracker, the_first_tap_at_zero_waits_until_its_place_is_known) {
  EXPECT_FALSE(down(7, {0, 20}));
  EXPECT_EQ(move(7, {400, 20}), heard(TouchKind::kDown, {400, 20}));
  EXPECT_EQ(up(7, {400, 20}), heard(TouchKind::kUp, {400, 20}));
}

TEST_F(touch_tracker, a_first_tap_whose_place_never_gets_known_does_nothing) {
  EXPECT_FALSE(down(7, {400, 0}));
  EXPECT_FALSE(up(7, {400, 0}));
}

TEST_F(touch_tracker, once_a_place_was_known_the_edge_is_a_place_like_any_other) {
  down(7, {10, 20});
  up(7, {10, 20});
  EXPECT_EQ(down(7, {0, 0}), heard(TouchKind::kDown, {0, 0}));
}

TEST_F(touch_tracker, a_lost_finger_is_cancelled_where_it_was_last_seen) {
  down(7, {10, 20});
  EXPECT_EQ(contact(ContactKind::kLost, 7, {0, 0}), heard(TouchKind::kCancel, {10, 20}));
  EXPECT_TRUE(down(8, {10, 20}));
}

TEST_F(touch_tracker, a_lost_finger_that_was_not_heard_changes_nothing) {
  down(7, {10, 20});
  down(8, {50, 50});
  EXPECT_FALSE(contact(ContactKind::kLost, 8, {50, 50}));
  EXPECT_FALSE(move(7, {12, 20}));
}

struct dirt : touch_tracker {
  // What has rested long enough becomes dirt, and `now` is that time.
  std::optional<Touch> rest() {
    now = tracker.due().value();
    return tracker.expire(now);
  }
};

TEST_F(dirt, a_finger_that_rests_ten_seconds_is_cancelled_and_then_ignored) {
  down(7, {10, 20});
  EXPECT_FALSE(tracker.expire(now + TouchTracker::kDirt - 1ms));
  EXPECT_EQ(rest(), heard(TouchKind::kCancel, {10, 20}));
  EXPECT_TRUE(tracker.has_dirt());
  EXPECT_FALSE(move(7, {300, 20}));
}

TEST_F(dirt, beside_it_one_finger_is_heard_as_ever) {
  down(7, {10, 20});
  rest();
  EXPECT_EQ(down(8, {100, 100}), heard(TouchKind::kDown, {100, 100}));
  EXPECT_EQ(up(8, {100, 100}), heard(TouchKind::kUp, {100, 100}));
}

TEST_F(dirt, it_is_gone_when_it_lifts_and_presses_nothing) {
  down(7, {10, 20});
  rest();
  EXPECT_FALSE(up(7, {10, 20}));
  EXPECT_FALSE(tracker.has_dirt());
  EXPECT_EQ(down(7, {10, 20}), heard(TouchKind::kDown, {10, 20}));
}

TEST_F(dirt, who_drags_is_no_dirt_however_long) {
  down(7, {10, 20});
  for (int second = 0; second < 30; ++second) {
    later(1s);
    move(7, {10, 40 + 20 * second});
    EXPECT_FALSE(tracker.expire(now));
  }
}

TEST_F(dirt, what_only_trembles_is) {
  down(7, {10, 20});
  for (int second = 1; second < 10; ++second) {
    later(1s);
    move(7, {10 + second % 3, 20});
    EXPECT_FALSE(tracker.expire(now));
  }
  later(1s);
  EXPECT_TRUE(tracker.expire(now));
}

TEST_F(dirt, a_palm_that_stays_frees_the_glass) {
  down(7, {10, 20});
  down(8, {30, 20});
  EXPECT_FALSE(rest());
  EXPECT_EQ(down(9, {100, 100}), heard(TouchKind::kDown, {100, 100}));
}

TEST_F(dirt, without_a_finger_nothing_is_due) {
  EXPECT_FALSE(tracker.due());
  down(7, {10, 20});
  EXPECT_EQ(tracker.due(), now + TouchTracker::kDirt);
  up(7, {10, 20});
  EXPECT_FALSE(tracker.due());
}

}  // namespace
}  // namespace tertulia
