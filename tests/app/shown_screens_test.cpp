// SPDX-License-Identifier: Apache-2.0
// What the moderator puts on the display of a room beside the plan.
#include "firmware/app/room/shown_screens.h"

#include <gtest/gtest.h>

#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

// The display of a room in the middle of its first session, whose devices say something.
class Shared {
 public:
  explicit Shared(const Now& now = at(10, 35)) : desk(now) {}

  void shows(ShownNow shown) { hears(say(state(), std::move(shown), "desk", &session_)); }
  void shows(ShownKind kind, std::string item = {}) {
    ShownNow shown;
    shown.kind = kind;
    shown.item = std::move(item);
    shows(std::move(shown));
  }
  void asks(const std::string& id, const std::string& text, int supports = 0) {
    FloorShare share = state().open.floor["kiosk"].value;
    share.questions[id].text = text;
    share.questions[id].session = session_.slug();
    for (int i = 0; i < supports; ++i) share = with_support(share, id, "epoch");
    hears(say(state(), std::move(share), "kiosk", &session_));
  }
  void notes(const std::string& id, const std::string& text, NoteKind kind = NoteKind::kLearningPoint) {
    RoomNote note;
    note.kind = kind;
    note.text = text;
    note.session = session_.slug();
    hears(say_note(state(), id, note, "desk", &session_));
  }
  void meets_again(NextSession next) { hears(say(state(), std::move(next), "desk")); }

  Desk desk;

 private:
  RoomState& state() { return desk.device_state.rooms["magna"]; }
  void hears(const RoomWord& word) { merge(state(), word); }

  PublicSession session_ = for_public(*desk.device_state.pack.agenda.find("status@visit"));
};

TEST(shown_screens, a_question_is_shown_with_its_supporters_and_how_many_wait) {
  Shared room;
  room.asks("1", "Who pays?", 9);
  room.asks("2", "How long?");
  room.shows(ShownKind::kQuestion, "1");
  const auto view = room.desk.shows<FloorQuestionView>();
  EXPECT_EQ(view.question, "Who pays?");
  EXPECT_EQ(view.header.detail, "A question from the floor");
  EXPECT_EQ(view.support.before, "Asked at a kiosk · supported by");
  EXPECT_EQ(plain(view.support.strong), "9 people");
  EXPECT_EQ(plain(view.waiting), "1 more question is waiting. Ask yours at the kiosk.");
  EXPECT_FALSE(view.header.countdown.empty()) << "the countdown goes on beside it";
}

TEST(shown_screens, a_question_that_nobody_knows_leaves_the_plan) {
  Shared room;
  room.shows(ShownKind::kQuestion, "gone");
  (void)room.desk.shows<RoomView>();
}

TEST(shown_screens, learning_points_stand_in_their_order_with_when_people_meet_again) {
  Shared room;
  room.notes("a", "First the status.");
  room.notes("b", "Then the taxes.");
  room.notes("c", "Whom to call", NoteKind::kContact);
  room.meets_again({at(14, 0).wall + 48h, "Room 2"});
  room.shows(ShownKind::kLearningPoints);
  const auto view = room.desk.shows<LearningView>();
  EXPECT_EQ(view.points, (std::vector<std::string>{"First the status.", "Then the taxes."}));
  EXPECT_EQ(view.header.detail, "Status of the artist");
  EXPECT_EQ(plain(view.next.strong), "Thursday 13 May, 14:00");
  EXPECT_EQ(plain(view.remark), "Something missing or wrong? Tell the note-taker before 11:40.");
}

TEST(shown_screens, more_points_than_have_room_take_turns_and_keep_their_numbers) {
  Shared room;
  for (char id = 'a'; id < 'j'; ++id) room.notes(std::string(1, id), std::string(1, id));
  room.shows(ShownKind::kLearningPoints);
  std::vector<int> firsts;
  for (int page = 0; page < 2; ++page) {
    firsts.push_back(room.desk.shows<LearningView>().first);
    room.desk.waits(20s);
  }
  std::sort(firsts.begin(), firsts.end());
  EXPECT_EQ(firsts, (std::vector<int>{1, 7}));
}

TEST(shown_screens, without_learning_points_the_plan_is_shown) {
  Shared room;
  room.shows(ShownKind::kLearningPoints);
  (void)room.desk.shows<RoomView>();
}

TEST(shown_screens, an_announcement_covers_what_is_shown_until_its_time_is_over) {
  Shared room;
  ShownNow shown;
  shown.announcement.text = "The bus leaves at 13:40.";
  shown.announcement.said = room.desk.now.wall;
  shown.announcement.length = 5min;
  shown.announcement.left = {anchor_at(room.desk.now), 5min};
  room.shows(shown);
  const auto view = room.desk.shows<AnnouncementView>();
  EXPECT_EQ(view.audience, "To this room");
  EXPECT_EQ(view.said, "10:35");
  EXPECT_EQ(plain(view.shown), "Shown for 5 min");
  EXPECT_LE(next_screen_change(room.desk.device_state, room.desk.settings, room.desk.now),
            room.desk.now.boot + 5min);
  room.desk.waits(5min);
  (void)room.desk.shows<RoomView>();
}

TEST(shown_screens, a_message_and_a_blackout_replace_the_plan) {
  Shared room;
  ShownNow shown;
  shown.kind = ShownKind::kMessage;
  shown.text = "We wait for the minister.";
  room.shows(shown);
  EXPECT_EQ(room.desk.shows<MessageView>().text, "We wait for the minister.");
  room.shows(ShownKind::kBlackout);
  EXPECT_EQ(room.desk.shows<MessageView>().text, "");
  EXPECT_EQ(room.desk.shows<MessageView>().header.name, "");
  room.shows(ShownKind::kPlan);
  (void)room.desk.shows<RoomView>();
}

TEST(shown_screens, the_next_session_stands_with_day_and_place) {
  Shared room;
  room.meets_again({at(14, 0).wall + 48h, "Room 2"});
  room.shows(ShownKind::kNextSession);
  EXPECT_EQ(plain(room.desk.shows<MessageView>().text), "Thursday 13 May, 14:00");
  EXPECT_EQ(room.desk.shows<MessageView>().detail, "Room 2");
}

TEST(shown_screens, what_a_closed_session_shows_goes_with_it) {
  Desk desk(at(14, 10));
  const PublicSession session = for_public(*desk.room_state().session);
  ASSERT_EQ(session.open(), nullptr);
  RoomState& state = desk.device_state.rooms["magna"];
  ShownNow shown;
  shown.kind = ShownKind::kMessage;
  shown.text = "We sell it";
  merge(state, say(state, shown, "desk", &session));
  EXPECT_EQ(desk.shows<MessageView>().text, "We sell it");
  desk.now.wall = session.end() + 1min;
  desk.now.boot += 1h;
  EXPECT_FALSE(std::holds_alternative<MessageView>(desk.screen()));
}

TEST(shown_screens, what_was_shown_in_a_session_goes_when_another_one_runs) {
  Shared room;
  room.asks("1", "Who pays?");
  room.shows(ShownKind::kQuestion, "1");
  room.desk.now = at(14, 10);
  (void)room.desk.shows<RoomView>();
}

}  // namespace
