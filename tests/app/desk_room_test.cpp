// SPDX-License-Identifier: Apache-2.0
// What the desk says in the room beside the timer: an accepted plan, the floor, notes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/app/desk/room_words.h"
#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using ::testing::ElementsAre;

namespace {

Desk seven_minutes_late() {
  Desk desk;
  for (Session& each : desk.device_state.pack.agenda.sessions)
    if (each.slug == "status") each.rundown.segments[2].policy = ReflowPolicy::kShrink;
  desk.device_state.pack.visit.groups = {{"host", {"en", "Hosting peer"}},
                                         {"guests", {"en", "Visiting peers"}}};
  desk.steers(Control::kStart);
  desk.waits(27min);
  return desk;
}

void types(Desk& desk, std::string_view text) {
  for (const char each : text) desk.wants(intent::PressKey{{KeyKind::kCharacter, {each}, {each}}});
}
void notes(Desk& desk, std::string_view text) {
  types(desk, text);
  desk.wants(intent::PressKey{{KeyKind::kNext, "", ""}});
  desk.waits(1s);
}
WritingView page_of_notes(const Desk& desk) { return std::get<WritingView>(desk.page()); }
std::vector<std::string> texts(const WritingView& view) {
  std::vector<std::string> all;
  for (const WritingLine& each : view.lines) all.push_back(each.text);
  return all;
}

TEST(desk_plan, an_accepted_proposal_is_what_the_room_sees_and_is_not_proposed_again) {
  Desk desk = seven_minutes_late();
  desk.steers(Control::kLate);
  desk.steers(Control::kAccept);
  EXPECT_EQ(desk.desk().proposal, "");
  EXPECT_EQ(plain(desk.desk().rows[2].detail), "18 min");
  EXPECT_EQ(plain(desk.desk().rows_end), "Ends 11:40 · planned 11:40");
}

TEST(desk_plan, it_can_be_taken_back_for_ten_seconds) {
  Desk desk = seven_minutes_late();
  desk.steers(Control::kLate);
  desk.steers(Control::kAccept);
  desk.waits(9s);
  ASSERT_EQ(desk.desk().controls.front().control, Control::kUndo);
  desk.steers(Control::kUndo);
  EXPECT_EQ(plain(desk.desk().rows[2].detail), "25 min");
  desk.steers(Control::kLate);
  desk.steers(Control::kAccept);
  desk.waits(10s);
  EXPECT_EQ(desk.desk().controls.front().control, Control::kBack);
}

TEST(desk_plan, a_person_may_choose_other_lengths) {
  Desk desk = seven_minutes_late();
  desk.steers(Control::kLate);
  desk.steers(Control::kChoose);
  desk.wants(intent::ChangeLength{"response", -4});
  desk.wants(intent::ChangeLength{"groups", 4});
  desk.steers(Control::kAccept);
  EXPECT_EQ(plain(desk.desk().rows[1].detail), "6 min");
  EXPECT_EQ(plain(desk.desk().rows[2].detail), "22 min");
}

TEST(desk_plan, everything_may_end_later_instead) {
  Desk desk = seven_minutes_late();
  desk.steers(Control::kLate);
  desk.steers(Control::kEndLater);
  EXPECT_EQ(plain(desk.desk().rows[2].detail), "25 min");
  EXPECT_EQ(plain(desk.desk().rows_end), "Ends 11:47 · planned 11:47");
  EXPECT_EQ(desk.desk().proposal, "");
}

TEST(desk_floor, one_touch_gives_the_floor_and_another_takes_it_back) {
  Desk desk = seven_minutes_late();
  desk.wants(intent::GiveFloor{"guests"});
  desk.waits(60s);
  desk.wants(intent::GiveFloor{"host"});
  desk.waits(60s);
  const auto card = desk.desk().speaking;
  ASSERT_TRUE(card);
  ASSERT_EQ(card->rows.size(), 2U);
  EXPECT_EQ(card->rows[0].share, "50%");
  EXPECT_TRUE(card->rows[0].has_floor);
  EXPECT_FALSE(card->rows[1].has_floor);
  desk.wants(intent::GiveFloor{"host"});
  EXPECT_FALSE(desk.desk().speaking->rows[0].has_floor);
}

TEST(desk_floor, a_question_that_is_touched_is_shown_and_touched_again_has_been_answered) {
  Desk desk = seven_minutes_late();
  const Session* session = desk.room_state().session;
  const PublicSession shown = for_public(*session);
  FloorShare share;
  for (const char* id : {"q1", "q2"}) {
    share.questions[id].text = id;
    share.questions[id].session = shown.slug();
  }
  RoomState& state = desk.device_state.rooms["magna"];
  merge(state, say(state, share, "kiosk-1", &shown));
  ASSERT_EQ(desk.desk().floor->rows.size(), 2U);
  EXPECT_EQ(desk.desk().floor->count, "2");
  desk.wants(intent::PickQuestion{"q2"});
  EXPECT_EQ(state.shown().value.kind, ShownKind::kQuestion);
  EXPECT_EQ(state.shown().value.item, "q2");
  desk.wants(intent::PickQuestion{"q2"});
  EXPECT_EQ(state.shown().value.kind, ShownKind::kPlan);
  EXPECT_EQ(desk.desk().floor->count, "1");
}

TEST(desk_notes, a_note_is_written_moved_corrected_and_removed) {
  Desk desk = seven_minutes_late();
  desk.steers(Control::kNotes);
  notes(desk, "one");
  notes(desk, "two");
  notes(desk, " ");
  EXPECT_THAT(texts(page_of_notes(desk)), ElementsAre("one", "two"));
  const std::string second = page_of_notes(desk).lines[1].id;
  desk.wants(intent::ChooseNote{second});
  desk.wants(intent::ChangeNote{NoteAction::kUp});
  EXPECT_THAT(texts(page_of_notes(desk)), ElementsAre("two", "one"));
  desk.wants(intent::ChangeNote{NoteAction::kEdit});
  notes(desk, "!");
  EXPECT_THAT(texts(page_of_notes(desk)), ElementsAre("two!", "one"));
  desk.wants(intent::ChooseNote{second});
  desk.wants(intent::ChangeNote{NoteAction::kRemove});
  EXPECT_THAT(texts(page_of_notes(desk)), ElementsAre("one"));
  desk.steers(Control::kClose);
  EXPECT_TRUE(std::holds_alternative<ModeratorView>(desk.page()));
}

TEST(desk_notes, a_note_at_the_end_of_all_places_does_not_push_the_next_one_out_of_reach) {
  Desk desk = seven_minutes_late();
  desk.steers(Control::kNotes);
  notes(desk, "one");
  RoomState& state = desk.device_state.rooms["magna"];
  NoteItem first = state.notes()[0];
  for (const std::int64_t end : {kFarthestPlace, -kFarthestPlace}) {
    first.note.place = end;
    const PublicSession session = for_public(*desk.device_state.pack.agenda.find("status@visit"));
    merge(state, say_note(state, first.id, first.note, "desk-2", &session));
    notes(desk, "another");
    for (const WritingLine& line : page_of_notes(desk).lines)
      for (const NoteAction move : {NoteAction::kUp, NoteAction::kDown}) {
        desk.wants(intent::ChooseNote{line.id});
        desk.wants(intent::ChangeNote{move});
      }
  }
  for (const NoteItem& note : state.notes()) {
    EXPECT_LE(note.note.place, kFarthestPlace);
    EXPECT_GE(note.note.place, -kFarthestPlace);
  }
}

TEST(desk_notes, one_can_be_moved_back_and_forth_all_evening) {
  Desk desk;
  desk.steers(Control::kStart);
  desk.steers(Control::kNotes);
  for (const char* text : {"A", "B", "C"}) notes(desk, text);
  for (int touch = 0; touch < 20; ++touch) {  // B and C change places between A and nothing
    const auto before = desk.device_state.rooms["magna"].notes();
    ASSERT_EQ(before.size(), 3U);
    desk.wants(intent::ChooseNote{before[2].id});
    desk.wants(intent::ChangeNote{NoteAction::kUp});
    desk.wants(intent::ChooseNote{before[2].id});
    const auto after = desk.device_state.rooms["magna"].notes();
    ASSERT_EQ(after[1].id, before[2].id) << touch;
  }
}

TEST(desk_notes, when_the_list_is_full_the_person_who_writes_is_told_and_loses_nothing) {
  Desk desk;
  desk.steers(Control::kStart);
  desk.steers(Control::kNotes);
  desk.wants(intent::PressKey{{KeyKind::kCharacter, "A", "A"}});
  desk.state = not_said(desk.state);
  const auto page = std::get<WritingView>(desk.page());
  EXPECT_EQ(page.problem, "The list is full. Remove what nobody needs any more, then try again.");
  EXPECT_EQ(page.entry.text, "A");
}

TEST(desk_notes, of_a_closed_session_leaves_the_room_only_what_may) {
  Desk desk(at(14, 0));
  desk.steers(Control::kStart);
  desk.steers(Control::kNotes);
  EXPECT_NE(page_of_notes(desk).may_leave, "");
  notes(desk, "secret");
  desk.wants(intent::ToggleLeave{});
  notes(desk, "for all");
  const RoomState& state = desk.device_state.rooms["magna"];
  EXPECT_TRUE(state.open.notes.empty());
  ASSERT_EQ(state.closed.notes.size(), 1U);
  EXPECT_EQ(shareable(state.closed.notes.begin()->second.value).notes.size(), 1U);
}

TEST(desk_notes, a_note_taker_sees_the_notes_and_steers_nothing) {
  Desk desk = seven_minutes_late();
  desk.settings.pins = {{DeskRole::kModerator, {"hash", 4}}};
  desk.wants(intent::ChooseRole{DeskRole::kNoteTaker});
  ASSERT_TRUE(std::holds_alternative<WritingView>(desk.page()));
  EXPECT_FALSE(page_of_notes(desk).close);
  const Timer before = desk.timer();
  desk.steers(Control::kNext);
  desk.wants(intent::GoToPart{"coffee"});
  desk.wants(intent::LoadSession{"lunch@visit"});
  EXPECT_EQ(desk.timer(), before);
  notes(desk, "heard");
  EXPECT_THAT(texts(page_of_notes(desk)), ElementsAre("heard"));
}

TEST(desk_notes, who_comes_after_a_lock_finds_nothing_of_what_was_typed) {
  Desk desk = seven_minutes_late();
  desk.settings.pins = {{DeskRole::kModerator, {"hash", 4}}};
  desk.wants(intent::ChooseRole{DeskRole::kNoteTaker});
  desk.wants(intent::PressKey{{KeyKind::kCharacter, "x", "x"}});
  desk.steers(Control::kLock);
  desk.wants(intent::ChooseRole{DeskRole::kNoteTaker});
  EXPECT_EQ(page_of_notes(desk).entry.text, "");
}

}  // namespace
