// SPDX-License-Identifier: Apache-2.0
// What the desk puts on the displays: announcements, messages, clocks, and how each touch is taken back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/app/desk/room_words.h"
#include "firmware/domain/room/side_clocks.h"
#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

Desk moderated() {
  Desk desk;
  desk.steers(Control::kStart);
  desk.waits(1min);
  return desk;
}

void writes(Desk& desk, std::string_view text) {
  for (const char each : text) desk.wants(intent::PressKey{{KeyKind::kCharacter, {each}, {each}}});
  desk.wants(intent::PressKey{{KeyKind::kNext, "", ""}});
}
void chooses(Desk& desk, std::string group, std::string option) {
  desk.wants(intent::ChooseOption{std::move(group), std::move(option)});
}
void turns_to(Desk& desk, Control page, std::string group, std::string option) {
  desk.steers(page);
  chooses(desk, std::move(group), std::move(option));
}
std::string all(const Desk& desk) { return all_rooms(desk.device_state.pack.visit.id); }
OptionsView options(const Desk& desk) { return std::get<OptionsView>(desk.page()); }
WritingView writing(const Desk& desk) { return std::get<WritingView>(desk.page()); }

// The display of another room, which hears only what is said to all.
View display_elsewhere(const Desk& desk) {
  DeviceState other = sample_device();
  other.rooms[all(desk)] = desk.device_state.rooms.at(all(desk));
  return room_screen(other, role_in(Role::kRoom, "verde"), desk.now);
}

TEST(desk_display, an_announcement_is_typed_shown_and_gone_when_its_time_is_over) {
  Desk desk = moderated();
  turns_to(desk, Control::kScreen, "words", "write");
  desk.wants(intent::ChooseKind{"1"});
  writes(desk, "The bus leaves at 13:40.");
  EXPECT_TRUE(std::holds_alternative<ModeratorView>(desk.page()));
  EXPECT_EQ(desk.shows<AnnouncementView>().text, "The bus leaves at 13:40.");
  EXPECT_EQ(desk.shows<AnnouncementView>().audience, "To this room");
  EXPECT_TRUE(std::holds_alternative<AnnouncementView>(*desk.desk().display)) << "the small copy, too";
  EXPECT_FALSE(desk.device_state.rooms.contains(all(desk)));
  desk.waits(1min);
  (void)desk.shows<RoomView>();
}

TEST(desk_display, a_sentence_that_is_ready_needs_two_touches) {
  Desk desk = moderated();
  desk.steers(Control::kWords);
  desk.wants(intent::ChooseNote{writing(desk).lines.at(0).id});
  desk.wants(intent::PressKey{{KeyKind::kNext, "", ""}});
  EXPECT_EQ(desk.shows<AnnouncementView>().text, "We begin in five minutes.");
}

TEST(desk_display, nothing_is_shown_of_an_empty_text) {
  Desk desk = moderated();
  desk.steers(Control::kWords);
  writes(desk, "  ");
  EXPECT_TRUE(std::holds_alternative<WritingView>(desk.page()));
  (void)desk.shows<RoomView>();
}

TEST(desk_display, what_is_said_to_all_rooms_is_shown_in_each_of_them) {
  Desk desk = moderated();
  desk.steers(Control::kWords);
  desk.wants(intent::ChooseKind{"all"});
  writes(desk, "Fire drill at noon.");
  EXPECT_EQ(desk.shows<AnnouncementView>().audience, "To everybody");
  const View elsewhere = display_elsewhere(desk);
  ASSERT_TRUE(std::holds_alternative<AnnouncementView>(elsewhere));
  EXPECT_EQ(std::get<AnnouncementView>(elsewhere).text, "Fire drill at noon.");
  desk.steers(Control::kUndo);
  (void)desk.shows<RoomView>();
  EXPECT_FALSE(std::holds_alternative<AnnouncementView>(display_elsewhere(desk)));
}

TEST(desk_display, of_two_announcements_the_newer_is_shown_and_then_the_other) {
  Desk desk = moderated();
  desk.steers(Control::kWords);
  writes(desk, "To us.");
  desk.waits(10s);
  desk.steers(Control::kWords);
  desk.wants(intent::ChooseKind{"all"});
  desk.wants(intent::ChooseKind{"1"});
  writes(desk, "To all.");
  EXPECT_EQ(desk.shows<AnnouncementView>().text, "To all.");
  desk.waits(1min);
  EXPECT_EQ(desk.shows<AnnouncementView>().text, "To us.");
}

TEST(desk_display, both_are_taken_off_with_one_touch) {
  Desk desk = moderated();
  desk.steers(Control::kWords);
  writes(desk, "To us.");
  desk.waits(10s);
  desk.steers(Control::kWords);
  desk.wants(intent::ChooseKind{"all"});
  writes(desk, "To all.");
  turns_to(desk, Control::kScreen, "words", "take-off");
  (void)desk.shows<RoomView>();
  desk.steers(Control::kUndo);
  EXPECT_EQ(desk.shows<AnnouncementView>().text, "To all.");
}

