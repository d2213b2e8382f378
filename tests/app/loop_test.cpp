// SPDX-License-Identifier: Apache-2.0
// The main loop: what is painted when, which effects go where, and when it wakes.
#include "firmware/app/loop/loop.h"

#include "tests/app/desk.h"
#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

TEST_F(LoopTest, a_view_that_did_not_change_is_not_painted) {
  serve({kiosk()});
  ASSERT_TRUE(loop->paint().ok());
  ASSERT_EQ(painter.paints(), 1);
  window->wake();
  turn();
  window->wake();
  turn();
  EXPECT_EQ(painter.paints(), 1);
}

TEST_F(LoopTest, an_idle_kiosk_sleeps_until_the_minute_of_its_clock) {
  serve({kiosk()});
  turn();
  turn();
  EXPECT_EQ(slept, (std::vector<BootTime>{50s, 60s}));
  EXPECT_EQ(painter.last<AttractView>().clock, "10:46");
}

TEST_F(LoopTest, a_door_sleeps_for_a_minute_even_while_the_timer_runs) {
  serve({role_in(Role::kDoor, "magna")});
  turn();
  EXPECT_EQ(slept, std::vector<BootTime>{50s});
}

TEST_F(LoopTest, a_countdown_is_painted_once_a_second) {
  serve({moderator(), room()});
  tap(intent::Steer{Control::kStart});
  const int before = painter.paints(1);
  for (int i = 0; i < 5; ++i) turn();
  EXPECT_EQ(painter.paints(1), before + 4);
  ASSERT_TRUE(loop->paint().ok());
  EXPECT_EQ(painter.last<RoomView>(1).countdown, "04:45");
}

