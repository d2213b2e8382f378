// SPDX-License-Identifier: Apache-2.0
// The picture of a sign moves a little now and then.
#include "ui/glass/shift.h"

#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

TEST(shift, it_moves_by_one_step_at_a_time_and_comes_back) {
  const auto at = [](int step) { return ui::shift_at(step * ui::kShiftInterval, 1080); };
  for (int step = 0; step < 8; ++step) {
    const Point one = at(step);
    const Point other = at(step + 1);
    EXPECT_EQ(std::abs(one.x - other.x) + std::abs(one.y - other.y), 2) << step;
  }
  EXPECT_EQ(at(8), at(0));
}

TEST(shift, it_stays_between_two_steps) {
  EXPECT_EQ(ui::shift_at(1s, 800), ui::shift_at(ui::kShiftInterval - 1s, 800));
  EXPECT_EQ(ui::next_shift(ui::kShiftInterval), 2 * ui::kShiftInterval);
}

Screenshot drawn_at(BootTime time, const ui::Look& look) {
  Shown shown(sample_view("room"), {1280, 800}, 0, look);
  shown.now.boot = time;
  shown.paint();
  return shown.picture;
}

TEST(shift, the_same_picture_stands_elsewhere_and_its_ground_reaches_every_edge) {
  ui::Look look;
  look.shifts = true;
  const Screenshot before = drawn_at(0s, look);
  const Screenshot after = drawn_at(ui::kShiftInterval, look);
  const auto pixel = [](const Screenshot& picture, int x, int y) {
    return picture.pixels[static_cast<std::size_t>(y * picture.size.width + x)];
  };
  int different = 0;
  for (int y = 0; y < 800; ++y)
    for (int x = 1; x < 1278; ++x) different += pixel(before, x, y) != pixel(after, x + 1, y) ? 1 : 0;
  EXPECT_LT(different, 800 * 1278 / 100) << "but for what reaches an edge";
  for (int y = 0; y < 800; ++y) {
    EXPECT_EQ(pixel(after, 0, y), pixel(before, 0, y));
    EXPECT_EQ(pixel(after, 1279, y), pixel(before, 1279, y));
  }
}

TEST(shift, a_screen_that_people_touch_stands_still) {
  EXPECT_EQ(drawn_at(0s, {}), drawn_at(ui::kShiftInterval, {}));
}

}  // namespace
