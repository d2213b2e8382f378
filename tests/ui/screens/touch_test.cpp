// SPDX-License-Identifier: Apache-2.0
// The behaviour at the glass: what a finger does, and what it does not.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr Point kNowhere{1, 400};

// With a ring that stands: these tests look at what the finger changes.
View without_ring(View view) {
  if (auto* thanks = std::get_if<ThanksView>(&view)) thanks->ring = {};
  if (auto* still = std::get_if<StillThereView>(&view)) still->ring = {};
  return view;
}

View view_of(const std::string& name, const Language& language = "en") {
  return without_ring(sample_view(name, language));
}

Shown shown(const std::string& name, const Language& language = "en") {
  return Shown(view_of(name, language), {1280, 800});
}

template <class T>
const T* only(const std::vector<Intent>& intents) {
  return intents.size() == 1 ? std::get_if<T>(&intents.front()) : nullptr;
}

TEST(touch, press_and_release_inside_is_one_intent) {
  Shown screen = shown("home");
  const auto* choose = only<intent::Choose>(screen.tap(screen.middle("choice:4")));
  EXPECT_TRUE(choose);
}

TEST(touch, the_intent_says_what_was_touched) {
  Shown screen = shown("home");
  const auto faces = screen.tap(screen.middle("choice:2"));
  ASSERT_TRUE(only<intent::Choose>(faces));
  EXPECT_EQ(only<intent::Choose>(faces)->question, "useful");
  EXPECT_EQ(only<intent::Choose>(faces)->choice, "2");
  const auto language = screen.tap(screen.middle("language:ar"));
  ASSERT_TRUE(only<intent::ChooseLanguage>(language));
  EXPECT_EQ(only<intent::ChooseLanguage>(language)->language, "ar");
}

TEST(touch, the_speaker_is_there_only_where_something_can_be_read_aloud) {
  View view = view_of("choice");
  EXPECT_EQ(std::get<QuestionView>(view).can_read_aloud, false);
  Shown silent(view, {1280, 800});
  for (const Target& target : silent.targets()) EXPECT_NE(target.name, "read-aloud");
  std::get<QuestionView>(view).can_read_aloud = true;
  for (const Size size : {Size{1280, 800}, {800, 480}, {720, 1280}}) {
    Shown speaking(view, size);
    EXPECT_TRUE(only<intent::ReadAloud>(speaking.tap(speaking.middle("read-aloud"))));
  }
}

TEST(touch, it_acts_on_release_and_not_on_press) {
  Shown screen = shown("thanks");
  const Point at = screen.middle("done");
  EXPECT_TRUE(screen.settle({screen.touch(TouchKind::kDown, at)}).empty());
  EXPECT_TRUE(only<intent::Done>(screen.settle({screen.touch(TouchKind::kUp, at)})));
}

TEST(touch, a_finger_that_slides_off_does_nothing) {
  Shown screen = shown("thanks");
  const Point at = screen.middle("done");
  EXPECT_TRUE(screen
                  .settle({screen.touch(TouchKind::kDown, at), screen.touch(TouchKind::kMove, kNowhere),
                           screen.touch(TouchKind::kUp, kNowhere)})
                  .empty());
}

TEST(touch, a_finger_that_lifts_somewhere_else_without_a_move_does_nothing) {
  Shown screen = shown("thanks");
  EXPECT_TRUE(screen
                  .settle({screen.touch(TouchKind::kDown, screen.middle("done")),
                           screen.touch(TouchKind::kUp, kNowhere)})
                  .empty());
}

TEST(touch, a_finger_that_slides_onto_a_button_does_nothing) {
  Shown screen = shown("thanks");
  const Point at = screen.middle("done");
  EXPECT_TRUE(screen
                  .settle({screen.touch(TouchKind::kDown, kNowhere), screen.touch(TouchKind::kMove, at),
                           screen.touch(TouchKind::kUp, at)})
                  .empty());
}

TEST(touch, a_cancelled_contact_does_nothing) {
  Shown screen = shown("thanks");
  const Point at = screen.middle("done");
  EXPECT_TRUE(
      screen.settle({screen.touch(TouchKind::kDown, at), screen.touch(TouchKind::kCancel, at)}).empty());
  EXPECT_TRUE(only<intent::Done>(screen.tap(at)));
}

TEST(touch, a_button_is_lit_while_it_is_held_and_never_after) {
  for (const SampleView& each : sample_views()) {
    if (each.language != "en" && each.language != "ar") continue;
    if (each.name == "search-words") continue;  // a key brings the field to the top of its page
    Shown screen(without_ring(each.view), {800, 480});
    const Screenshot before = screen.picture;
    const auto targets = screen.targets();
    if (targets.empty()) continue;
    for (const Target& target : {targets.front(), targets.back()}) {
      if (target.name == "later" || target.name == "read-on") continue;  // shows something else afterwards
      if (target.name == "status") continue;                             // nothing shows it
      const Point at = screen.middle(target.name);
      screen.settle({screen.touch(TouchKind::kDown, at)});
      const bool is_lit = screen.picture != before;
      screen.settle({screen.touch(TouchKind::kUp, at)});
      EXPECT_TRUE(screen.picture == before) << each.name << " " << target.name;
      EXPECT_TRUE(is_lit || target.name.starts_with("choice:") || target.name.starts_with("step:"))
          << each.name << " " << target.name;
    }
  }
}

