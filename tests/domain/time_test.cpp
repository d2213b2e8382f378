// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/time.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

WallTime utc(std::string_view text) {
  const auto time = wall_from_rfc3339(text);
  EXPECT_TRUE(time.ok()) << text;
  return time.ok() ? time.value() : WallTime{};
}

LocalTime local(std::string_view text, std::string_view zone) {
  const auto time = to_local(utc(text), zone);
  EXPECT_TRUE(time.ok()) << text << ' ' << zone;
  return time.ok() ? time.value() : LocalTime{};
}

std::string wall(const LocalTime& time, std::string_view zone) {
  const auto result = to_wall(time, zone);
  return result.ok() ? to_rfc3339(result.value()) : result.error().message;
}

TEST(zone, local_time_is_wall_time_with_the_offset_of_the_day) {
  EXPECT_EQ(local("2027-05-11T16:30:00Z", "America/Costa_Rica"), (LocalTime{2027, 5, 11, 10, 30, 0}));
  EXPECT_EQ(local("2027-05-11T16:30:05Z", "Asia/Kathmandu"), (LocalTime{2027, 5, 11, 22, 15, 5}));
  EXPECT_EQ(local("2027-01-11T23:30:00Z", "Europe/Lisbon"), (LocalTime{2027, 1, 11, 23, 30, 0}));
  EXPECT_EQ(local("2027-07-11T23:30:00Z", "Europe/Lisbon"), (LocalTime{2027, 7, 12, 0, 30, 0}));
}

TEST(zone, milliseconds_before_the_epoch_belong_to_the_second_before) {
  EXPECT_EQ(local("1969-12-31T23:59:59.999Z", "UTC"), (LocalTime{1969, 12, 31, 23, 59, 59}));
}

TEST(zone, wall_time_is_found_back_from_local_time) {
  EXPECT_EQ(wall({2027, 5, 11, 10, 30, 0}, "America/Costa_Rica"), "2027-05-11T16:30:00Z");
  EXPECT_EQ(wall({2027, 5, 11, 22, 15, 5}, "Asia/Kathmandu"), "2027-05-11T16:30:05Z");
  EXPECT_EQ(wall({2024, 2, 29, 0, 0, 0}, "UTC"), "2024-02-29T00:00:00Z");
}

TEST(zone, a_time_that_spring_skips_is_the_instant_of_the_change) {
  EXPECT_EQ(wall({2027, 3, 28, 1, 0, 0}, "Europe/Lisbon"), "2027-03-28T01:00:00Z");
  EXPECT_EQ(wall({2027, 3, 28, 1, 30, 0}, "Europe/Lisbon"), "2027-03-28T01:00:00Z");
  EXPECT_EQ(wall({2027, 3, 28, 2, 0, 0}, "Europe/Lisbon"), "2027-03-28T01:00:00Z");
  EXPECT_EQ(wall({2027, 3, 28, 0, 59, 59}, "Europe/Lisbon"), "2027-03-28T00:59:59Z");
}

TEST(zone, a_time_that_autumn_repeats_is_the_first) {
  EXPECT_EQ(wall({2027, 10, 31, 1, 30, 0}, "Europe/Lisbon"), "2027-10-31T00:30:00Z");
  EXPECT_EQ(wall({2027, 10, 31, 2, 0, 0}, "Europe/Lisbon"), "2027-10-31T02:00:00Z");
}

TEST(zone, both_hours_that_autumn_repeats_show_the_same_label) {
  EXPECT_EQ(local("2027-10-31T00:30:00Z", "Europe/Lisbon"), local("2027-10-31T01:30:00Z", "Europe/Lisbon"));
}

TEST(zone, a_whole_day_that_was_skipped_is_the_instant_of_the_change) {
  // Samoa crossed the date line: there was no 30 December 2011.
  EXPECT_EQ(wall({2011, 12, 30, 12, 0, 0}, "Pacific/Apia"), "2011-12-30T10:00:00Z");
}

