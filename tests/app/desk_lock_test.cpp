// SPDX-License-Identifier: Apache-2.0
// The lock of a desk: PIN by role, waiting after wrong ones, and what locks it again.
#include <gtest/gtest.h>

#include "firmware/app/desk/lock.h"
#include "tests/support/sample_device.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

// A desk whose PINs are what they say.
class LockedDesk {
 public:
  LockedDesk() {
    settings.pins = {{DeskRole::kModerator, {"4711", 4}}, {DeskRole::kNoteTaker, {"123456", 6}}};
    lock.last_touch = now.boot;
  }
  void types(std::string_view digits) {
    for (const char each : digits) wants(intent::PressKey{{KeyKind::kCharacter, {each}, {each}}});
  }
  void wants(const Intent& intent) {
    LockChange change = touch_lock(lock, intent, settings, now);
    lock = std::move(change.lock);
    if (!change.check) return;
    ++checks;
    lock = pin_checked(std::move(lock), change.check->pin.hash == change.check->typed, now);
  }
  void waits(std::chrono::milliseconds time) {
    now.boot += time;
    now.wall += time;
    lock = elapse(std::move(lock), settings, now);
  }
  [[nodiscard]] std::optional<DeskRole> who() const { return seated(lock, settings); }
  [[nodiscard]] PinView view() const { return pin_view(lock, device_state, settings, now); }

  DeviceState device_state = sample_device();
  RoleSettings settings = role_in(Role::kModerator, "magna");
  Now now = at(10, 30);
  DeskLock lock;
  int checks = 0;
};

TEST(desk_lock, without_a_pin_the_desk_is_open_to_the_moderator) {
  LockedDesk desk;
  desk.settings.pins.clear();
  EXPECT_EQ(desk.who(), DeskRole::kModerator);
  desk.waits(24h);
  EXPECT_EQ(desk.who(), DeskRole::kModerator);
}

TEST(desk_lock, the_right_pin_opens_it_and_the_last_digit_is_enough) {
  LockedDesk desk;
  EXPECT_EQ(desk.who(), std::nullopt);
  desk.types("471");
  EXPECT_EQ(desk.view().typed, 3);
  EXPECT_EQ(desk.checks, 0);
  desk.types("1");
  EXPECT_EQ(desk.who(), DeskRole::kModerator);
}

TEST(desk_lock, each_role_has_its_own_pin) {
  LockedDesk desk;
  desk.wants(intent::ChooseRole{DeskRole::kNoteTaker});
  EXPECT_EQ(desk.view().digits, 6);
  desk.types("471100");
  EXPECT_EQ(desk.who(), std::nullopt);
  desk.types("123456");
  EXPECT_EQ(desk.who(), DeskRole::kNoteTaker);
}

TEST(desk_lock, a_role_without_a_pin_is_open) {
  LockedDesk desk;
  desk.settings.pins.erase(DeskRole::kNoteTaker);
  desk.wants(intent::ChooseRole{DeskRole::kNoteTaker});
  EXPECT_EQ(desk.who(), DeskRole::kNoteTaker);
}

TEST(desk_lock, backspace_and_another_role_take_digits_away) {
  LockedDesk desk;
  desk.types("47");
  desk.wants(intent::PressKey{{KeyKind::kBackspace, "", ""}});
  EXPECT_EQ(desk.view().typed, 1);
  desk.wants(intent::ChooseRole{DeskRole::kNoteTaker});
  EXPECT_EQ(desk.view().typed, 0);
}

TEST(desk_lock, after_five_wrong_pins_it_waits_a_minute_and_takes_no_digit) {
  LockedDesk desk;
  for (int i = 0; i < 4; ++i) desk.types("0000");
  EXPECT_EQ(desk.view().hint, "That is not the PIN. Try again.");
  EXPECT_FALSE(desk.view().waits);
  desk.types("0000");
  EXPECT_TRUE(desk.view().waits);
  desk.types("4711");
  EXPECT_EQ(desk.who(), std::nullopt);
  EXPECT_EQ(desk.checks, 5);
  desk.waits(59s);
  EXPECT_TRUE(desk.view().waits);
  desk.waits(1s);
  EXPECT_FALSE(desk.view().waits);
  desk.types("4711");
  EXPECT_EQ(desk.who(), DeskRole::kModerator);
}

TEST(desk_lock, each_wait_is_twice_the_last_one_up_to_sixteen_minutes) {
  LockedDesk desk;
  for (const std::chrono::minutes wait : {1min, 2min, 4min, 8min, 16min, 16min}) {
    desk.settings.lock_after = 0min;
    for (int i = 0; i < 5; ++i) desk.types("0000");
    desk.waits(wait - 1s);
    EXPECT_TRUE(desk.view().waits) << wait.count();
    desk.waits(1s);
    EXPECT_FALSE(desk.view().waits) << wait.count();
  }
}

TEST(desk_lock, only_the_right_pin_resets_the_count) {
  LockedDesk desk;
  for (int i = 0; i < 4; ++i) desk.types("0000");
  desk.types("4711");
  desk.lock = locked(std::move(desk.lock));
  for (int i = 0; i < 4; ++i) desk.types("0000");
  EXPECT_FALSE(desk.view().waits);
}

TEST(desk_lock, it_locks_when_nobody_touched_it_for_long) {
  LockedDesk desk;
  desk.types("4711");
  desk.waits(14min);
  EXPECT_EQ(desk.who(), DeskRole::kModerator);
  desk.lock.last_touch = desk.now.boot;
  desk.waits(14min);
  EXPECT_EQ(desk.who(), DeskRole::kModerator);
  EXPECT_EQ(next_change(desk.lock, desk.settings, desk.now), desk.now.boot + 1min);
  desk.waits(1min);
  EXPECT_EQ(desk.who(), std::nullopt);
}

TEST(desk_lock, half_a_pin_that_somebody_left_is_nobodys) {
  LockedDesk desk;
  desk.types("471");
  desk.waits(15min);
  desk.types("1");
  EXPECT_EQ(desk.who(), std::nullopt);
}

TEST(desk_lock, the_wait_runs_down_each_second) {
  LockedDesk desk;
  for (int i = 0; i < 5; ++i) desk.types("0000");
  EXPECT_EQ(next_change(desk.lock, desk.settings, desk.now), desk.now.boot + 1s);
}

}  // namespace