TEST(touch, sliding_off_puts_the_light_out) {
  Shown screen = shown("thanks");
  const Screenshot before = screen.picture;
  screen.settle(
      {screen.touch(TouchKind::kDown, screen.middle("done")), screen.touch(TouchKind::kMove, kNowhere)});
  EXPECT_TRUE(screen.picture == before);
}

TEST(touch, two_taps_in_one_go_are_two_intents) {
  Shown screen = shown("text");
  const Point a = screen.middle("key:a");
  const Point s = screen.middle("key:s");
  const auto intents = screen.settle({screen.touch(TouchKind::kDown, a), screen.touch(TouchKind::kUp, a),
                                      screen.touch(TouchKind::kDown, s), screen.touch(TouchKind::kUp, s)});
  ASSERT_EQ(intents.size(), 2U);
  EXPECT_EQ(std::get<intent::PressKey>(intents[0]).key.text, "a");
  EXPECT_EQ(std::get<intent::PressKey>(intents[1]).key.text, "s");
}

TEST(touch, after_a_page_change_touches_are_ignored_for_350_ms) {
  Shown screen = shown("one-choice");
  std::get<QuestionView>(screen.view).page = "another";
  screen.paint();
  screen.now.boot += 349ms;
  EXPECT_TRUE(screen.tap(screen.middle("next")).empty());
  screen.now.boot += 1ms;
  EXPECT_TRUE(only<intent::Next>(screen.tap(screen.middle("next"))));
}

TEST(touch, a_finger_that_was_down_when_the_page_changed_presses_nothing_on_the_new_one) {
  Shown screen = shown("one-choice");
  const Point at = screen.middle("next");
  screen.settle({screen.touch(TouchKind::kDown, at)});
  std::get<QuestionView>(screen.view).page = "another";
  screen.paint();
  screen.now.boot += 2s;
  EXPECT_TRUE(screen.settle({screen.touch(TouchKind::kUp, at)}).empty());
  EXPECT_TRUE(only<intent::Next>(screen.tap(at)));
}

TEST(touch, a_second_tap_on_done_does_not_answer_for_the_next_person) {
  Shown screen = shown("thanks");
  ASSERT_TRUE(only<intent::Done>(screen.tap(screen.middle("done"))));
  screen.reset();
  screen.view = view_of("home");
  screen.paint();
  screen.now.boot += 100ms;
  EXPECT_TRUE(screen.tap(screen.middle("choice:3")).empty());
}

TEST(touch, the_same_page_with_other_texts_ignores_nothing) {
  Shown screen = shown("home");
  screen.tap(screen.middle("language:ar"));
  screen.view = view_of("home", "ar");
  screen.paint();
  EXPECT_TRUE(only<intent::Choose>(screen.tap(screen.middle("choice:5"))));
}

TEST(touch, a_busy_question_accepts_nothing) {
  for (const char* name : {"one-choice", "faces", "likert", "text", "choice"}) {
    QuestionView question = std::get<QuestionView>(view_of(name));
    Shown screen(question, {1280, 800});
    std::vector<Point> points;
    for (const Target& target : screen.targets()) points.push_back(screen.middle(target.name));
    std::get<QuestionView>(screen.view).busy = true;
    screen.paint();
    EXPECT_TRUE(screen.targets().empty()) << name;
    for (const Point& point : points) EXPECT_TRUE(screen.tap(point).empty()) << name;
  }
}

TEST(touch, a_door_sign_and_a_room_display_have_nothing_to_tap) {
  for (const char* name : {"room", "room-over", "door-closed", "door-open", "door-free"}) {
    Shown screen = shown(name);
    const Size size = screen.picture.size;
    for (int x = 20; x < size.width; x += 250)
      for (int y = 20; y < size.height; y += 200)
        EXPECT_TRUE(screen.tap({x, y}).empty()) << name << " at " << x << "," << y;
  }
}

TEST(touch, the_moderators_buttons_steer) {
  Shown screen = shown("moderator");
  const auto control = [&screen](const char* name) {
    const auto intents = screen.tap(screen.middle(name));
    return only<intent::Steer>(intents) ? only<intent::Steer>(intents)->control : Control::kStart;
  };
  EXPECT_EQ(control("back"), Control::kBack);
  EXPECT_EQ(control("pause"), Control::kPause);
  EXPECT_EQ(control("next"), Control::kNext);
  EXPECT_EQ(control("take-one"), Control::kTakeOne);
  EXPECT_EQ(control("add-one"), Control::kAddOne);
  EXPECT_EQ(control("add-five"), Control::kAddFive);
}

