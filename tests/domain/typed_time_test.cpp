// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/typed_time.h"

#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

Milliseconds read(std::string_view text) {
  const auto time = typed_time(text);
  EXPECT_TRUE(time.ok()) << text;
  return time.ok() ? time.value() : Milliseconds(-1);
}

TEST(typed_time, digits_alone_are_minutes_then_hours_and_minutes_then_seconds_as_well) {
  EXPECT_EQ(read("1"), Minutes(1));
  EXPECT_EQ(read("45"), Minutes(45));
  EXPECT_EQ(read("90"), Minutes(90));
  EXPECT_EQ(read("123"), Minutes(83));
  EXPECT_EQ(read("1234"), hours(12) + Minutes(34));
  EXPECT_EQ(read("12345"), hours(1) + Minutes(23) + seconds(45));
}

TEST(typed_time, a_colon_or_a_point_stands_between_hours_and_minutes) {
  EXPECT_EQ(read("12:30"), hours(12) + Minutes(30));
  EXPECT_EQ(read("12.30"), hours(12) + Minutes(30));
  EXPECT_EQ(read("1:02:03"), hours(1) + Minutes(2) + seconds(3));
  EXPECT_EQ(read(":10"), Minutes(10));
}

TEST(typed_time, units_say_what_they_mean_and_the_next_number_is_the_next_unit) {
  EXPECT_EQ(read("90m"), Minutes(90));
  EXPECT_EQ(read("1h2"), hours(1) + Minutes(2));
  EXPECT_EQ(read("1m2"), Minutes(1) + seconds(2));
  EXPECT_EQ(read("45s"), seconds(45));
  EXPECT_EQ(read("09h30"), hours(9) + Minutes(30));
  EXPECT_EQ(read("1 H 2 M 3 S"), hours(1) + Minutes(2) + seconds(3));
}

TEST(typed_time, the_halves_of_a_day) {
  EXPECT_EQ(read("12am"), Minutes(0));
  EXPECT_EQ(read("12pm"), hours(12));
  EXPECT_EQ(read("9am"), hours(9));
  EXPECT_EQ(read("9:30 PM"), hours(21) + Minutes(30));
  EXPECT_EQ(read("12:05am"), Minutes(5));
}

TEST(typed_time, what_is_no_time_is_answered_with_examples) {
  for (const std::string_view text :
       {"",     " ",   "h",       ":",    "abc",     "1:60", "12:5:99", "160", "1h2h", "2m1h",
        "13pm", "0am", "1:2:3:4", "100h", "1234567", "-5",   "1h2m3s4", "am",  "1:",   "5 ٥"})
    EXPECT_FALSE(typed_time(text).ok()) << text;
  EXPECT_EQ(typed_time("soon").error().message, "Write a time like 5, 90m, 1h30 or 12:30");
}

TEST(count_to_end, counts_to_the_end_started_or_not) {
  Now now;
  now.wall = WallTime(Minutes(30));
  EXPECT_EQ(count_to_end(WallTime(Minutes(100)), now), Minutes(70));
  now.wall = WallTime(Minutes(101));
  EXPECT_EQ(count_to_end(WallTime(Minutes(100)), now), Minutes(-1));
}

}  // namespace
}  // namespace tertulia