TEST(zone, names_that_are_no_zone_are_refused) {
  for (const char* name :
       {"", "Atlantis", "../../etc/passwd", "europe/lisbon", "Europe/", "Europe/Lisbon "}) {
    EXPECT_FALSE(is_known_zone(name)) << name;
    EXPECT_FALSE(to_local(WallTime{}, name).ok()) << name;
    EXPECT_FALSE(to_wall({2027, 5, 11, 10, 30, 0}, name).ok()) << name;
  }
  EXPECT_FALSE(is_known_zone(std::string(100'000, 'x')));
  EXPECT_TRUE(is_known_zone("Africa/Windhoek"));
}

TEST(zone, an_unknown_zone_is_answered_with_an_example) {
  EXPECT_NE(to_local(WallTime{}, "Atlantis").error().message.find("America/Costa_Rica"), std::string::npos);
}

TEST(zone, days_and_times_that_do_not_exist_are_refused) {
  for (const LocalTime& time :
       {LocalTime{2027, 2, 29, 0, 0, 0}, LocalTime{2027, 0, 1, 0, 0, 0}, LocalTime{2027, 13, 1, 0, 0, 0},
        LocalTime{2027, 1, 0, 0, 0, 0}, LocalTime{2027, 1, 256 + 1, 0, 0, 0}, LocalTime{0, 1, 1, 0, 0, 0},
        LocalTime{70'000, 1, 1, 0, 0, 0}, LocalTime{2027, 1, 1, 24, 0, 0}, LocalTime{2027, 1, 1, -1, 0, 0},
        LocalTime{2027, 1, 1, 0, 60, 0}, LocalTime{2027, 1, 1, 0, 0, 60}})
    EXPECT_FALSE(to_wall(time, "UTC").ok()) << time.year << '-' << time.month << '-' << time.day;
}

TEST(zone, instants_that_no_calendar_names_are_refused) {
  EXPECT_FALSE(to_local(WallTime::max(), "UTC").ok());
  EXPECT_FALSE(to_local(WallTime::min(), "UTC").ok());
  EXPECT_TRUE(to_local(kFirstWallTime, "UTC").ok());
  EXPECT_TRUE(to_local(kLastWallTime, "Asia/Kathmandu").ok());
}

TEST(rfc3339, writes_utc_and_leaves_out_milliseconds_that_are_zero) {
  EXPECT_EQ(to_rfc3339(WallTime{}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_rfc3339(WallTime(Milliseconds(1))), "1970-01-01T00:00:00.001Z");
  EXPECT_EQ(to_rfc3339(WallTime(Milliseconds(-1))), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(to_rfc3339(utc("2027-05-11T14:30:00.250Z")), "2027-05-11T14:30:00.250Z");
}

TEST(rfc3339, reads_what_it_writes) {
  for (const WallTime time :
       {kFirstWallTime, kLastWallTime, WallTime{}, WallTime(Milliseconds(1'810'044'600'250))})
    EXPECT_EQ(wall_from_rfc3339(to_rfc3339(time)).value(), time);
}

TEST(rfc3339, writes_the_nearest_time_that_can_be_written) {
  EXPECT_EQ(to_rfc3339(WallTime::max()), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(to_rfc3339(WallTime::min()), "0001-01-01T00:00:00Z");
}

TEST(rfc3339, reads_offsets) {
  EXPECT_EQ(utc("2027-05-11T14:30:00+02:00"), utc("2027-05-11T12:30:00Z"));
  EXPECT_EQ(utc("2027-05-11T23:30:00-06:30"), utc("2027-05-12T06:00:00Z"));
  EXPECT_EQ(utc("2027-05-11t14:30:00z"), utc("2027-05-11T14:30:00Z"));
  EXPECT_EQ(utc("2027-05-11T14:30:00-00:00"), utc("2027-05-11T14:30:00Z"));
}

TEST(rfc3339, cuts_decimals_after_milliseconds) {
  EXPECT_EQ(utc("2027-05-11T14:30:00.5Z"), utc("2027-05-11T14:30:00.500Z"));
  EXPECT_EQ(utc("2027-05-11T14:30:00.123999999Z"), utc("2027-05-11T14:30:00.123Z"));
  EXPECT_EQ(utc("2027-05-11T14:30:00." + std::string(5000, '9') + "Z"), utc("2027-05-11T14:30:00.999Z"));
}

class NotATime : public testing::TestWithParam<const char*> {};

TEST_P(NotATime, is_refused) { EXPECT_FALSE(wall_from_rfc3339(GetParam()).ok()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    rfc3339, NotATime,
    testing::Values("", "2027", "2027-05-11", "2027-05-11T14:30:00", "2027-05-11 14:30:00Z",
                    "2027-05-11T14:30:00ZZ", "2027-05-11T14:30:00Z ", " 2027-05-11T14:30:00Z",
                    "2027-05-11T14:30Z", "2027-02-29T14:30:00Z", "2027-13-01T14:30:00Z",
                    "2027-00-01T14:30:00Z", "2027-05-00T14:30:00Z", "2027-05-32T14:30:00Z",
                    "2027-05-11T24:00:00Z", "2027-05-11T14:60:00Z", "2027-05-11T14:30:60Z",
                    "2027-05-11T14:30:00.Z", "2027-05-11T14:30:00,5Z", "2027-05-11T14:30:00+2:00",
                    "2027-05-11T14:30:00+0200", "2027-05-11T14:30:00+24:00", "2027-05-11T14:30:00+00:60",
                    "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
                    "-027-05-11T14:30:00Z", "+2027-05-11T14:30:00Z", "20270511T143000Z",
                    "2027-5-11T14:30:00Z", "2027-05-11T14:30:00\xE2\x80\xAFZ", "2027-05-11T-4:30:00Z"));

TEST(rfc3339, there_is_no_year_zero_whatever_the_offset) {
  EXPECT_FALSE(wall_from_rfc3339("0000-12-31T23:59:00-00:01").ok());
  EXPECT_FALSE(is_day("0000-12-31"));
  EXPECT_TRUE(is_day("0001-01-01"));
}

TEST(rfc3339, an_offset_is_less_than_a_day) {
  for (const char* text :
       {"2027-05-11T14:30:00+24:00", "2027-05-11T14:30:00-23:60", "2027-05-11T14:30:00+2:00"})
    EXPECT_FALSE(wall_from_rfc3339(text).ok()) << text;
  EXPECT_TRUE(wall_from_rfc3339("2027-05-11T14:30:00-23:59").ok());
}

TEST(iso8601, a_time_of_day_lies_between_midnights) {
  for (const char* text : {"00:00", "09:05", "23:59"}) EXPECT_TRUE(is_time_of_day(text)) << text;
  for (const char* text : {"24:00", "12:60", "9:05", "09:5", "09-05", " 9:05", "09:05Z", ""})
    EXPECT_FALSE(is_time_of_day(text)) << text;
}

TEST(rfc3339, a_text_with_a_nul_is_refused) {
  EXPECT_FALSE(wall_from_rfc3339(std::string_view("2027-05-11T14:30:00Z\0", 21)).ok());
}

TEST(days, count_dates_and_not_hours) {
  EXPECT_EQ(days_between({2027, 5, 11, 23, 59, 0}, {2027, 5, 12, 0, 1, 0}), 1);
  EXPECT_EQ(days_between({2027, 5, 11, 0, 1, 0}, {2027, 5, 11, 23, 59, 0}), 0);
  EXPECT_EQ(days_between({2027, 3, 1, 0, 0, 0}, {2027, 2, 28, 0, 0, 0}), -1);
  EXPECT_EQ(days_between({2028, 2, 28, 0, 0, 0}, {2028, 3, 1, 0, 0, 0}), 2);
}

TEST(days, between_no_dates_are_none) {
  EXPECT_EQ(days_between({}, {2027, 5, 12, 0, 0, 0}), 0);
  EXPECT_EQ(days_between({2027, 5, 12, 0, 0, 0}, {2027, 2, 30, 0, 0, 0}), 0);
}

TEST(clock, a_look_back_turns_both_clocks_back) {
  const Now now{utc("2027-05-11T14:30:00Z"), Minutes(10), "boot", ClockQuality::kRtc};
  const Now then = earlier(now, Minutes(3));
  EXPECT_EQ(then.wall, utc("2027-05-11T14:27:00Z"));
  EXPECT_EQ(then.boot, Minutes(7));
  EXPECT_EQ(then.boot_id, "boot");
}

TEST(clock, words_of_its_quality_are_read_back) {
  for (int quality = 0; quality <= static_cast<int>(ClockQuality::kSynced); ++quality)
    EXPECT_EQ(clock_quality_from(to_text(ClockQuality{quality})).value(), ClockQuality{quality});
  EXPECT_FALSE(clock_quality_from("good").ok());
}

}  // namespace
}  // namespace tertulia
