// SPDX-License-Identifier: Apache-2.0
// What belongs to a closed session is erased with it.
#include "firmware/app/desk/closed_sessions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/room_words.h"
#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

constexpr const char* kOfTheRoom = "We sell it to nobody";

// The desk of a room in which a closed session runs, and what its device erases.
class ClosedSession : public ::testing::Test {
 protected:
  Desk desk{at(14, 0)};
  ClosedSessions erasing;

  ClosedSession() { desk.steers(Control::kStart); }

  RoomState& room() { return desk.device_state.rooms["magna"]; }
  PublicSession session() {
    for (const Session& each : desk.device_state.pack.agenda.sessions)
      if (each.slug == "retreat") return for_public(each);
    throw std::logic_error("the sample has lost its session");
  }
  void hear(const RoomWord& word) { merge(room(), word); }
  void write(const std::string& device, const std::string& id, bool may_leave = false) {
    RoomNote note;
    note.text = may_leave ? "Ask earlier" : kOfTheRoom;
    note.session = session().slug();
    note.may_leave = may_leave;
    const PublicSession of = session();
    hear(say_note(room(), id, note, device, &of));
  }
  void ask(const std::string& device, const std::string& id) {
    FloorShare share;
    share.questions[id].text = kOfTheRoom;
    share.questions[id].session = session().slug();
    const PublicSession of = session();
    hear(say(room(), with_support(share, id, "epoch"), device, &of));
  }
  void show() {
    ShownNow shown;
    shown.kind = ShownKind::kMessage;
    shown.text = kOfTheRoom;
    const PublicSession of = session();
    hear(say(room(), shown, "device-1", &of));
  }
  // Time passes, and what is due is said.
  std::size_t waits(Milliseconds time) {
    std::size_t said = 0;
    for (Milliseconds left = time; left > 0ms; left -= 1s) {
      desk.waits(std::min<Milliseconds>(left, 1s));
      for (const RoomWord& word : erasing.due(desk.device_state, "magna", desk.now)) hear(word), ++said;
    }
    return said;
  }
  // All that any device or broker holds of the room, as it is sent and stored.
  std::string held() {
    std::string all;
    for (const RoomWord& word : words_of(room()))
      all += wire::place_of(word) + " " + wire::encode({word, {"boot", BootTime{1}}}) + "\n";
    return all;
  }
};

TEST_F(ClosedSession, is_erased_when_its_end_can_no_longer_be_taken_back) {
  write("device-1", "n1");
  ask("device-1", "q1");
  show();
  desk.steers(Control::kEnd);
  waits(10s);
  EXPECT_THAT(held(), HasSubstr(kOfTheRoom));
  waits(3s);
  EXPECT_THAT(held(), Not(HasSubstr(kOfTheRoom)));
  EXPECT_TRUE(closed_sessions(room()).empty());
}

TEST_F(ClosedSession, keeps_everything_when_its_end_is_taken_back) {
  write("device-1", "n1");
  desk.steers(Control::kEnd);
  waits(8s);
  desk.steers(Control::kUndo);
  waits(5min);
  EXPECT_THAT(held(), HasSubstr(kOfTheRoom));
}

TEST_F(ClosedSession, leaves_the_notes_that_may_leave_the_room) {
  write("device-1", "n1");
  write("desk-2", "n2", true);
  write("device-1", "n3", true);
  desk.steers(Control::kEnd);
  waits(13s);
  ASSERT_EQ(room().notes().size(), 2U);
  for (const NoteItem& each : room().notes()) EXPECT_EQ(each.note.text, "Ask earlier");
  EXPECT_THAT(held(), Not(HasSubstr(kOfTheRoom)));
}

TEST_F(ClosedSession, takes_the_words_of_devices_that_are_away_with_it) {
  write("desk-2", "n1");
  ask("kiosk-1", "q1");
  desk.steers(Control::kEnd);
  waits(13s);
  EXPECT_THAT(held(), Not(HasSubstr(kOfTheRoom)));
}

TEST_F(ClosedSession, is_erased_without_the_device_that_led) {
  write("desk-2", "n1");
  ask("device-1", "q1");
  show();
  desk.steers(Control::kEnd);
  desk.device_state.room_links["magna"].leads = false;
  waits(13s);
  EXPECT_TRUE(room().closed.floor.at("device-1").value.questions.at("q1").removed);
  EXPECT_THAT(held(), HasSubstr(kOfTheRoom));  // the others erase their own
  waits(50s);
  EXPECT_THAT(held(), Not(HasSubstr(kOfTheRoom)));
}

TEST_F(ClosedSession, is_erased_once_and_says_nothing_more) {
  write("device-1", "n1");
  ask("kiosk-1", "q1");
  show();
  desk.steers(Control::kEnd);
  EXPECT_EQ(waits(13s), 3U);
  EXPECT_EQ(waits(5min), 0U);
  EXPECT_EQ(erasing.next_due(), std::nullopt);
}

