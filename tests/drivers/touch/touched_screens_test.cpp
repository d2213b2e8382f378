// SPDX-License-Identifier: Apache-2.0
#include "drivers/touch/touched_screens.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

using namespace std::chrono_literals;

constexpr Point kWet{10, 20};
constexpr BootTime kAfter = TouchTracker::kDirt + 1s;

struct touched_screens : testing::Test {
  touched_screens() {
    screens.add();
    screens.add();
  }
  std::vector<WindowEvent> apply(int screen, const TouchContact& contact) {
    std::vector<WindowEvent> events;
    screens.apply(screen, contact, events);
    return events;
  }

  TouchedScreens screens;
};

TEST_F(touched_screens, dirt_is_told_once_when_it_is_known_and_once_when_it_is_gone) {
  apply(1, {ContactKind::kDown, 7, kWet, 1s});
  std::vector<WindowEvent> events;
  screens.expire(kAfter, events);
  screens.expire(kAfter + 1s, events);
  EXPECT_EQ(events, (std::vector<WindowEvent>{Touch{TouchKind::kCancel, 1, kWet, kAfter},
                                              window_event::Dirt{1, true}}));
  EXPECT_EQ(apply(1, {ContactKind::kUp, 7, kWet, kAfter + 2s}),
            (std::vector<WindowEvent>{window_event::Dirt{1, false}}));
}

TEST_F(touched_screens, a_finger_that_comes_late_finds_the_dirt_set_aside) {
  apply(0, {ContactKind::kDown, 7, kWet, 1s});
  const auto events = apply(0, {ContactKind::kDown, 8, {50, 60}, kAfter});
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events.back(), WindowEvent(Touch{TouchKind::kDown, 0, {50, 60}, kAfter}));
}

TEST_F(touched_screens, the_earliest_rest_of_any_screen_limits_a_wait) {
  EXPECT_EQ(screens.earlier(std::nullopt), std::nullopt);
  apply(0, {ContactKind::kDown, 7, kWet, 3s});
  apply(1, {ContactKind::kDown, 7, kWet, 1s});
  EXPECT_EQ(screens.earlier(std::nullopt), BootTime(1s) + TouchTracker::kDirt);
  EXPECT_EQ(screens.earlier(BootTime(5s)), BootTime(5s));
}

}  // namespace
}  // namespace tertulia
