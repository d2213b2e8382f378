// SPDX-License-Identifier: Apache-2.0
// What the values of a room mean: plan, balance, floor, notes, and what is shown for a while.
#include <gtest/gtest.h>

#include "firmware/domain/room/room_state.h"
#include "tests/domain/a_room.h"

namespace tertulia {
namespace {

Session session_of_three(Access access = Access::kOpen) {
  Session session;
  session.id = "session";
  session.slug = "s-1";
  session.room = "magna";
  session.access = access;
  session.rundown = three_segments();
  session.end = planned_end(session.rundown);
  return session;
}

Now on_boot_clock(Milliseconds boot) { return {WallTime{}, boot, "boot-1", ClockQuality::kSynced}; }

TEST(plan, lengths_dropped_parts_and_marks_are_laid_over_the_agenda) {
  const Session session = session_of_three();
  const PublicSession shown = for_public(session);
  Plan plan;
  change_of(plan, shown.slug(), shown.segment(0)).length = Minutes(15);
  change_of(plan, shown.slug(), shown.segment(1)).dropped = true;
  change_of(plan, shown.slug(), shown.segment(2)).red_before = Minutes(1);
  const Session today = planned(session, plan);
  ASSERT_EQ(today.rundown.segments.size(), 2U);
  EXPECT_EQ(today.rundown.segments[0].length, Minutes(15));
  EXPECT_EQ(today.rundown.segments[1].id, "c");
  EXPECT_EQ(today.rundown.segments[1].red(), Minutes(1));
  EXPECT_EQ(planned_starts(today.rundown)[1], session.start() + Minutes(15));
}

TEST(plan, the_parts_of_a_closed_session_are_named_by_their_number_only) {
  const Session session = session_of_three(Access::kClosed);
  const PublicSession shown = for_public(session);
  EXPECT_EQ(shown.segment(1).text(), "segment-2");
  Plan plan;
  change_of(plan, shown.slug(), shown.segment(1)).length = Minutes(5);
  EXPECT_EQ(planned(session, plan).rundown.segments[1].length, Minutes(5));
}

TEST(plan, a_session_that_starts_later_moves_as_a_whole) {
  Session session = session_of_three();
  session.rundown.segments[2].planned_start = session.start() + Minutes(40);
  Plan plan;
  change_of(plan, for_public(session).slug(), {}).start = session.start() + Minutes(7);
  const Session today = planned(session, plan);
  EXPECT_EQ(today.start(), session.start() + Minutes(7));
  EXPECT_EQ(today.end, session.end + Minutes(7));
  EXPECT_EQ(today.rundown.segments[2].planned_start, session.start() + Minutes(47));
}

TEST(plan, never_drops_the_last_part_of_a_session) {
  const Session session = session_of_three();
  const PublicSession shown = for_public(session);
  Plan plan;
  for (std::size_t at = 0; at < 3; ++at) change_of(plan, shown.slug(), shown.segment(at)).dropped = true;
  EXPECT_EQ(planned(session, plan).rundown.segments.size(), 1U);
}

TEST(plan, changes_the_sessions_of_its_own_room_and_leaves_out_dropped_ones) {
  Agenda agenda{{session_of_three(), session_of_three()}};
  agenda.sessions[1].slug = "s-2";
  Plan plan;
  change_of(plan, for_public(agenda.sessions[1]).slug(), {}).dropped = true;
  EXPECT_EQ(planned(agenda, plan, "magna").sessions.size(), 1U);
  EXPECT_EQ(planned(agenda, plan, "other"), agenda);
}

TEST(balance, counts_the_group_that_has_the_floor_and_no_other) {
  Balance balance = give_floor({}, "hosts", on_boot_clock(Milliseconds(0)));
  balance = give_floor(balance, "visitors", on_boot_clock(Minutes(3)));
  balance = give_floor(balance, "visitors", on_boot_clock(Minutes(4)));
  EXPECT_TRUE(balance.floor.empty());
  EXPECT_EQ(spoken_at(balance, on_boot_clock(Minutes(9))).at("hosts"), Minutes(3));
  EXPECT_EQ(spoken_at(balance, on_boot_clock(Minutes(9))).at("visitors"), Minutes(1));
}

TEST(balance, its_percentages_add_up_to_a_hundred) {
  const Balance thirds{{{"a", Minutes(1)}, {"b", Minutes(1)}, {"c", Minutes(1)}}, "", {}, false, false};
  const auto shares = shares_at(thirds, on_boot_clock(Milliseconds(0)));
  EXPECT_EQ(shares.at("a") + shares.at("b") + shares.at("c"), 100);
  EXPECT_TRUE(shares_at(Balance{}, on_boot_clock(Milliseconds(0))).empty());
}

TEST(balance, goes_on_where_it_was_on_another_device) {
  const Balance sent = give_floor({}, "hosts", on_boot_clock(Minutes(5)));
  const Now there{WallTime{}, Minutes(90), "boot-2", ClockQuality::kSynced};
  const Balance own = reanchored(sent, {Minutes(6), Minutes(1)}, there);
  EXPECT_EQ(spoken_at(own, there).at("hosts"), Minutes(2));
}

TEST(shown, an_announcement_goes_when_its_time_is_over) {
  ShownNow shown;
  shown.announcement = {
      "The bus leaves", WallTime{}, Minutes(5), {anchor_at(on_boot_clock(Minutes(1))), Minutes(5)}};
  EXPECT_TRUE(is_announced(shown, on_boot_clock(Minutes(5))));
  EXPECT_FALSE(is_announced(shown, on_boot_clock(Minutes(6))));
  EXPECT_FALSE(is_announced(ShownNow{}, on_boot_clock(Minutes(5))));
}

TEST(floor_, supports_of_all_devices_add_up_and_none_is_counted_twice) {
  RoomState room;
  FloorShare first;
  first.questions["q1"].text = "Who pays?";
  first.questions["q2"].text = "How long?";
  first = with_support(first, "q1", "epoch");
  merge(room, say(room, first, "kiosk-1", nullptr));
  FloorShare second;
  for (int hand = 0; hand < 3; ++hand) {
    second = with_support(second, "q2", "epoch");
    const RoomWord word = say(room, second, "kiosk-2", nullptr);
    merge(room, word);
    merge(room, word);
  }
  const auto list = room.floor();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].id, "q2");
  EXPECT_EQ(list[0].supports, 3U);
}

