// SPDX-License-Identifier: Apache-2.0
#include "drivers/touch/touch_tracker.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

struct touch_tracker : testing::Test {
  TouchTracker tracker{2};
  static constexpr BootTime kTime{5};

  std::optional<Touch> contact(ContactKind kind, std::int64_t finger, Point at) {
    return tracker.apply({kind, finger, at, kTime});
  }
  std::optional<Touch> down(std::int64_t finger, Point at) { return contact(ContactKind::kDown, finger, at); }
  std::optional<Touch> move(std::int64_t finger, Point at) { return contact(ContactKind::kMove, finger, at); }
  std::optional<Touch> up(std::int64_t finger, Point at) { return contact(ContactKind::kUp, finger, at); }
  static Touch heard(TouchKind kind, Point at) { return {kind, 2, at, kTime}; }
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

TEST_F(touch_tracker, a_second_finger_cancels_the_first_where_it_was) {
  down(7, {10, 20});
  move(7, {15, 25});
  EXPECT_EQ(down(8, {100, 100}), heard(TouchKind::kCancel, {15, 25}));
}

TEST_F(touch_tracker, after_a_second_finger_nothing_is_heard_until_the_glass_is_free) {
  down(7, {10, 20});
  down(8, {100, 100});
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

}  // namespace
}  // namespace tertulia
