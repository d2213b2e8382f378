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

struct Typed {
  const char* text;
  Milliseconds time;
};

class TypedTime : public testing::TestWithParam<Typed> {};

TEST_P(TypedTime, is_understood) {
  const auto time = typed_time(GetParam().text);
  ASSERT_TRUE(time.ok()) << GetParam().text;
  EXPECT_EQ(time.value(), GetParam().time) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    typed, TypedTime,
    testing::Values(Typed{"1", Minutes(1)}, Typed{"90m", Minutes(90)}, Typed{"1h2", Minutes(62)},
                    Typed{"1m2", seconds(62)}, Typed{"12:30", hours(12) + Minutes(30)},
                    Typed{"12.30", hours(12) + Minutes(30)}, Typed{"123", hours(1) + Minutes(23)},
                    Typed{":10", Minutes(10)}, Typed{"12am", Minutes(0)}, Typed{"0", Minutes(0)},
                    Typed{"90", Minutes(90)}, Typed{"1234", hours(12) + Minutes(34)},
                    Typed{"12345", seconds(5025)}, Typed{"012345", seconds(5025)}, Typed{"2h", hours(2)},
                    Typed{"45s", seconds(45)}, Typed{"1h2m3s", seconds(3723)}, Typed{"1h2s", seconds(3602)},
                    Typed{"1:02:03", seconds(3723)}, Typed{" 1 H 30 ", Minutes(90)}, Typed{"12pm", hours(12)},
                    Typed{"1:30 PM", hours(13) + Minutes(30)}, Typed{"1230am", Minutes(30)},
                    Typed{"11.59pm", hours(23) + Minutes(59)}));

class UnclearTime : public testing::TestWithParam<const char*> {};

TEST_P(UnclearTime, is_refused_with_examples) {
  const auto time = typed_time(GetParam());
  ASSERT_FALSE(time.ok()) << GetParam();
  EXPECT_NE(time.error().message.find("12:30"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(typed, UnclearTime,
                         testing::Values("", " ", ":", ".", "h", "m5h", "abc", "-5", "+5", "12:60", "1:2:3:4",
                                         "1:2:99", "199", "1h99", "5m3h", "1h2m3s4", "1234567", "13pm", "0am",
                                         "pm", ":30pm", "1e5", "99999999999999999999", "1\xC2\xA0m",
                                         "000000000000000000000000000000000000000000001"));

}  // namespace
}  // namespace tertulia
