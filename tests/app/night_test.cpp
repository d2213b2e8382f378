// SPDX-License-Identifier: Apache-2.0
// When it is night in a visit, and what a screen shows then.
#include "firmware/app/room/night.h"

#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kZone = "America/Costa_Rica";

WallTime may(unsigned day, int hour, int minute = 0) {
  return to_wall({2027, 5, day, hour, minute, 0}, kZone).value();
}

Session session(WallTime start, WallTime end) {
  Session result;
  result.rundown.start = start;
  result.end = end;
  return result;
}

bool is_night_at(const std::vector<Session>& sessions, WallTime now) {
  Agenda agenda{sessions};
  sort_sessions(agenda);
  return is_night(agenda, now, kZone);
}

const std::vector<Session> kTwoDays = {session(may(11, 9), may(11, 10)), session(may(11, 16), may(11, 18)),
                                       session(may(12, 9), may(12, 10))};

TEST(night, begins_an_hour_after_the_last_session_of_a_day) {
  EXPECT_FALSE(is_night_at(kTwoDays, may(11, 18)));
  EXPECT_FALSE(is_night_at(kTwoDays, may(11, 19) - 1ms));
  EXPECT_TRUE(is_night_at(kTwoDays, may(11, 19)));
}

TEST(night, ends_an_hour_before_the_first_session_of_the_next_day) {
  EXPECT_TRUE(is_night_at(kTwoDays, may(12, 8) - 1ms));
  EXPECT_FALSE(is_night_at(kTwoDays, may(12, 8)));
  EXPECT_FALSE(is_night_at(kTwoDays, may(12, 9)));
}

TEST(night, is_not_the_long_gap_of_one_day) { EXPECT_FALSE(is_night_at(kTwoDays, may(11, 13))); }

TEST(night, is_neither_before_the_visit_nor_after_it) {
  EXPECT_FALSE(is_night_at(kTwoDays, may(10, 22)));
  EXPECT_FALSE(is_night_at(kTwoDays, may(12, 22)));
  EXPECT_FALSE(is_night_at({}, may(12, 22)));
}

TEST(night, lasts_over_a_day_without_sessions) {
  EXPECT_TRUE(is_night_at({session(may(11, 9), may(11, 10)), session(may(13, 9), may(13, 10))}, may(12, 12)));
}

TEST(night, waits_for_the_session_that_lasts_until_after_midnight) {
  const std::vector<Session> late = {session(may(11, 20), may(12, 0, 30)), session(may(12, 9), may(12, 10))};
  EXPECT_FALSE(is_night_at(late, may(12, 1)));
  EXPECT_TRUE(is_night_at(late, may(12, 1, 30)));
}

TEST(night, is_when_no_room_has_a_session) {
  std::vector<Session> sessions = kTwoDays;
  sessions.push_back(session(may(11, 20), may(11, 22)));
  sessions.back().room = "verde";
  EXPECT_FALSE(is_night_at(sessions, may(11, 21)));
  EXPECT_FALSE(is_night_at(sessions, may(11, 22, 30)));
  EXPECT_TRUE(is_night_at(sessions, may(11, 23)));
}

TEST(night, is_not_kept_away_by_what_lasts_all_day) {
  std::vector<Session> sessions = kTwoDays;
  sessions.push_back(session(may(11, 0), may(13, 0)));
  sessions.back().all_day = true;
  EXPECT_TRUE(is_night_at(sessions, may(11, 23)));
}

TEST(night, comes_between_the_days_of_a_session_of_two_days) {
  Session workshop = session(may(11, 9), may(12, 17));
  for (const unsigned day : {11U, 12U}) {
    Segment part;
    part.length = 8h;
    part.planned_start = may(day, 9);
    workshop.rundown.segments.push_back(part);
  }
  EXPECT_FALSE(is_night_at({workshop}, may(11, 17, 30)));
  EXPECT_TRUE(is_night_at({workshop}, may(11, 22)));
  EXPECT_FALSE(is_night_at({workshop}, may(12, 12)));
}

TEST(night, shows_the_time_and_when_it_goes_on) {
  const NightView view = night_view(sample_device(), role_in(Role::kRoom, "magna"), at(22, 47));
  EXPECT_EQ(view.clock, "22:47");
  EXPECT_EQ(plain(view.begins), "We begin on Wednesday 12 May at 09:00 in Sala Magna");
}

TEST(night, stands_at_another_place_every_minute) {
  const DeviceState device_state = sample_device();
  const RoleSettings room = role_in(Role::kRoom, "magna");
  const int first = night_view(device_state, room, at(22, 0)).place;
  EXPECT_EQ(night_view(device_state, room, at(22, 0, 59)).place, first);
  EXPECT_EQ(night_view(device_state, room, at(22, 1)).place, (first + 1) % kNightPlaces);
}

}  // namespace