TEST_F(LoopTest, its_health_is_told_at_the_start_and_every_quarter_of_an_hour) {
  serve({kiosk()});
  const auto reports = [this] {
    std::vector<event::HealthReported> found;
    for (const auto& letter : only<to_keeper::Record>(keeper.drain()))
      if (const auto* health = std::get_if<event::HealthReported>(&letter.event)) found.push_back(*health);
    return found;
  };
  turn();
  EXPECT_EQ(reports(), (std::vector{event::HealthReported{0, 8'000'000'000, 48.5}}));
  const BootTime start = clock.now().boot;
  while (clock.now().boot < start + 14min) turn();
  EXPECT_TRUE(reports().empty());
  while (clock.now().boot < start + 15min) turn();
  EXPECT_EQ(reports().size(), 1U);
}

TEST_F(LoopTest, an_intent_leads_to_effects_in_the_keepers_box) {
  serve({kiosk()});
  tap(intent::Choose{"useful", "4"});
  const auto closed = only<to_keeper::CloseSubmission>(keeper.drain());
  ASSERT_EQ(closed.size(), 1U);
  EXPECT_EQ(closed[0].submission.answers.at("useful"), AnswerValue{"4"});
  EXPECT_TRUE(painter.last<QuestionView>().busy);
}

TEST_F(LoopTest, thanks_come_after_the_commit_and_the_glass_forgets_after_them) {
  serve({kiosk()});
  tap(intent::Choose{"useful", "4"});
  const auto id = only<to_keeper::CloseSubmission>(keeper.drain()).front().submission.id;
  storage_says(to_main::SubmissionClosed{id, true, {}});
  EXPECT_EQ(painter.last<ThanksView>().headline, "Thank you");
  EXPECT_EQ(painter.resets, 0);
  tap(intent::Done{});
  EXPECT_EQ(painter.last<AttractView>().headline, "How useful was it?");
  EXPECT_EQ(painter.resets, 1);
}

TEST_F(LoopTest, a_question_is_read_aloud_until_the_next_touch) {
  RoleSettings speaking = kiosk();
  speaking.spoken_prompts = true;
  serve({speaking});
  tap(intent::Begin{});
  EXPECT_TRUE(voice.said.empty());
  tap(intent::ReadAloud{});
  ASSERT_EQ(voice.said.size(), 1U);
  EXPECT_EQ(voice.said[0].language, "en");
  EXPECT_EQ(voice.said[0].text.find("How useful was it?"), 0U);
  EXPECT_TRUE(voice.is_speaking);
  window->tap({0, 0});
  turn();
  EXPECT_FALSE(voice.is_speaking);
}

TEST_F(LoopTest, what_left_the_screen_is_not_read_out_to_its_end) {
  RoleSettings speaking = kiosk();
  speaking.spoken_prompts = true;
  serve({speaking});
  tap(intent::Begin{});
  tap(intent::ReadAloud{});
  ASSERT_TRUE(voice.is_speaking);
  clock.advance(speaking.idle);
  window->wake();
  turn();
  EXPECT_FALSE(voice.is_speaking);
}

TEST_F(LoopTest, a_kiosk_that_is_not_to_speak_does_not) {
  serve({kiosk()});
  tap(intent::Begin{});
  EXPECT_FALSE(painter.last<QuestionView>().can_read_aloud);
  tap(intent::ReadAloud{});
  EXPECT_TRUE(voice.said.empty());
}

TEST_F(LoopTest, a_full_box_means_not_saved) {
  serve({kiosk()});
  while (keeper.put(to_keeper::SaveDraft{})) {
  }
  tap(intent::Choose{"useful", "4"});
  EXPECT_EQ(painter.last<QuestionView>().problem, "Not saved. Please tell the moderator, or try again.");
  EXPECT_FALSE(painter.last<QuestionView>().busy);
  EXPECT_NE(loop->device_state().store_problem, "");
}

intent::PressKey typed(const std::string& letter) { return {{KeyKind::kCharacter, letter, letter}}; }

TEST_F(LoopTest, a_question_to_the_room_is_promised_when_it_is_on_the_list) {
  serve({kiosk(), moderator()});
  for (const Intent& each :
       std::initializer_list<Intent>{intent::ShowMenu{}, intent::ChooseItem{MenuItemKind::kQuestion},
                                     intent::AskQuestion{}, typed("W")})
    tap(each);
  static_cast<void>(keeper.drain());
  tap(intent::Next{});
  EXPECT_EQ(painter.last<ThanksView>().detail, "Your question is on the moderator’s list.");
  EXPECT_EQ(loop->device_state().rooms.at("magna").floor().size(), 1U);
  EXPECT_EQ(only<to_keeper::SaveRoomWord>(keeper.drain()).size(), 1U);
}

TEST_F(LoopTest, a_question_that_the_storage_does_not_take_is_neither_promised_nor_on_the_list) {
  device_state.link = Link::kOnline;
  serve({kiosk()});
  for (const Intent& each :
       std::initializer_list<Intent>{intent::ShowMenu{}, intent::ChooseItem{MenuItemKind::kQuestion},
                                     intent::AskQuestion{}, typed("W")})
    tap(each);
  while (keeper.put(to_keeper::SaveDraft{})) {
  }
  tap(intent::Next{});
  EXPECT_EQ(painter.last<QuestionView>().problem,
            "Your question was not saved. Please tell the moderator, or try again.");
  EXPECT_TRUE(loop->device_state().rooms.at("magna").floor().empty());
}

FloorShare waiting_questions(const DeviceState& device_state, std::size_t count) {
  FloorShare share;
  for (std::size_t each = 0; each < count; ++each) {
    FloorQuestion& question = share.questions["q" + std::to_string(each)];
    question.text = "Why?";
    question.session = for_public(*device_state.pack.agenda.find("status@visit")).slug();
  }
  return share;
}

TEST_F(LoopTest, a_question_for_which_there_is_no_room_is_neither_promised_nor_stored) {
  device_state.link = Link::kOnline;
  RoomState& state = device_state.rooms["magna"];
  merge(state, say(state, waiting_questions(device_state, kMostWaiting - 1), device_state.device, nullptr));
  // Its own list comes back from others with one more, while somebody types.
  RoomState others = state;
  const RoomWord more =
      say(others, waiting_questions(device_state, kMostWaiting), device_state.device, nullptr);
  serve({kiosk()});
  for (const Intent& each :
       std::initializer_list<Intent>{intent::ShowMenu{}, intent::ChooseItem{MenuItemKind::kQuestion},
                                     intent::AskQuestion{}, typed("W")})
    tap(each);
  storage_says(
      to_main::HeardInRoom{"magna", {more, {"boot-1", clock.now().boot, {}, {}}, clock.now().boot, {}, {}}});
  static_cast<void>(keeper.drain());
  tap(intent::Next{});
  EXPECT_EQ(painter.last<QuestionView>().problem, "Many questions are waiting. Please ask yours later.");
  EXPECT_EQ(loop->device_state().rooms.at("magna").floor().size(), kMostWaiting);
  EXPECT_TRUE(only<to_keeper::SaveRoomWord>(keeper.drain()).empty());
}

TEST_F(LoopTest, who_comes_back_again_and_again_to_raise_a_hand_gains_nothing) {
  device_state.link = Link::kOnline;
  RoomState& state = device_state.rooms["magna"];
  merge(state, say(state, waiting_questions(device_state, 1), "kiosk-2", nullptr));
  serve({kiosk()});
  for (int each = 0; each < 10; ++each) {
    for (const Intent& wish :
         std::initializer_list<Intent>{intent::ShowMenu{}, intent::ChooseItem{MenuItemKind::kQuestion},
                                       intent::Support{"q0"}, intent::Back{}, intent::Done{}})
      tap(wish);
    static_cast<void>(keeper.drain());
    static_cast<void>(courier.drain());
  }
  EXPECT_EQ(loop->device_state().rooms.at("magna").floor()[0].supports, 3U);
}

TEST_F(LoopTest, a_broker_that_takes_only_small_messages_is_named_on_the_status_screen) {
  serve({kiosk()});
  storage_says(to_main::RoomWordTooLarge{20000});
  EXPECT_EQ(loop->device_state().last_error->detail,
            "Other devices do not hear all of this room: the broker accepts at most 20000 bytes at once. Set "
            "max_packet_size to 65536 in its settings.");
}

TEST_F(LoopTest, a_storage_that_writes_again_is_no_problem_any_more) {
  serve({kiosk()});
  storage_says(to_main::StoreFailed{"The disk is full."});
  EXPECT_EQ(loop->device_state().store_problem, "The disk is full.");
  storage_says(to_main::CountsChanged{});
  EXPECT_EQ(loop->device_state().store_problem, "");
}

TEST_F(LoopTest, two_respondents_have_different_ids) {
  serve({kiosk()});
  tap(intent::Choose{"useful", "4"});
  const auto first = only<to_keeper::CloseSubmission>(keeper.drain()).front().submission.id;
  storage_says(to_main::SubmissionClosed{first, true, {}});
  tap(intent::Done{});
  tap(intent::Choose{"useful", "4"});
  EXPECT_TRUE(only<to_keeper::CloseSubmission>(keeper.drain()).empty()) << "the first is not noted as gone";
  storage_says(to_main::Left{first, true});
  const auto second = only<to_keeper::CloseSubmission>(keeper.drain());
  ASSERT_EQ(second.size(), 1U);
  EXPECT_NE(second.front().submission.id, first);
}

TEST_F(LoopTest, one_device_may_serve_two_kiosks_and_each_thanks_its_own) {
  serve({kiosk(), kiosk()});
  tap(intent::Choose{"useful", "4"}, 1);
  const auto id = only<to_keeper::CloseSubmission>(keeper.drain()).front().submission.id;
  storage_says(to_main::SubmissionClosed{id, true, {}});
  EXPECT_TRUE(std::holds_alternative<AttractView>(View(painter.last<AttractView>(0))));
  EXPECT_EQ(painter.last<ThanksView>(1).headline, "Thank you");
}

TEST_F(LoopTest, holding_a_finger_on_the_glass_counts_as_being_there) {
  clock.set(at(9, 0));
  serve({kiosk()});
  tap(intent::Begin{});
  window->touch(TouchKind::kDown, {0, 0});
  turn();
  for (int i = 0; i < 5; ++i) turn();
  EXPECT_GE(clock.now().boot, at(9, 3).boot);
  EXPECT_EQ(painter.last<QuestionView>().page, "useful");
  window->touch(TouchKind::kUp, {0, 0});
  turn();
  turn();
  ASSERT_TRUE(loop->paint().ok());
  EXPECT_EQ(painter.last<StillThereView>().headline, "Still there?");
}

TEST_F(LoopTest, a_moderators_change_is_saved_and_on_the_room_display_at_once) {
  serve({moderator(), room()});
  tap(intent::Steer{Control::kStart});
  EXPECT_EQ(painter.last<RoomView>(1).countdown, "04:50");
  EXPECT_FALSE(only<to_keeper::SaveRoomWord>(keeper.drain()).empty());
}

TEST_F(LoopTest, without_a_network_nothing_is_given_to_the_courier) {
  serve({moderator()});
  tap(intent::Steer{Control::kStart});
  EXPECT_TRUE(courier.drain().empty());
}

TEST_F(LoopTest, with_a_network_the_timer_is_published) {
  device_state.link = Link::kConnecting;
  serve({moderator()});
  storage_says(to_main::RoomsLinked{true});
  clock.advance(500ms);
  tap(intent::Steer{Control::kStart});
  EXPECT_EQ(only<to_courier::SayInRoom>(courier.drain()).size(), 1U);
}

TEST_F(LoopTest, the_highest_revision_from_another_moderator_wins_and_is_saved) {
  serve({moderator(), room()});
  tap(intent::Steer{Control::kStart});
  static_cast<void>(keeper.drain());
  RoomWord other = words_of(loop->device_state().rooms.at("magna")).at(0);
  auto& timer = std::get<Register<PublicTimer>>(other.word);
  const auto hear = [&] {
    const Now now = clock.now();
    storage_says(to_main::HeardInRoom{"magna", {other, {"boot-2", now.boot}, now.boot, {}, {}}});
  };
  const auto author = [&] { return loop->device_state().rooms.at("magna").timer().rank.author; };
  timer.rank.author = "device-2";
  timer.rank.revision -= 1;
  hear();
  EXPECT_EQ(author(), "device-1");
  timer.rank.revision += 2;
  Timer longer = timer.value.timer();
  longer.remaining += 5min;
  timer.value = PublicTimer::received(longer);
  hear();
  EXPECT_EQ(author(), "device-2");
  EXPECT_EQ(only<to_keeper::SaveRoomWord>(keeper.drain()).size(), 1U);
  EXPECT_EQ(painter.last<RoomView>(1).countdown, "09:50");
}

TEST_F(LoopTest, the_painter_is_called_again_when_it_asks_for_it) {
  serve({kiosk()});
  painter.next_frame = clock.now().boot + 16ms;
  turn();
  EXPECT_EQ(slept, std::vector<BootTime>{16ms});
  turn();
  EXPECT_EQ(painter.paints(), 2);
  EXPECT_EQ(slept.back(), 50s - 16ms);
}

TEST_F(LoopTest, a_new_size_or_an_exposed_window_is_painted_again) {
  serve({kiosk()});
  ASSERT_TRUE(loop->paint().ok());
  window->expose();
  turn();
  ASSERT_TRUE(loop->paint().ok());
  EXPECT_EQ(painter.paints(), 2);
  EXPECT_EQ(painter.resizes, 1);
}

TEST_F(LoopTest, a_picture_with_damage_is_shown_and_watched) {
  serve({kiosk()});
  int seen = 0;
  loop->observe([&seen](int, const View&, const Painted&) { ++seen; });
  turn();
  EXPECT_EQ(window->shown().presents, 1);
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(loop->pictures(), 1U);
}

TEST_F(LoopTest, quit_ends_it) {
  serve({kiosk()});
  window->quit();
  EXPECT_FALSE(loop->turn().value());
}

TEST_F(LoopTest, a_screen_that_broke_is_an_error_in_words) {
  serve({kiosk()});
  window->break_screen();
  const auto more = loop->turn();
  ASSERT_FALSE(more.ok());
  EXPECT_EQ(more.error().message, "the screen does not answer; check its cable");
}

RoleSettings drowsy(RoleSettings settings) {
  settings.blank_after = std::chrono::minutes{2};
  return settings;
}

TEST_F(LoopTest, an_idle_kiosk_goes_dark_and_a_touch_wakes_it_and_presses_nothing) {
  serve({drowsy(kiosk())});
  while (window->shown().power == Power::kOn) turn();
  EXPECT_EQ(slept, (std::vector<BootTime>{50s, 60s, 10s, 50s}));  // dark after the third
  const int before = painter.paints();
  for (int i = 0; i < 3; ++i) turn();
  EXPECT_EQ(painter.paints(), before);
  tap(intent::Choose{"useful", "4"});
  EXPECT_EQ(window->shown().power, Power::kOn);
  EXPECT_EQ(painter.paints(), before + 1);
  EXPECT_TRUE(only<to_keeper::CloseSubmission>(keeper.drain()).empty());
}

TEST_F(LoopTest, a_dark_screen_that_is_exposed_is_told_again_and_painted_whole_when_it_wakes) {
  serve({drowsy(kiosk())});
  while (window->shown().power == Power::kOn) turn();
  ASSERT_TRUE(window->set_power(0, Power::kOn).ok());  // as a panel that was plugged in again
  window->expose();
  turn();
  ASSERT_TRUE(loop->paint().ok());
  EXPECT_EQ(window->shown().power, Power::kOff);
  const int resizes = painter.resizes;
  tap(intent::Choose{"useful", "4"});
  EXPECT_GT(painter.resizes, resizes);
}

TEST_F(LoopTest, a_sign_stays_lit_while_its_session_runs) {
  serve({drowsy(room())});
  for (int i = 0; i < 200; ++i) {
    turn();
    ASSERT_EQ(window->shown().power, Power::kOn);
  }
}

TEST_F(LoopTest, who_is_to_be_found_shows_its_name_on_every_screen_and_then_what_it_showed_before) {
  device_state.link = Link::kOnline;
  serve({kiosk(), room()});
  storage_says(to_main::CommandArrived{{hub_action::Identify{}, 1, {}, "c1"}});
  EXPECT_EQ(painter.last<DoorView>(0).headline, "device-1");
  EXPECT_EQ(painter.last<DoorView>(1).headline, "device-1");
  const auto answers = only<to_courier::Reply>(courier.drain());
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].command, "identify");
  EXPECT_EQ(answers[0].correlation, "c1");
  for (int i = 0; i < 30 && clock.now().boot < at(10, 45, 31).boot; ++i) turn();
  ASSERT_TRUE(loop->paint().ok());
  EXPECT_EQ(painter.last<AttractView>(0).clock, "10:45");
}

TEST_F(LoopTest, a_command_to_export_goes_to_the_exporter_who_answers_it) {
  device_state.link = Link::kOnline;
  serve({kiosk()});
  storage_says(to_main::CommandArrived{{hub_action::ExportNow{}, 1, {}, "c1"}});
  EXPECT_TRUE(only<to_courier::Reply>(courier.drain()).empty());
  storage_says(to_main::CommandArrived{{hub_action::ExportNow{}, 2, {}, "c2"}});
  const auto answers = only<to_courier::Reply>(courier.drain());
  ASSERT_EQ(answers.size(), 1U) << "the box of the exporter is full";
  EXPECT_EQ(answers[0].correlation, "c2");
  EXPECT_EQ(answers[0].reply.result, ReplyResult::kRefused);
  const auto commands = exporter.drain();
  ASSERT_EQ(commands.size(), 1U);
  EXPECT_EQ(commands[0].correlation, "c1");
}

TEST_F(LoopTest, the_keeper_is_told_to_tidy_at_the_start_and_every_quarter_of_an_hour) {
  serve({kiosk()});
  turn();
  EXPECT_EQ(only<to_keeper::Tidy>(keeper.drain()).size(), 1U);
  const BootTime start = clock.now().boot;
  while (clock.now().boot < start + 15min) turn();
  turn();
  EXPECT_EQ(only<to_keeper::Tidy>(keeper.drain()).size(), 1U);
}

}  // namespace