Rect area_of(const View& view, Size size, const std::string& name) {
  const Shown screen(view, size);
  for (const Target& target : screen.targets())
    if (target.name == name) return target.area;
  ADD_FAILURE() << "no " << name;
  return {};
}

TEST(touch, the_moderators_buttons_stand_still_when_a_delay_is_said) {
  View calm = view_of("moderator");
  View late = calm;
  std::get<ModeratorView>(late).proposal = "+9 min. Open discussion -7, Coffee holds at 11:20";
  View over = calm;
  std::get<ModeratorView>(over).state = "Over by 1:20";
  for (const Size size : {Size{800, 480}, Size{1024, 600}, Size{1280, 800}, Size{720, 1280}})
    for (const std::string name : {"back", "pause", "next"}) {
      EXPECT_EQ(area_of(late, size, name), area_of(calm, size, name)) << size.width << " " << name;
      EXPECT_EQ(area_of(over, size, name), area_of(calm, size, name)) << size.width << " " << name;
    }
}

TEST(touch, a_new_pack_is_opened_by_its_line_and_moves_no_button) {
  View calm = view_of("moderator");
  View news = calm;
  std::get<ModeratorView>(news).news = DeskNews{"New programme: 3 changes"};
  for (const Size size : {Size{800, 480}, Size{1024, 600}, Size{1280, 800}, Size{720, 1280}})
    for (const std::string name : {"back", "pause", "next"})
      EXPECT_EQ(area_of(news, size, name), area_of(calm, size, name)) << size.width << " " << name;
  for (View view : {news, view_of("moderator-idle")}) {
    std::get<ModeratorView>(view).news = DeskNews{"New programme: 3 changes"};
    Shown screen(view, {800, 480});
    const auto* steer = only<intent::Steer>(screen.tap(screen.middle("agenda")));
    ASSERT_TRUE(steer);
  }
}

TEST(touch, a_new_pack_is_applied_or_left_with_one_touch) {
  for (const Size size : {Size{1280, 800}, Size{800, 480}, Size{720, 1280}})
    for (const auto& [name, control] :
         {std::pair{"apply", Control::kApply}, std::pair{"not-now", Control::kNotNow}}) {
      Shown screen(view_of("desk-agenda"), size);
      const auto intents = screen.tap(screen.middle(name));
      ASSERT_TRUE(only<intent::Steer>(intents)) << name;
      EXPECT_EQ(only<intent::Steer>(intents)->control, control);
    }
}

TEST(touch, a_session_in_the_list_is_loaded_and_a_part_of_a_running_one_is_gone_to) {
  Shown idle = shown("moderator-idle");
  const auto intents = idle.tap(idle.middle("session:response"));
  ASSERT_TRUE(only<intent::LoadSession>(intents));
  EXPECT_EQ(only<intent::LoadSession>(intents)->session, "response");
  Shown running = shown("moderator");
  for (const Target& target : running.targets()) EXPECT_FALSE(target.name.starts_with("session:"));
  const auto part = running.tap(running.middle("part:response"));
  ASSERT_TRUE(only<intent::GoToPart>(part));
  EXPECT_EQ(only<intent::GoToPart>(part)->segment, "response");
}

// A hurried finger that taps Next twice must not end the session with the second tap.
TEST(touch, finish_and_the_answer_that_ends_stand_nowhere_where_next_or_finish_was) {
  for (const Size size : {Size{1280, 800}, Size{800, 480}, Size{720, 1280}}) {
    auto view = std::get<ModeratorView>(view_of("moderator"));
    const auto last_part = std::get<ModeratorView>(view_of("moderator-over"));
    Shown running(view, size);
    const Point next = running.middle("next");
    view.controls = last_part.controls;
    view.resting = last_part.resting;
    Shown last(view, size);
    EXPECT_TRUE(last.tap(next).empty());
    const Point finish = last.middle("finish");
    view.ask = std::get<ModeratorView>(view_of("moderator-late")).ask;
    Shown asked(view, size);
    EXPECT_TRUE(asked.tap(finish).empty());
    const auto end = asked.tap(asked.middle("end"));
    ASSERT_TRUE(only<intent::Steer>(end));
    EXPECT_EQ(only<intent::Steer>(end)->control, Control::kEnd);
  }
}

TEST(touch, the_small_copy_of_the_room_display_cannot_be_touched) {
  Shown with = shown("moderator");
  auto view = std::get<ModeratorView>(with.view);
  view.display.reset();
  Shown without(view, {1280, 800});
  EXPECT_EQ(with.targets().size(), without.targets().size());
  EXPECT_FALSE(with.picture == without.picture);
}

}  // namespace
