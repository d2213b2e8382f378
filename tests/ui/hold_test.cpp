// SPDX-License-Identifier: Apache-2.0
#include "ui/touch/hold.h"

#include <gtest/gtest.h>

namespace tertulia::ui {
namespace {

using namespace std::chrono_literals;

// A finger on the glass for some time.
class Finger {
 public:
  explicit Finger(Hold& hold) : hold_(hold) { goes_down(); }
  void goes_down() { hold_.follow({Point{1, 1}, true}, now_); }
  void rests(BootTime time) { now_ += time, hold_.follow({Point{1, 1}, true}, now_); }
  void goes_up() { hold_.follow({Point{1, 1}, false}, now_); }

 private:
  Hold& hold_;
  BootTime now_ = std::chrono::hours(1);
};

TEST(hold, a_finger_has_rested_long_after_400_ms_and_only_once) {
  Hold hold;
  Finger finger(hold);
  finger.rests(399ms);
  EXPECT_FALSE(hold.is_long());
  finger.rests(1ms);
  EXPECT_TRUE(hold.is_long());
  finger.rests(500ms);
  EXPECT_FALSE(hold.is_long());
}

TEST(hold, a_key_repeats_after_400_ms_and_then_every_60) {
  Hold hold;
  Finger finger(hold);
  int times = 0;
  for (int i = 0; i < 700; ++i) {
    finger.rests(1ms);
    times += hold.repeats() ? 1 : 0;
  }
  EXPECT_EQ(times, 6);  // 400, 460, 520, 580, 640, 700
}

TEST(hold, a_frame_that_comes_late_does_not_catch_up) {
  Hold hold;
  Finger finger(hold);
  finger.rests(5s);
  EXPECT_TRUE(hold.repeats());
  EXPECT_FALSE(hold.repeats());
}

TEST(hold, a_contact_that_set_something_off_is_spent_until_the_next_one) {
  Hold hold;
  Finger finger(hold);
  EXPECT_FALSE(hold.is_spent());
  finger.rests(400ms);
  EXPECT_TRUE(hold.is_long());
  finger.goes_up();
  EXPECT_TRUE(hold.is_spent());
  EXPECT_FALSE(hold.repeats());
  finger.goes_down();
  EXPECT_FALSE(hold.is_spent());
}

TEST(hold, it_wants_to_be_asked_again_only_while_somebody_asks) {
  Hold hold;
  Finger finger(hold);
  EXPECT_FALSE(hold.wake());
  EXPECT_FALSE(hold.is_long());
  EXPECT_EQ(hold.wake(), std::chrono::hours(1) + 400ms);
  finger.goes_up();
  EXPECT_FALSE(hold.is_long());
  EXPECT_FALSE(hold.wake());
}

}  // namespace
}  // namespace tertulia::ui
