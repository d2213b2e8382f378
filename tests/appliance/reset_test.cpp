// SPDX-License-Identifier: Apache-2.0
// What the next person sees of the last one: nothing. And what moves when nobody is there.
#include <gtest/gtest.h>

#include "tests/appliance/fake_glass.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

void swipe(FakeGlass& glass, Point from, int by) {
  glass.touch(TouchKind::kDown, from);
  for (int i = 1; i <= 8; ++i) {
    glass.pass(12ms);
    glass.touch(TouchKind::kMove, {from.x, from.y + by * i / 8});
  }
  glass.touch(TouchKind::kUp, {from.x, from.y + by});
}

// Another language, a face, choices, a matrix, and words on the keyboard.
void use_everything(FakeGlass& glass) {
  glass.tap("language:ar");
  glass.tap("choice:4");
  glass.tap("choice:slow");
  glass.tap("choice:trust");
  glass.tap("next");
  glass.tap("step:learned:1");
  glass.tap("step:heard:3");
  swipe(glass, {400, 240}, -80);
  glass.tap("next");
  glass.tap("key:language");
  glass.tap("key:shift");
  glass.tap("key:symbols");
  glass.tap("key:1");
  glass.wait(400ms);
}

TEST(reset, after_the_idle_question_the_screen_is_the_one_of_a_fresh_start) {
  FakeGlass glass(at(9, 0));
  const auto before = glass.pixels();
  use_everything(glass);
  EXPECT_NE(glass.pixels(), before);
  glass.wait(45s);
  EXPECT_TRUE(glass.appliance.shows<StillThereView>());
  glass.wait(11s);
  ASSERT_TRUE(glass.appliance.shows<AttractView>());
  const FakeGlass fresh(glass.clock.now());
  EXPECT_EQ(glass.pixels(), fresh.pixels());
  EXPECT_EQ(glass.appliance.painter.targets(0), fresh.appliance.painter.targets(0));
}

TEST(reset, after_the_thank_you_too) {
  FakeGlass glass(at(10, 45), device_with_a_long_list());
  glass.tap("begin");
  glass.wait(400ms);
  swipe(glass, {300, 300}, -100);
  glass.wait(3s);
  ASSERT_FALSE(glass.appliance.has("choice:1"));
  glass.tap("next");
  glass.wait(1s);
  ASSERT_TRUE(glass.appliance.shows<ThanksView>());
  glass.wait(8s);
  ASSERT_TRUE(glass.appliance.shows<AttractView>());
  const FakeGlass fresh(glass.clock.now(), device_with_a_long_list());
  EXPECT_EQ(glass.pixels(), fresh.pixels());
  // The next person's list begins at its top.
  glass.tap("begin");
  glass.wait(400ms);
  EXPECT_TRUE(glass.appliance.has("choice:1"));
}

TEST(idle, scrolling_counts_as_being_there) {
  FakeGlass glass(at(10, 45), device_with_a_long_list());
  glass.tap("begin");
  for (int i = 0; i < 2; ++i) {
    glass.wait(40s);
    swipe(glass, {300, 300}, i % 2 == 0 ? -30 : 30);
  }
  EXPECT_TRUE(glass.appliance.shows<QuestionView>());
  glass.wait(46s);
  EXPECT_TRUE(glass.appliance.shows<StillThereView>());
}

TEST(idle, holding_and_typing_count_as_being_there) {
  FakeGlass glass(at(9, 0));
  glass.tap("choice:4");
  glass.wait(400ms);
  glass.touch(TouchKind::kDown, {400, 300});
  glass.wait(120s);
  EXPECT_TRUE(glass.appliance.shows<QuestionView>());
  glass.touch(TouchKind::kCancel, {400, 300});
  glass.wait(44s);
  EXPECT_TRUE(glass.appliance.shows<QuestionView>());
}

TEST(rest, on_an_attract_screen_only_the_clock_moves) {
  FakeGlass glass(at(9, 0, 30));
  const int before = glass.window.shown().presents;
  const int paints = glass.appliance.painter.paints;
  glass.wait(600s);
  EXPECT_EQ(glass.window.shown().presents - before, 10);  // ten minutes
  EXPECT_LE(glass.appliance.painter.paints - paints, 11);
}

TEST(rest, a_question_that_nobody_touches_is_painted_no_more) {
  FakeGlass glass(at(10, 45), device_with_a_long_list());
  glass.tap("begin");
  glass.wait(2s);
  const int before = glass.appliance.painter.paints;
  glass.wait(30s);
  EXPECT_LE(glass.appliance.painter.paints - before, 1);
}

}  // namespace