TEST(desk_display, a_message_stays_until_the_plan_is_shown_again) {
  Desk desk = moderated();
  desk.steers(Control::kWords);
  desk.wants(intent::ChooseKind{"message"});
  EXPECT_TRUE(writing(desk).more_kinds.empty()) << "it has no time";
  writes(desk, "We wait for the minister.");
  desk.waits(20min);
  EXPECT_EQ(desk.shows<MessageView>().text, "We wait for the minister.");
  turns_to(desk, Control::kScreen, "shown", "plan");
  (void)desk.shows<RoomView>();
  desk.steers(Control::kUndo);
  EXPECT_EQ(desk.shows<MessageView>().text, "We wait for the minister.");
}

TEST(desk_display, a_dark_display_is_taken_back_for_ten_seconds) {
  Desk desk = moderated();
  turns_to(desk, Control::kScreen, "shown", "blackout");
  EXPECT_EQ(desk.shows<MessageView>().text, "");
  ASSERT_EQ(options(desk).controls.front().control, Control::kUndo);
  desk.waits(9s);
  desk.steers(Control::kUndo);
  (void)desk.shows<RoomView>();
  chooses(desk, "shown", "blackout");
  desk.waits(10s);
  EXPECT_EQ(options(desk).controls.front().control, Control::kClose);
}

TEST(desk_display, learning_points_are_shown_once_there_are_any) {
  Desk desk = moderated();
  turns_to(desk, Control::kScreen, "shown", "learning-points");
  EXPECT_EQ(options(desk).headline, "Nothing has been noted yet.");
  desk.steers(Control::kNotes);
  writes(desk, "Legal status first.");
  turns_to(desk, Control::kScreen, "shown", "learning-points");
  EXPECT_EQ(desk.shows<LearningView>().points, std::vector<std::string>{"Legal status first."});
}

TEST(desk_display, they_can_be_read_after_the_session_has_ended) {
  Desk desk = moderated();
  desk.steers(Control::kNotes);
  writes(desk, "Legal status first.");
  desk.steers(Control::kClose);
  desk.steers(Control::kEnd);
  turns_to(desk, Control::kScreen, "shown", "learning-points");
  EXPECT_EQ(desk.shows<LearningView>().points, std::vector<std::string>{"Legal status first."});
}

TEST(desk_display, what_is_dark_before_a_session_can_be_lit_in_it) {
  Desk desk(at(13, 50));
  turns_to(desk, Control::kScreen, "shown", "blackout");
  desk.waits(20min);
  ASSERT_TRUE(desk.room_state().session);
  EXPECT_TRUE(options(desk).groups.at(0).options.back().chosen) << "the page says what the display shows";
  chooses(desk, "shown", "plan");
  (void)desk.shows<RoomView>();
}

TEST(desk_display, a_message_of_a_closed_session_does_not_leave_it) {
  Desk desk(at(14, 5));
  desk.steers(Control::kStart);
  desk.steers(Control::kWords);
  desk.wants(intent::ChooseKind{"message"});
  writes(desk, "The merger fails.");
  EXPECT_TRUE(desk.device_state.rooms["magna"].open.shown.is_empty());
  desk.steers(Control::kEnd);
  desk.steers(Control::kWords);
  writes(desk, "Coffee is ready.");
  EXPECT_EQ(desk.device_state.rooms["magna"].open.shown.value.text, "Coffee is ready.") << "after its end";
}

TEST(desk_display, the_next_session_is_typed_with_its_day_and_place) {
  Desk desk = moderated();
  turns_to(desk, Control::kScreen, "shown", "next-session");
  desk.wants(intent::ChooseKind{"2"});
  writes(desk, "14:00 Room 2");
  EXPECT_EQ(plain(desk.shows<MessageView>().text), "Thursday 13 May, 14:00");
  EXPECT_EQ(desk.shows<MessageView>().detail, "Room 2");
  desk.steers(Control::kUndo);
  (void)desk.shows<RoomView>();
  EXPECT_FALSE(desk.device_state.rooms["magna"].next().value.start) << "both words are taken back";
}

TEST(desk_display, without_a_time_it_says_what_is_missing) {
  Desk desk = moderated();
  desk.steers(Control::kMeeting);
  writes(desk, "Room 2");
  EXPECT_EQ(writing(desk).problem, "Write a time and a place, like 14:00 Room 2");
  EXPECT_EQ(writing(desk).entry.text, "Room 2") << "nothing is lost";
}

TEST(desk_display, the_next_session_of_the_plan_needs_one_touch) {
  Desk desk = moderated();
  desk.steers(Control::kMeeting);
  desk.wants(intent::ChooseNote{"retreat@visit"});
  EXPECT_EQ(plain(desk.shows<MessageView>().text), "Tuesday 11 May, 14:00");
}

