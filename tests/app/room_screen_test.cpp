// SPDX-License-Identifier: Apache-2.0
// Which screen the display of a room shows, in each situation of a visit. It is never empty.
#include "firmware/app/room/room_screen.h"

#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

Now days_later(Now now, int days) {
  now.wall += days * 24h;
  return now;
}

Desk with_peers(const Now& now) {
  Desk desk(now);
  desk.device_state.pack.visit.venue = LocalizedText("en", "Centre for the Performing Arts");
  desk.device_state.pack.visit.host.name = LocalizedText("en", "Portugal");
  desk.device_state.pack.visit.visitors = {{LocalizedText("en", "Costa Rica")},
                                           {LocalizedText("en", "Kenya")}};
  return desk;
}

TEST(room_screen, before_the_first_session_of_a_day_it_welcomes_and_says_when_and_where_it_begins) {
  const auto view = with_peers(at(9, 41)).shows<WelcomeView>();
  EXPECT_EQ(view.header.name, "Centre for the Performing Arts");
  EXPECT_EQ(plain(view.header.detail), "Tuesday 11 May");
  EXPECT_EQ(plain(view.kicker), "Exchange visit · Portugal receives");
  EXPECT_EQ(plain(view.headline), "Costa Rica and Kenya");
  EXPECT_EQ(plain(view.begins), "We begin at 10:30 in Sala Magna");
  EXPECT_EQ(view.title, "Status of the artist");
  EXPECT_EQ(plain(view.wait), "49 min");
}

TEST(room_screen, it_greets_in_every_language_of_the_visit_its_own_first) {
  Desk desk = with_peers(at(9, 41));
  desk.settings.language = "ar";
  const auto greetings = desk.shows<WelcomeView>().greetings;
  ASSERT_EQ(greetings.size(), 3U);
  EXPECT_TRUE(greetings[0].tongue.right_to_left);
  EXPECT_EQ(greetings[1].tongue.language, "en");
}

TEST(room_screen, the_last_minutes_before_it_begins_are_counted_in_seconds) {
  EXPECT_EQ(with_peers(at(10, 25, 1)).shows<WelcomeView>().wait, "04:59");
}

TEST(room_screen, before_the_visit_it_says_the_day) {
  Desk desk = with_peers(days_later(at(9, 41), -5));
  const auto view = desk.shows<WelcomeView>();
  EXPECT_EQ(plain(view.begins), "We begin on Tuesday 11 May at 10:30 in Sala Magna");
  EXPECT_EQ(view.wait, "");
}

TEST(room_screen, after_the_last_session_of_a_day_it_says_when_and_where_it_goes_on) {
  const auto view = with_peers(at(20, 0)).shows<WelcomeView>();
  EXPECT_EQ(view.kicker, "Nothing more today");
  EXPECT_EQ(plain(view.begins), "We begin on Wednesday 12 May at 09:00 in Sala Magna");
  EXPECT_TRUE(view.greetings.empty());
}

TEST(room_screen, after_the_visit_it_says_that_it_is_over) {
  const auto view = with_peers(days_later(at(20, 0), 30)).shows<WelcomeView>();
  EXPECT_EQ(view.headline, "Thank you");
  EXPECT_FALSE(view.begins.empty());
  EXPECT_EQ(view.title, "");
}

TEST(room_screen, a_running_session_is_shown) {
  EXPECT_EQ(Desk(at(10, 35)).shows<RoomView>().title, "Status of the artist");
}

TEST(room_screen, between_sessions_it_counts_down_to_the_next_one_and_says_where_it_goes_on) {
  const auto view = Desk(at(11, 50)).shows<BreakView>();
  EXPECT_EQ(view.lead, "We go on in");
  EXPECT_EQ(view.countdown, "10:00");
  EXPECT_EQ(view.at.before, "at");
  EXPECT_EQ(view.at.strong, "12:00");
}

TEST(room_screen, a_break_names_itself_and_shows_no_part_that_nobody_leads) {
  const auto view = Desk(at(12, 10)).shows<BreakView>();
  EXPECT_EQ(view.header.detail, "Lunch");
  EXPECT_EQ(view.at.strong, "14:00");
  ASSERT_EQ(view.cards.size(), 1U);
  EXPECT_EQ(view.cards[0].title, "Closed session");
}

TEST(room_screen, a_foyer_shows_what_is_where) {
  Desk desk(at(10, 42));
  desk.settings.shows_day = true;
  const auto view = desk.shows<DayView>();
  ASSERT_FALSE(view.rows.empty());
  EXPECT_EQ(view.rows[0].room, "Sala Magna");
  EXPECT_EQ(view.rows[0].blocks[0].state, BlockState::kRunning);
  EXPECT_TRUE(view.now);
  EXPECT_EQ(plain(view.next.after), "12:00 Lunch, Sala Magna");
}

