// SPDX-License-Identifier: Apache-2.0
// When a screen goes dark, and what wakes it.
#include "firmware/app/loop/panel.h"

#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

bool is_sign_needed(const Desk& desk) { return is_needed(desk.room_state(), desk.now.wall); }

Touch touch(TouchKind kind) { return {kind, 0, {}, {}}; }

Blanking dark() {
  Blanking blanking;
  blanking.power = Power::kOff;
  return blanking;
}

TEST(blanking, a_screen_goes_dark_that_nobody_used_for_so_long) {
  Blanking blanking;
  blanking.last_use = 1h;
  EXPECT_EQ(power_at(blanking, 5min, 1h + 5min - 1ms), Power::kOn);
  EXPECT_EQ(power_at(blanking, 5min, 1h + 5min), Power::kOff);
  EXPECT_EQ(darkens_at(blanking, 5min), BootTime(1h + 5min));
}

TEST(blanking, without_the_setting_it_never_does) {
  EXPECT_EQ(power_at({}, 0min, 1000h), Power::kOn);
  EXPECT_EQ(darkens_at({}, 0min), std::nullopt);
}

TEST(blanking, a_sign_is_needed_during_a_session_and_half_an_hour_before) {
  EXPECT_FALSE(is_sign_needed(Desk(at(9, 59))));
  EXPECT_TRUE(is_sign_needed(Desk(at(10, 0))));
  EXPECT_TRUE(is_sign_needed(Desk(at(10, 45))));
  EXPECT_FALSE(is_sign_needed(Desk(at(13, 5))));
}

TEST(blanking, a_sign_is_needed_while_a_countdown_runs_whatever_the_plan_says) {
  Desk desk(at(9, 0));
  desk.wants(intent::LoadSession{"retreat@visit"});
  desk.steers(Control::kStart);
  EXPECT_TRUE(is_sign_needed(desk));
}

TEST(blanking, a_kiosk_is_needed_once_somebody_chose_a_language_or_answers) {
  EXPECT_FALSE(is_needed(Kiosk{kiosk::Attract{"en", std::nullopt}}));
  EXPECT_TRUE(is_needed(Kiosk{kiosk::Attract{"fr", BootTime{1s}}}));
  EXPECT_TRUE(is_needed(Kiosk{kiosk::Asking{}}));
  EXPECT_TRUE(is_needed(Kiosk{kiosk::Thanks{}}));
}

TEST(blanking, a_touch_on_a_lit_screen_counts_as_use_and_is_for_the_screen) {
  const WakeResult woken = wake({}, touch(TouchKind::kDown), 7s);
  EXPECT_FALSE(woken.is_swallowed);
  EXPECT_EQ(woken.blanking.last_use, BootTime{7s});
}

TEST(blanking, the_finger_that_wakes_a_dark_screen_presses_nothing_until_it_leaves) {
  WakeResult woken = wake(dark(), touch(TouchKind::kDown), 7s);
  EXPECT_TRUE(woken.is_swallowed);
  woken.blanking.power = Power::kOn;
  for (const TouchKind kind : {TouchKind::kMove, TouchKind::kUp}) {
    woken = wake(woken.blanking, touch(kind), 8s);
    EXPECT_TRUE(woken.is_swallowed);
  }
  EXPECT_FALSE(wake(woken.blanking, touch(TouchKind::kDown), 9s).is_swallowed);
}

TEST(blanking, who_taps_again_before_a_dark_screen_is_lit_presses_nothing) {
  WakeResult woken = wake(dark(), touch(TouchKind::kDown), 7s);
  woken.blanking.power = Power::kOn;
  woken = wake(woken.blanking, touch(TouchKind::kUp), 7s + 90ms);
  woken = wake(woken.blanking, touch(TouchKind::kDown), 7s + kWaking - 1ms);
  EXPECT_TRUE(woken.is_swallowed);
  woken = wake(woken.blanking, touch(TouchKind::kUp), 7s + kWaking + 50ms);
  EXPECT_TRUE(woken.is_swallowed) << "to its end";
  EXPECT_FALSE(wake(woken.blanking, touch(TouchKind::kDown), 7s + kWaking + 60ms).is_swallowed);
}

}  // namespace