TEST(desk_clocks, an_intervention_counts_beside_the_part_on_the_display_and_at_the_desk) {
  Desk desk = moderated();
  turns_to(desk, Control::kClocks, "clock-0", "120");
  desk.waits(70s);
  EXPECT_EQ(desk.desk().adjust.back().label, "00:50");
  ASSERT_EQ(desk.room().clocks.size(), 1U);
  EXPECT_EQ(desk.room().clocks[0].label, "Intervention");
  EXPECT_EQ(desk.room().clocks[0].countdown, "00:50");
  EXPECT_FALSE(desk.room().countdown.empty());
  desk.waits(60s);
  EXPECT_EQ(desk.room().clocks[0].tone, Tone::kRed);
  turns_to(desk, Control::kClocks, "clock-0", "stop");
  EXPECT_TRUE(desk.room().clocks.empty());
  desk.waits(5s);
  desk.steers(Control::kUndo);
  EXPECT_EQ(desk.room().clocks.at(0).countdown, "-00:15") << "as if nobody had stopped it";
}

TEST(desk_clocks, a_display_wakes_for_each_of_its_seconds) {
  Desk desk = moderated();
  desk.waits(300ms);
  turns_to(desk, Control::kClocks, "clock-0", "120");
  desk.waits(100ms);
  EXPECT_LE(next_screen_change(desk.device_state, desk.settings, desk.now) - desk.now.boot, 900ms);
}

TEST(desk_clocks, three_groups_have_a_clock_each_that_can_be_paused) {
  Desk desk = moderated();
  desk.steers(Control::kClocks);
  for (const char* each : {"clock-1", "clock-2", "clock-3"}) chooses(desk, each, "600");
  chooses(desk, "clock-2", "pause");
  desk.waits(1min);
  ASSERT_EQ(desk.room().clocks.size(), 3U);
  EXPECT_EQ(plain(desk.room().clocks[1].label), "Group 2");
  EXPECT_EQ(desk.room().clocks[1].countdown, "10:00");
  EXPECT_EQ(desk.room().clocks[2].countdown, "09:00");
  chooses(desk, "clock-2", "resume");
  desk.waits(1min);
  EXPECT_EQ(desk.room().clocks[1].countdown, "09:00");
}

TEST(desk_clocks, another_length_than_those_that_are_offered_starts_none) {
  Desk desk = moderated();
  turns_to(desk, Control::kClocks, "clock-0", "999999999");
  EXPECT_TRUE(desk.room().clocks.empty());
}

TEST(desk_clocks, they_go_with_their_session) {
  Desk desk = moderated();
  turns_to(desk, Control::kClocks, "clock-1", "600");
  desk.wants(intent::LoadSession{"retreat@visit"});
  desk.steers(Control::kStart);
  EXPECT_TRUE(desk.room().clocks.empty());
}

TEST(desk_rules, displays_count_to_the_planned_end_whatever_the_part_does) {
  Desk desk = moderated();
  desk.steers(Control::kCountToEnd);
  EXPECT_EQ(desk.room().countdown, "1:09:00");
  desk.steers(Control::kPause);
  desk.waits(1min);
  EXPECT_EQ(desk.room().countdown, "1:08:00");
  desk.steers(Control::kRules);
  chooses(desk, "counts", "count-to-part");
  EXPECT_EQ(desk.room().countdown, desk.desk().countdown);
}

TEST(desk_rules, the_marks_of_the_part_move_by_half_a_minute) {
  Desk desk = moderated();
  const Segment before = *desk.room_state().segment();
  desk.steers(Control::kRules);
  chooses(desk, "amber", "more");
  EXPECT_EQ(desk.room_state().segment()->amber(), before.amber() + 30s);
  EXPECT_EQ(desk.room_state().segment()->red(), before.red());
  desk.steers(Control::kUndo);
  EXPECT_EQ(desk.room_state().segment()->amber(), before.amber());
}

TEST(desk_rules, last_moments_never_begin_before_the_warning) {
  Desk desk = moderated();
  desk.steers(Control::kRules);
  for (int i = 0; i < 100; ++i) chooses(desk, "red", "more");
  const Segment part = *desk.room_state().segment();
  EXPECT_EQ(part.red(), part.length);
  EXPECT_EQ(part.amber(), part.length);
  for (int i = 0; i < 100; ++i) chooses(desk, "amber", "less");
  EXPECT_EQ(desk.room_state().segment()->red(), 0s);
}

TEST(desk_rules, the_clock_waits_or_starts_what_is_due) {
  Desk desk = moderated();
  desk.steers(Control::kRules);
  ASSERT_TRUE(options(desk).groups.at(0).options.at(0).chosen) << "who presses leads";
  chooses(desk, "starts", "roll");
  EXPECT_FALSE(desk.timer().hold);
  chooses(desk, "starts", "hold");
  EXPECT_TRUE(desk.timer().hold);
}

}  // namespace