TEST_F(ClosedSession, is_over_when_another_one_has_started) {
  write("device-1", "n1");
  desk.wants(intent::LoadSession{"lunch@visit"});
  waits(1min);
  EXPECT_THAT(held(), HasSubstr(kOfTheRoom));  // only loaded, perhaps by mistake
  desk.steers(Control::kStart);
  waits(13s);
  EXPECT_THAT(held(), Not(HasSubstr(kOfTheRoom)));
}

TEST_F(ClosedSession, of_two_days_is_not_over_because_another_one_fills_the_morning_between) {
  Session& retreat = *std::find_if(desk.device_state.pack.agenda.sessions.begin(),
                                   desk.device_state.pack.agenda.sessions.end(),
                                   [](const Session& each) { return each.slug == "retreat"; });
  Segment second_day;
  second_day.id = "second-day";
  second_day.length = 30min;
  second_day.planned_start = desk.now.wall + 24h;
  retreat.rundown.segments.push_back(second_day);
  retreat.end = *second_day.planned_start + second_day.length;
  write("device-1", "n1");
  desk.steers(Control::kEnd);
  desk.waits(19h);
  desk.wants(intent::LoadSession{"lunch@visit"});
  desk.steers(Control::kStart);
  waits(2min);
  EXPECT_THAT(held(), HasSubstr(kOfTheRoom));
}

TEST_F(ClosedSession, that_cannot_be_erased_is_tried_again_after_a_while_and_not_without_end) {
  write("device-1", "n1");
  RoomWord last;  // of a device that misbehaves: nobody can say anything after it
  Register<ShownNow> shown;
  shown.rank = {kMostRevision, kMostRevision, WordKind::kSaid, "~"};
  shown.session = "retreat";
  shown.value.text = kOfTheRoom;
  last.word = shown;
  last.is_closed = true;
  hear(last);
  desk.steers(Control::kEnd);
  EXPECT_LE(waits(5min), 8U);
}

TEST_F(ClosedSession, that_runs_late_is_not_over) {
  write("device-1", "n1");
  waits(3h);
  EXPECT_THAT(held(), HasSubstr(kOfTheRoom));
}

TEST_F(ClosedSession, keeps_a_balance_that_is_kept_on_purpose) {
  Balance balance;
  balance.spoken["hosts"] = 5min;
  balance.kept = true;
  const PublicSession of = session();
  hear(say(room(), balance, "device-1", &of));
  write("device-1", "n1");
  desk.steers(Control::kEnd);
  waits(13s);
  EXPECT_EQ(room().balance().value.spoken.at("hosts"), 5min);
  EXPECT_EQ(room().balance().session, "retreat");
}

TEST_F(ClosedSession, takes_nothing_of_another_closed_session_with_it) {
  RoomNote other;
  other.text = "Of another session";
  other.session = PublicId::received("s-77");
  const PublicSession of = session();
  hear(say_note(room(), "n9", other, "device-1", &of));
  write("device-1", "n1");
  desk.steers(Control::kEnd);
  waits(2min);
  EXPECT_THAT(held(), Not(HasSubstr(kOfTheRoom)));
  EXPECT_EQ(room().notes("s-77").size(), 1U);
}

TEST_F(ClosedSession, stays_erased_when_an_old_copy_comes_back) {
  write("device-1", "n1");
  ask("kiosk-1", "q1");
  const auto old = words_of(room());
  desk.steers(Control::kEnd);
  waits(13s);
  for (const RoomWord& word : old) hear(word);
  EXPECT_THAT(held(), Not(HasSubstr(kOfTheRoom)));
}

TEST(closed_session_without_a_timer, is_erased_half_an_hour_after_its_planned_end) {
  Desk desk(at(14, 10));
  ClosedSessions erasing;
  RoomState& room = desk.device_state.rooms["magna"];
  const PublicSession session = for_public(*desk.room_state().session);
  RoomNote note;
  note.text = kOfTheRoom;
  note.session = session.slug();
  merge(room, say_note(room, "n1", note, "device-1", &session));
  desk.now = at(15, 29);
  EXPECT_TRUE(erasing.due(desk.device_state, "magna", desk.now).empty());
  desk.now = at(15, 30);
  desk.now.quality = ClockQuality::kUnsynced;
  EXPECT_TRUE(erasing.due(desk.device_state, "magna", desk.now).empty());
  EXPECT_EQ(erasing.next_due(), std::nullopt);
  desk.now.quality = ClockQuality::kSynced;
  EXPECT_TRUE(erasing.due(desk.device_state, "magna", desk.now).empty());
  EXPECT_EQ(erasing.next_due(), desk.now.boot + ClosedSessions::kGrace);
  desk.now.boot += ClosedSessions::kGrace;
  EXPECT_EQ(erasing.due(desk.device_state, "magna", desk.now).size(), 1U);
}

}  // namespace