TEST(floor_, the_moderators_order_comes_first_and_removed_questions_are_gone) {
  FloorShare share;
  for (const char* id : {"q1", "q2", "q3"}) share.questions[id].text = id;
  share = with_support(share, "q1", "epoch");
  share.questions["q2"].removed = true;
  const Verdicts verdicts{{{"q1", FloorVerdict::kPicked}}, {"q3"}};
  const auto list = floor_list({{"kiosk-1", {{}, "", share}}}, verdicts);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].id, "q3");
  EXPECT_EQ(list[1].verdict, FloorVerdict::kPicked);
}

TEST(floor_, the_oldest_answered_question_leaves_first_and_an_open_one_never) {
  FloorShare share;
  for (const char* id : {"q1", "q2", "q3"}) share.questions[id].asked = WallTime{Minutes(id[1] - '0')};
  EXPECT_EQ(first_to_leave(share, {}, ""), "");
  EXPECT_EQ(
      first_to_leave(share, {{{"q3", FloorVerdict::kAnswered}, {"q2", FloorVerdict::kAnswered}}, {}}, ""),
      "q2");
}

TEST(floor_, a_question_of_another_session_leaves_after_those_that_were_answered) {
  FloorShare share;
  for (const char* id : {"q1", "q2", "q3"}) {
    share.questions[id].asked = WallTime{Minutes(id[1] - '0')};
    share.questions[id].session = PublicId::received(id[1] == '3' ? "s-2" : "s-1");
  }
  EXPECT_EQ(first_to_leave(share, {{{"q3", FloorVerdict::kHidden}}, {}}, "s-2"), "q3");
  EXPECT_EQ(first_to_leave(share, {}, "s-2"), "q1");
  EXPECT_EQ(first_to_leave(share, {}, "s-1"), "q3");
}

TEST(floor_, a_device_takes_no_more_while_too_many_questions_of_a_session_wait) {
  FloorShare share;
  Verdicts verdicts;
  for (std::size_t each = 0; each < kMostWaiting; ++each) {
    FloorQuestion& question = share.questions["q" + std::to_string(each)];
    question.text = "Why?";
    question.session = PublicId::received("s-1");
  }
  EXPECT_TRUE(is_full(share, verdicts, "s-1"));
  EXPECT_FALSE(is_full(share, verdicts, "s-2")) << "those of the session before stop nobody";
  verdicts.of["q1"] = FloorVerdict::kHidden;
  EXPECT_FALSE(is_full(share, verdicts, "s-1"));
  share.questions["q2"].text = std::string(kMostWaitingBytes, 'y');
  EXPECT_TRUE(is_full(share, verdicts, "s-1"));
}

TEST(notes, the_newest_correction_of_a_note_stands_whoever_wrote_it) {
  RoomState room;
  RoomNote note;
  note.text = "Start a registr";
  merge(room, say_note(room, "n1", note, "note-taker", nullptr));
  note.text = "Start a register";
  merge(room, say_note(room, "n1", note, "desk", nullptr));
  ASSERT_EQ(room.notes().size(), 1U);
  EXPECT_EQ(room.notes()[0].note.text, "Start a register");
  note.removed = true;
  merge(room, say_note(room, "n1", note, "note-taker", nullptr));
  EXPECT_TRUE(room.notes().empty());
}

TEST(notes, stand_in_their_order_and_by_session) {
  RoomState room;
  for (const int place : {3, 1, 2}) {
    RoomNote note;
    note.text = std::to_string(place);
    note.place = place;
    note.session = PublicId::received(place == 2 ? "s-2" : "s-1");
    merge(room, say_note(room, "n" + note.text, note, "desk", nullptr));
  }
  const auto list = room.notes("s-1");
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].note.text, "1");
  EXPECT_EQ(list[1].note.text, "3");
}

TEST(room_values, every_name_is_read_back) {
  for (int value = 0; value < 7; ++value)
    EXPECT_EQ(shown_kind_from(to_text(static_cast<ShownKind>(value))).value(), static_cast<ShownKind>(value));
  for (int value = 0; value < 4; ++value)
    EXPECT_EQ(verdict_from(to_text(static_cast<FloorVerdict>(value))).value(),
              static_cast<FloorVerdict>(value));
  for (int value = 0; value < 5; ++value)
    EXPECT_EQ(note_kind_from(to_text(static_cast<NoteKind>(value))).value(), static_cast<NoteKind>(value));
}

}  // namespace
}  // namespace tertulia