TEST(room_screen, the_day_names_no_closed_session) {
  Desk desk(at(10, 42));
  desk.settings.shows_day = true;
  for (const DayRow& row : desk.shows<DayView>().rows)
    for (const DayBlock& block : row.blocks)
      for (const std::string_view secret : kSecrets) EXPECT_EQ(block.title.find(secret), std::string::npos);
}

TEST(room_screen, the_day_says_which_room_is_late) {
  Desk desk(at(10, 30));
  desk.steers(Control::kStart);
  desk.waits(27min);
  desk.settings.shows_day = true;
  EXPECT_EQ(plain(desk.shows<DayView>().remark), "Sala Magna is 7 min behind");
}

TEST(room_screen, blocks_of_the_day_lie_in_their_hours_and_in_order) {
  for (int hour = 8; hour < 20; ++hour) {
    Desk desk(at(hour, 20));
    desk.settings.shows_day = true;
    const View view = desk.screen();
    if (!std::holds_alternative<DayView>(view)) continue;
    for (const DayRow& row : std::get<DayView>(view).rows) {
      int last = 0;
      for (const DayBlock& block : row.blocks) {
        EXPECT_LE(last, block.from);
        EXPECT_LE(block.from, block.to);
        EXPECT_LE(block.to, 1000);
        last = block.from;
      }
    }
  }
}

TEST(room_screen, more_rooms_than_have_room_take_turns) {
  Desk desk(at(10, 42));
  desk.settings.shows_day = true;
  for (int i = 0; i < 9; ++i) {
    const std::string id = "room-" + std::to_string(i);
    desk.device_state.pack.visit.rooms.push_back({id, LocalizedText("en", id)});
    Session session = *desk.device_state.pack.agenda.find("status@visit");
    session.id = session.slug = "s" + std::to_string(i);
    session.room = id;
    desk.device_state.pack.agenda.sessions.push_back(session);
  }
  sort_sessions(desk.device_state.pack.agenda);
  const auto first = desk.shows<DayView>().rows;
  desk.waits(20s);
  const auto second = desk.shows<DayView>().rows;
  EXPECT_LE(first.size(), 6U);
  EXPECT_NE(first, second);
  EXPECT_LE(next_screen_change(desk.device_state, desk.settings, desk.now), desk.now.boot + 20s);
}

TEST(room_screen, an_announcement_lies_over_the_session_and_its_countdown_goes_on) {
  Desk desk(at(10, 30));
  desk.steers(Control::kStart);
  desk.device_state.announcement =
      Announcement{LocalizedText("en", "The bus leaves at 13:40."), desk.now.boot + 5min};
  desk.waits(5s);
  const auto view = desk.shows<AnnouncementView>();
  EXPECT_EQ(view.text, "The bus leaves at 13:40.");
  EXPECT_EQ(view.header.countdown, "19:55");
  EXPECT_EQ(plain(view.shown), "Shown until 10:35");
}

TEST(room_screen, with_a_clock_that_nobody_set_it_says_so_and_shows_no_time) {
  Desk desk = with_peers(days_later(at(9, 41), -5000));
  desk.now.quality = ClockQuality::kUnsynced;
  const auto view = desk.shows<WelcomeView>();
  EXPECT_EQ(view.header.clock, "");
  ASSERT_EQ(view.header.chips.size(), 1U);
  EXPECT_EQ(view.header.chips[0].text, "Clock not set: hold a finger here");
  EXPECT_EQ(plain(view.begins), "We begin on Tuesday 11 May at 10:30 in Sala Magna");
  EXPECT_EQ(view.wait, "");
}

TEST(room_screen, it_is_never_empty_at_any_minute_of_the_visit_and_around_it) {
  Desk desk = with_peers(days_later(at(0, 0), -2));
  for (int minute = 0; minute < 6 * 24 * 60; minute += 7) {
    desk.now.wall += 7min;
    desk.now.boot += 7min;
    const View view = desk.screen();
    if (const auto* welcome = std::get_if<WelcomeView>(&view)) {
      EXPECT_FALSE(welcome->begins.empty());
    } else if (const auto* room = std::get_if<RoomView>(&view)) {
      EXPECT_FALSE(room->title.empty());
    } else if (const auto* pause = std::get_if<BreakView>(&view)) {
      EXPECT_FALSE(pause->at.strong.empty());
    } else {
      EXPECT_FALSE(std::get<DayView>(view).rows.empty());
    }
  }
}

TEST(room_screen, a_display_without_an_agenda_says_the_title_of_the_visit) {
  Desk desk = with_peers(at(10, 0));
  desk.device_state.pack.agenda.sessions.clear();
  EXPECT_FALSE(desk.shows<WelcomeView>().headline.empty());
}

}  // namespace
