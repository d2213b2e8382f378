// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/agenda_change.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

WallTime at_hour(int hour, int minute = 0) {
  return WallTime(std::chrono::hours(24 * 20000 + hour) + Minutes(minute));
}

Session a_session(const std::string& id, const std::string& title, int hour,
                  const std::string& room = "magna") {
  Session made;
  made.id = id;
  made.slug = "slug-" + id;
  made.title = LocalizedText("en", title);
  made.room = room;
  made.rundown.start = at_hour(hour);
  made.end = at_hour(hour + 1);
  made.rundown.segments.emplace_back();
  made.rundown.segments.back().id = "session";
  made.rundown.segments.back().length = Minutes(60);
  return made;
}

const Agenda kRunning{
    {a_session("a", "Opening", 9), a_session("b", "Round table", 10), a_session("c", "Closing", 16)}};

TEST(agenda_change, the_same_agenda_changes_nothing) {
  EXPECT_THAT(difference(kRunning, kRunning), IsEmpty());
}

TEST(agenda_change, each_kind_of_change_is_told_in_the_order_of_time) {
  Agenda updated = kRunning;
  updated.sessions[0].room = "verde";
  updated.sessions[1].title = LocalizedText("en", "Panel");
  updated.sessions[1].end = at_hour(12);
  updated.sessions.pop_back();
  updated.sessions.push_back(a_session("d", "Visit", 14));
  const auto changes = difference(kRunning, updated);
  ASSERT_THAT(changes, SizeIs(4));
  EXPECT_TRUE(changes[0].is_in_another_room());
  EXPECT_FALSE(changes[0].is_moved());
  EXPECT_TRUE(changes[1].is_renamed());
  EXPECT_TRUE(changes[1].is_moved());
  EXPECT_TRUE(changes[2].is_new());
  EXPECT_TRUE(changes[3].is_cancelled());
  EXPECT_EQ(changes[3].before->id, "c");
}

TEST(agenda_change, a_session_that_got_another_id_is_known_by_its_title_or_its_place_and_time) {
  Agenda updated = kRunning;
  updated.sessions[0] = a_session("x", "Opening", 11);       // moved
  updated.sessions[1] = a_session("y", "Another name", 10);  // renamed
  const auto changes = difference(kRunning, updated);
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_TRUE(changes[0].is_renamed());
  EXPECT_EQ(changes[0].before->id, "b");
  EXPECT_TRUE(changes[1].is_moved());
  EXPECT_EQ(changes[1].before->id, "a");
}

TEST(agenda_change, what_is_asked_and_expected_is_no_change_to_tell) {
  Agenda updated = kRunning;
  updated.sessions[0].form = "pulse";
  updated.sessions[0].expected_outcomes = LocalizedText("en", "A start");
  EXPECT_THAT(difference(kRunning, updated), IsEmpty());
}

TEST(agenda_change, a_session_that_is_closed_now_is_told) {
  Agenda updated = kRunning;
  updated.sessions[0].access = Access::kClosed;
  ASSERT_THAT(difference(kRunning, updated), SizeIs(1));
  EXPECT_TRUE(difference(kRunning, updated)[0].is_opened_or_closed());
}

TEST(agenda_change, a_cancelled_session_that_runs_goes_on) {
  Agenda updated = kRunning;
  updated.sessions.erase(updated.sessions.begin());
  EXPECT_EQ(applied(kRunning, updated, {"a"}), kRunning);
  EXPECT_EQ(applied(kRunning, updated, {}), updated);
}

TEST(agenda_change, a_session_that_runs_keeps_what_timers_and_screens_know_it_by) {
  Agenda updated = kRunning;
  updated.sessions[0] = a_session("x", "Opening", 11, "verde");
  updated.sessions[0].end = at_hour(13);
  const Agenda agenda = applied(kRunning, updated, {"a"});
  const Session* running = agenda.find("a");
  ASSERT_NE(running, nullptr);
  EXPECT_EQ(running->slug, "slug-a");
  EXPECT_EQ(running->room, "magna");
  EXPECT_EQ(running->start(), at_hour(9));
  EXPECT_EQ(running->end, at_hour(13));
  EXPECT_EQ(agenda.find("x"), nullptr);
}

TEST(agenda_change, a_session_that_runs_and_moves_to_tomorrow_is_two) {
  Agenda updated = kRunning;
  updated.sessions[0] = a_session("a", "Opening", 9 + 24);
  const Agenda agenda = applied(kRunning, updated, {"a"});
  ASSERT_THAT(agenda.sessions, SizeIs(4));
  EXPECT_EQ(agenda.sessions.front(), kRunning.sessions.front()) << "it ends when it was to end";
  EXPECT_EQ(agenda.sessions.back().title, kRunning.sessions.front().title);
  EXPECT_EQ(agenda.sessions.back().start(), at_hour(9 + 24));
  EXPECT_NE(agenda.sessions.back().id, "a");
  EXPECT_NE(agenda.sessions.back().slug, "slug-a");
}

TEST(agenda_change, the_one_that_moves_away_has_a_name_that_no_other_session_has) {
  Agenda updated = kRunning;
  updated.sessions[1] = a_session("b", "Round table", 34);
  updated.sessions.push_back(a_session("b (moved)", "Another", 15));
  updated.sessions.push_back(a_session("e", "A third", 17));
  updated.sessions.back().slug = "slug-b-m";
  std::set<std::string> ids;
  std::set<std::string> slugs;
  const Agenda agenda = applied(kRunning, updated, {"b"});
  for (const Session& session : agenda.sessions) {
    ids.insert(session.id);
    slugs.insert(session.slug);
  }
  EXPECT_THAT(agenda.sessions, SizeIs(6));
  EXPECT_THAT(ids, SizeIs(6));
  EXPECT_THAT(slugs, SizeIs(6));
}

TEST(agenda_change, a_closed_session_that_runs_is_not_opened_while_people_speak) {
  Agenda running = kRunning;
  running.sessions[0].access = Access::kClosed;
  const Agenda agenda = applied(running, kRunning, {"a"});
  EXPECT_EQ(agenda.sessions[0].access, Access::kClosed);
  EXPECT_EQ(applied(running, kRunning, {}).sessions[0].access, Access::kOpen) << "it is when nobody does";
}

TEST(agenda_change, applying_without_anything_in_progress_is_the_updated_agenda) {
  Agenda updated = kRunning;
  updated.sessions[1].room = "verde";
  updated.sessions.push_back(a_session("d", "Visit", 18));
  EXPECT_EQ(applied(kRunning, updated, {}), updated);
  EXPECT_THAT(difference(updated, applied(kRunning, updated, {})), IsEmpty());
}

}  // namespace
}  // namespace tertulia
