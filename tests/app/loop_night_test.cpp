// SPDX-License-Identifier: Apache-2.0
// Screens that are dim between two days of the visit, and what wakes them.
#include "firmware/app/room/room_screen.h"
#include "tests/app/desk.h"
#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

// The last session of the day ends at 15:00, the next day begins at 9:00.
class AtNight : public LoopTest {
 protected:
  AtNight() { clock.set(at(22, 0)); }

  static RoleSettings dimming(RoleSettings settings) {
    settings.dims_at_night = true;
    return settings;
  }
  void pass(BootTime time) {
    for (const BootTime end = clock.now().boot + time; clock.now().boot < end;) turn();
    ASSERT_TRUE(loop->paint().ok());
  }
  void touch(int screen = 0) {
    window->tap({0, 0}, screen);
    turn();
    ASSERT_TRUE(loop->paint().ok());
  }
  [[nodiscard]] bool is_dim(int screen = 0) { return painter.shows<NightView>(screen); }
};

TEST_F(AtNight, every_role_is_dim_ten_minutes_after_the_start) {
  serve({dimming(kiosk()), dimming(room()), dimming(role_in(Role::kDoor, "magna")), dimming(moderator())});
  pass(9min);
  for (int screen = 0; screen < 4; ++screen) EXPECT_FALSE(is_dim(screen)) << screen;
  pass(1min);
  for (int screen = 0; screen < 4; ++screen) EXPECT_TRUE(is_dim(screen)) << screen;
}

TEST_F(AtNight, only_who_is_told_to_is_dim) {
  serve({room()});
  pass(30min);
  EXPECT_FALSE(is_dim());
}

TEST_F(AtNight, a_clock_that_nobody_has_set_dims_nothing) {
  Now unset = at(22, 0);
  unset.quality = ClockQuality::kUnsynced;
  clock.set(unset);
  serve({dimming(room())});
  pass(30min);
  EXPECT_FALSE(is_dim());
}

TEST_F(AtNight, it_is_painted_once_a_minute) {
  serve({dimming(room())});
  pass(15min);
  ASSERT_TRUE(is_dim());
  const int before = painter.paints();
  pass(10min);
  EXPECT_EQ(painter.paints(), before + 10);
}

TEST_F(AtNight, a_touch_lights_it_at_once_for_ten_minutes_and_presses_nothing) {
  serve({dimming(kiosk())});
  pass(15min);
  ASSERT_TRUE(is_dim());
  painter.expect_touch(intent::Begin{});
  touch();
  EXPECT_TRUE(painter.shows<AttractView>());
  pass(9min);
  EXPECT_TRUE(painter.shows<AttractView>());
  pass(2min);
  EXPECT_TRUE(is_dim());
}

TEST_F(AtNight, a_touch_after_a_moment_is_for_the_screen) {
  serve({dimming(kiosk())});
  pass(15min);
  touch();
  pass(kWaking);
  tap(intent::Begin{});
  EXPECT_TRUE(painter.shows<QuestionView>());
}

TEST_F(AtNight, one_screen_wakes_without_the_other) {
  serve({dimming(kiosk()), dimming(room())});
  pass(15min);
  touch(0);
  EXPECT_FALSE(is_dim(0));
  EXPECT_TRUE(is_dim(1));
}

TEST_F(AtNight, an_announcement_of_the_hub_is_shown) {
  serve({dimming(room())});
  pass(15min);
  HubCommand command;
  command.action = hub_action::Announce{{"en", "Leave the house by the stairs."}, 5min};
  storage_says(to_main::CommandArrived{command});
  EXPECT_TRUE(painter.shows<AnnouncementView>());
  pass(6min);
  EXPECT_TRUE(is_dim());
}

TEST_F(AtNight, it_stays_lit_while_a_timer_runs) {
  serve({dimming(moderator()), dimming(room())});
  tap(intent::LoadSession{"forum@visit"});
  tap(intent::Steer{Control::kStart});
  pass(40min);
  EXPECT_FALSE(is_dim(0));
  EXPECT_FALSE(is_dim(1));
}

TEST_F(AtNight, what_is_loaded_for_the_morning_keeps_nothing_lit) {
  serve({dimming(moderator()), dimming(room())});
  tap(intent::LoadSession{"forum@visit"});
  pass(11min);
  EXPECT_TRUE(is_dim(0));
  EXPECT_TRUE(is_dim(1));
}

TEST_F(AtNight, who_steers_the_room_sees_it_on_the_display) {
  serve({dimming(moderator()), dimming(room())});
  pass(15min);
  touch(0);
  ASSERT_TRUE(is_dim(1));
  pass(kWaking);
  tap(intent::LoadSession{"forum@visit"});
  EXPECT_FALSE(is_dim(1));
}

TEST_F(AtNight, an_hour_before_the_first_session_it_is_lit) {
  serve({dimming(room())});
  pass(15min);
  ASSERT_TRUE(is_dim());
  Now morning = at(22, 15);
  morning.wall += 9h + 44min;
  morning.boot += 9h + 44min;
  clock.set(morning);
  window->wake();
  turn();
  ASSERT_TRUE(loop->paint().ok());
  EXPECT_TRUE(is_dim());
  pass(2min);
  EXPECT_FALSE(is_dim());
}

TEST_F(AtNight, by_day_nobody_has_to_touch_it) {
  clock.set(at(13, 5));
  serve({dimming(room())});
  pass(50min);
  EXPECT_FALSE(is_dim());
}

}  // namespace
