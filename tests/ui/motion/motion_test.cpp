// SPDX-License-Identifier: Apache-2.0
// Buttons that give under the finger, and pages side by side.
#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "ui/motion/ease.h"
#include "ui/motion/page_transition.h"
#include "ui/motion/press.h"

using namespace tertulia;
using namespace tertulia::ui;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kButton = 7;

TEST(press, the_first_frame_under_the_finger_shows_it) {
  EXPECT_GT(depth_of(touched({}, Finger::kOn, 1s), 1s), 0.1F);
}

TEST(press, it_is_all_the_way_in_after_a_moment_and_all_the_way_out_after_the_finger) {
  const Press held = touched({}, Finger::kOn, 1s);
  EXPECT_EQ(depth_of(held, 1s + kPressTime), 1);
  const Press left = touched(held, Finger::kOff, 2s);
  EXPECT_GT(depth_of(left, 2s), 0);
  EXPECT_EQ(depth_of(left, 2s + kPressTime), 0);
}

TEST(press, one_that_is_left_half_way_goes_back_from_there) {
  const Press held = touched({}, Finger::kOn, 1s);
  const float reached = depth_of(held, 1s + 20ms);
  EXPECT_LT(reached, 0.9F);
  EXPECT_LT(depth_of(touched(held, Finger::kOff, 1s + 20ms), 1s + 20ms), reached);
}

TEST(presses, buttons_at_rest_are_not_kept_and_ask_for_no_frame) {
  Presses presses;
  EXPECT_EQ(presses.depth(kButton, Finger::kOff, 1s), 0);
  EXPECT_FALSE(presses.end_frame(1s));
  EXPECT_GT(presses.depth(kButton, Finger::kOn, 1s), 0);
  EXPECT_TRUE(presses.end_frame(1s));
  EXPECT_EQ(presses.depth(kButton, Finger::kOn, 2s), 1);
  EXPECT_FALSE(presses.end_frame(2s));  // held and all the way in
  EXPECT_GT(presses.depth(kButton, Finger::kOff, 3s), 0);
  EXPECT_TRUE(presses.end_frame(3s));
  EXPECT_EQ(presses.depth(kButton, Finger::kOff, 4s), 0);
  EXPECT_FALSE(presses.end_frame(4s));
}

TEST(presses, a_button_that_is_gone_is_forgotten_as_it_was) {
  Presses presses;
  static_cast<void>(presses.depth(kButton, Finger::kOn, 1s));
  EXPECT_TRUE(presses.end_frame(1s));
  EXPECT_FALSE(presses.end_frame(1s));  // a frame that did not draw it
  EXPECT_EQ(presses.depth(kButton, Finger::kOff, 1s), 0);
}

struct Page {
  explicit Page(std::uint32_t colour) : pixels(1000 * 2, colour) {}
  [[nodiscard]] PixelView view() const { return {pixels.data(), {1000, 2}}; }
  std::vector<std::uint32_t> pixels;
};

std::vector<std::uint32_t> row_of(const PixelView& view, int row) {
  return {view.pixels + row * view.size.width, view.pixels + (row + 1) * view.size.width};
}

TEST(transition, the_pages_lie_side_by_side_and_move_the_way_of_the_reading) {
  Page leaving(1);
  for (int x = 0; x < 1000; ++x) leaving.pixels[static_cast<std::size_t>(x)] = static_cast<std::uint32_t>(x);
  const Page arriving(5000);
  for (const Way way : {Way::kToTheLeft, Way::kToTheRight}) {
    PageTransition transition;
    transition.start(leaving.view(), way, 1s);
    int last = 0;
    for (BootTime now = 1s; !transition.is_over(now); now += 16ms) {
      const auto row = row_of(transition.picture(arriving.view(), now), 0);
      const auto come = static_cast<int>(std::count(row.begin(), row.end(), 5000U));
      EXPECT_GT(come, last);
      last = come;
      for (int x = 0; x < 1000 - come; ++x) {
        const int at = way == Way::kToTheLeft ? x : x + come;
        const int from = way == Way::kToTheLeft ? x + come : x;
        ASSERT_EQ(row[static_cast<std::size_t>(at)], static_cast<std::uint32_t>(from)) << come;
      }
    }
    EXPECT_GT(last, 900);
    EXPECT_TRUE(transition.is_over(1s + kPageTransitionTime));
  }
}

TEST(transition, what_changes_on_the_page_that_comes_is_seen_while_it_comes) {
  const Page leaving(1);
  PageTransition transition;
  transition.start(leaving.view(), Way::kToTheLeft, 1s);
  static_cast<void>(transition.picture(Page(2).view(), 1s));
  const auto row = row_of(transition.picture(Page(3).view(), 1s + 16ms), 1);
  EXPECT_EQ(std::count(row.begin(), row.end(), 2U), 0);
  EXPECT_GT(std::count(row.begin(), row.end(), 3U), 0);
}

TEST(transition, once_stopped_it_holds_no_picture) {
  PageTransition transition;
  transition.start(Page(1).view(), Way::kToTheLeft, 1s);
  EXPECT_TRUE(transition.is_running());
  transition.stop();
  EXPECT_FALSE(transition.is_running());
}

}  // namespace
