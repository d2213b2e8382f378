// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "firmware/domain/timer.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

TEST(countdown, rounds_up) {
  EXPECT_EQ(countdown_text(Milliseconds(300)), "00:01");
  EXPECT_EQ(countdown_text(Milliseconds(1000)), "00:01");
  EXPECT_EQ(countdown_text(Milliseconds(1001)), "00:02");
  EXPECT_EQ(countdown_text(Milliseconds(0)), "00:00");
}

TEST(countdown, rounds_up_below_zero_too_and_shows_the_sign_at_once) {
  EXPECT_EQ(countdown_text(Milliseconds(-300)), "-00:00");
  EXPECT_EQ(countdown_text(Milliseconds(-1000)), "-00:01");
  EXPECT_EQ(countdown_text(Milliseconds(-80'500)), "-01:20");
}

TEST(countdown, shows_hours_from_an_hour_on) {
  EXPECT_EQ(countdown_text(Minutes(60) - Milliseconds(1)), "1:00:00");
  EXPECT_EQ(countdown_text(seconds(3723)), "1:02:03");
  EXPECT_EQ(countdown_text(seconds(504)), "08:24");
}

TEST(countdown, a_day_and_more_is_hours) {
  EXPECT_EQ(countdown_text(hours(25)), "25:00:00");
  EXPECT_EQ(countdown_text(-hours(25)), "-25:00:00");
}

TEST(countdown, the_largest_durations_overflow_nothing) {
  EXPECT_FALSE(countdown_text(Milliseconds::max()).empty());
  EXPECT_FALSE(countdown_text(Milliseconds::min()).empty());
}

TEST(count_up, rounds_down) {
  EXPECT_EQ(elapsed_text(Milliseconds(999)), "00:00");
  EXPECT_EQ(elapsed_text(Milliseconds(1000)), "00:01");
  EXPECT_EQ(elapsed_text(seconds(504) + Milliseconds(999)), "08:24");
  EXPECT_EQ(elapsed_text(hours(25)), "25:00:00");
}

TEST(count_up, never_goes_below_zero) { EXPECT_EQ(elapsed_text(seconds(-5)), "00:00"); }

}  // namespace
}  // namespace tertulia
