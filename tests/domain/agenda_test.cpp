// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/agenda.h"

#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

Session session_of(std::string id, std::string room, std::string_view start, std::string_view end) {
  Session session;
  session.id = id;
  session.slug = std::move(id);
  session.room = std::move(room);
  session.title.set("en", "Title of " + session.id);
  session.end = at(end);
  session.rundown = {at(start), {segment_of("whole", session.end - at(start))}};
  return session;
}

// In "main": morning 09-11, talk 10-12, evening 18-19. In "annex": visit 09-17.
Agenda a_day() {
  Agenda agenda{{session_of("morning", "main", "2027-05-11T09:00:00Z", "2027-05-11T11:00:00Z"),
                 session_of("talk", "main", "2027-05-11T10:00:00Z", "2027-05-11T12:00:00Z"),
                 session_of("evening", "main", "2027-05-11T18:00:00Z", "2027-05-11T19:00:00Z"),
                 session_of("visit", "annex", "2027-05-11T09:00:00Z", "2027-05-11T17:00:00Z")}};
  sort_sessions(agenda);
  return agenda;
}

std::string id_of(const Session* session) { return session == nullptr ? "none" : session->id; }

TEST(agenda, is_sorted_by_start_and_then_by_room) {
  const Agenda agenda = a_day();
  ASSERT_EQ(agenda.sessions.size(), 4U);
  EXPECT_EQ(agenda.sessions[0].id, "visit");
  EXPECT_EQ(agenda.sessions[1].id, "morning");
  EXPECT_EQ(agenda.sessions[2].id, "talk");
  EXPECT_EQ(agenda.sessions[3].id, "evening");
}

TEST(agenda, a_session_runs_from_its_start_until_before_its_end) {
  const Agenda agenda = a_day();
  EXPECT_EQ(id_of(agenda.running_in("main", at("2027-05-11T08:59:59.999Z"))), "none");
  EXPECT_EQ(id_of(agenda.running_in("main", at("2027-05-11T09:00:00Z"))), "morning");
  EXPECT_EQ(id_of(agenda.running_in("main", at("2027-05-11T12:00:00Z"))), "none");
}

TEST(agenda, of_sessions_that_overlap_the_one_that_started_last_runs) {
  const Agenda agenda = a_day();
  EXPECT_EQ(id_of(agenda.running_in("main", at("2027-05-11T10:30:00Z"))), "talk");
  EXPECT_EQ(id_of(agenda.running_in("main", at("2027-05-11T11:30:00Z"))), "talk");
}

TEST(agenda, a_room_knows_only_its_own_sessions) {
  const Agenda agenda = a_day();
  EXPECT_EQ(id_of(agenda.running_in("annex", at("2027-05-11T10:30:00Z"))), "visit");
  EXPECT_EQ(id_of(agenda.running_in("attic", at("2027-05-11T10:30:00Z"))), "none");
}

TEST(agenda, upcoming_are_all_that_have_not_ended) {
  const Agenda agenda = a_day();
  const auto upcoming = agenda.upcoming_in("main", at("2027-05-11T11:00:00Z"));
  ASSERT_EQ(upcoming.size(), 2U);
  EXPECT_EQ(upcoming[0]->id, "talk");
  EXPECT_EQ(upcoming[1]->id, "evening");
}

TEST(agenda, finds_a_session_by_its_id) {
  const Agenda agenda = a_day();
  EXPECT_EQ(id_of(agenda.find("talk")), "talk");
  EXPECT_EQ(id_of(agenda.find("party")), "none");
}

TEST(agenda, words_of_access_and_presence_are_read_back) {
  for (const Access access : {Access::kOpen, Access::kClosed})
    EXPECT_EQ(access_from(to_text(access)).value(), access);
  for (const Presence presence : {Presence::kInPerson, Presence::kOnline, Presence::kHybrid})
    EXPECT_EQ(presence_from(to_text(presence)).value(), presence);
  EXPECT_FALSE(access_from("ajar").ok());
  EXPECT_FALSE(presence_from("").ok());
}

}  // namespace
}  // namespace tertulia
