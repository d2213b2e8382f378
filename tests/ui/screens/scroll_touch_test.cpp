// SPDX-License-Identifier: Apache-2.0
// Lists under the finger: what a drag moves, and that it never presses.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr Size kSevenInch{800, 480};

QuestionView question(const char* page, QuestionBody body) {
  QuestionView view;
  view.page = page;
  view.number = 2;
  view.total = 5;
  view.headline = "Which of these?";
  view.next = "Next";
  view.can_go_back = true;
  view.body = std::move(body);
  return view;
}

ChoicesBody many_choices() {
  ChoicesBody body{"choices", true, {}};
  for (int i = 1; i <= 30; ++i)
    body.choices.push_back({std::to_string(i), "Choice " + std::to_string(i), false});
  return body;
}

ScaleBody many_rows() {
  ScaleBody body{{"1", "2", "3", "4", "5"}, {}};
  for (int i = 1; i <= 12; ++i)
    body.rows.push_back({std::to_string(i), "Statement " + std::to_string(i), {}});
  return body;
}

// A finger that swipes by 10 ms steps; the list lies still before it leaves when it `rests`.
enum class End { kThrows, kRests };
std::vector<Intent> swipe(Shown& screen, Point from, int by, End end = End::kThrows) {
  std::vector<Intent> intents;
  const auto then = [&](TouchKind kind, Point at) {
    const Painted painted = screen.paint({screen.touch(kind, at)});
    if (painted.intent) intents.push_back(*painted.intent);
    screen.now.boot += 10ms;
  };
  then(TouchKind::kDown, from);
  for (int i = 1; i <= 10; ++i) then(TouchKind::kMove, {from.x, from.y + by * i / 10});
  if (end == End::kRests) screen.now.boot += 500ms;
  then(TouchKind::kUp, {from.x, from.y + by});
  return intents;
}

int top_of(const Shown& screen, const std::string& name) {
  for (const Target& target : screen.targets())
    if (target.name == name) return target.area.top;
  return -1;
}

bool has(const Shown& screen, const std::string& name) { return top_of(screen, name) >= 0; }

TEST(lists, many_choices_are_as_large_as_a_few_and_the_rest_waits_below) {
  const Shown screen(question("many", many_choices()), kSevenInch);
  int seen = 0;
  for (const Target& target : screen.targets()) {
    if (!target.name.starts_with("choice:")) continue;
    ++seen;
    EXPECT_GE(target.area.height(), 44);
    EXPECT_GE(target.area.width(), 200);
  }
  EXPECT_GT(seen, 1);
  EXPECT_LT(seen, 30);
}

TEST(lists, every_choice_can_be_reached_and_pressed) {
  Shown screen(question("many", many_choices()), kSevenInch);
  for (int choice = 1; choice <= 30; ++choice) {
    const std::string name = "choice:" + std::to_string(choice);
    for (int i = 0; i < 5 && !has(screen, name); ++i) {
      swipe(screen, {300, 330}, -50, End::kRests);
      screen.settle({});
    }
    ASSERT_TRUE(has(screen, name)) << name;
  }
  const auto intents = screen.tap(screen.middle("choice:30"));
  ASSERT_EQ(intents.size(), 1U);
  EXPECT_EQ(std::get<intent::Choose>(intents[0]).choice, "30");
}

TEST(lists, a_drag_never_presses_a_button) {
  Shown screen(question("many", many_choices()), kSevenInch);
  for (const int by : {-20, -60, -150, 90}) {
    EXPECT_TRUE(swipe(screen, {300, 300}, by).empty()) << by;
    EXPECT_TRUE(screen.settle({}).empty()) << by;
  }
}

TEST(lists, a_drag_within_one_large_button_is_no_press_even_when_its_way_was_not_seen) {
  ChoicesBody body = many_choices();
  body.at_once = 2;
  Shown screen(question("large", body), {720, 1280});
  const Point at = screen.middle("choice:1");
  const Point end{at.x, at.y - 100};
  ASSERT_TRUE(screen.area("choice:1").contains(end));
  EXPECT_TRUE(screen
                  .settle({screen.touch(TouchKind::kDown, at), screen.touch(TouchKind::kMove, end),
                           screen.touch(TouchKind::kUp, end)})
                  .empty());
  screen.reset();
  screen.settle({});
  EXPECT_TRUE(screen.settle({screen.touch(TouchKind::kDown, at), screen.touch(TouchKind::kUp, end)}).empty());
}

TEST(lists, a_finger_that_only_trembles_still_taps) {
  Shown screen(question("many", many_choices()), kSevenInch);
  const Point at = screen.middle("choice:3");
  const auto intents =
      screen.settle({screen.touch(TouchKind::kDown, at), screen.touch(TouchKind::kMove, {at.x + 3, at.y - 7}),
                     screen.touch(TouchKind::kUp, {at.x + 3, at.y - 7})});
  EXPECT_EQ(intents.size(), 1U);
}

TEST(lists, the_press_is_given_up_as_soon_as_the_list_moves) {
  Shown screen(question("many", many_choices()), kSevenInch);
  const Point at = screen.middle("choice:3");
  const auto down = screen.settle({screen.touch(TouchKind::kDown, at)});
  const Screenshot held = screen.picture;
  screen.settle({screen.touch(TouchKind::kMove, {at.x, at.y - 40})});
  // Back to where it began: still no press.
  const auto up = screen.settle({screen.touch(TouchKind::kMove, at), screen.touch(TouchKind::kUp, at)});
  EXPECT_TRUE(down.empty() && up.empty());
  EXPECT_FALSE(held == screen.picture);
}

TEST(lists, the_list_goes_with_the_finger) {
  Shown screen(question("many", many_choices()), kSevenInch);
  const int before = top_of(screen, "choice:5");
  ASSERT_GT(before, 0);
  swipe(screen, {300, 380}, -58, End::kRests);
  screen.settle({});
  const int slip = 9;  // 12 tokens on this panel, less the pixel that started it
  EXPECT_NEAR(top_of(screen, "choice:5"), before - 58 + slip, 2);
}

TEST(lists, one_that_was_thrown_runs_on_and_comes_to_rest) {
  Shown screen(question("many", many_choices()), kSevenInch);
  swipe(screen, {300, 380}, -120);
  int frames = 0;
  for (Painted painted = screen.paint(); painted.next_frame && frames < 500; painted = screen.paint()) {
    EXPECT_FALSE(painted.damage.empty() && frames < 3);
    screen.now.boot = *painted.next_frame;
    ++frames;
  }
  EXPECT_GT(frames, 10);
  EXPECT_LT(frames, 250);
  EXPECT_FALSE(screen.paint().next_frame);
}

TEST(lists, a_touch_stops_one_that_runs_and_presses_nothing) {
  Shown screen(question("many", many_choices()), kSevenInch);
  swipe(screen, {300, 380}, -150);
  screen.paint();
  screen.now.boot += 50ms;
  EXPECT_TRUE(screen.settle({screen.touch(TouchKind::kDown, {300, 300})}).empty());
  const Screenshot stopped = screen.picture;
  EXPECT_TRUE(screen.settle({screen.touch(TouchKind::kUp, {300, 300})}).empty());
  EXPECT_TRUE(screen.picture == stopped);
}

TEST(lists, beyond_the_end_it_gives_and_comes_back) {
  Shown screen(question("many", many_choices()), kSevenInch);
  const Screenshot before = screen.picture;
  const Point at{300, 260};
  screen.paint({screen.touch(TouchKind::kDown, at)});
  screen.now.boot += 10ms;
  screen.paint({screen.touch(TouchKind::kMove, {at.x, at.y + 120})});
  EXPECT_FALSE(screen.picture == before);
  screen.settle({screen.touch(TouchKind::kUp, {at.x, at.y + 120})});
  EXPECT_TRUE(screen.picture == before);
}

TEST(lists, a_tap_on_a_row_that_is_cut_brings_it_into_view_and_chooses_nothing) {
  Shown screen(question("many", many_choices()), kSevenInch);
  swipe(screen, {300, 380}, -30 - 9, End::kRests);
  screen.settle({});
  ASSERT_FALSE(has(screen, "choice:1"));
  const int list_top = top_of(screen, "choice:3");
  EXPECT_TRUE(screen.tap({300, list_top - 24}).empty());
  EXPECT_TRUE(has(screen, "choice:1"));
}

TEST(lists, the_place_is_that_of_the_page_and_a_reset_forgets_it) {
  Shown screen(question("many", many_choices()), kSevenInch);
  const Screenshot fresh = screen.picture;
  swipe(screen, {300, 380}, -150, End::kRests);
  screen.settle({});
  const Screenshot scrolled = screen.picture;
  ASSERT_FALSE(scrolled == fresh);
  std::get<QuestionView>(screen.view).page = "another";
  screen.settle({});
  EXPECT_TRUE(screen.picture == fresh);
  std::get<QuestionView>(screen.view).page = "many";
  screen.settle({});
  EXPECT_TRUE(screen.picture == scrolled);
  screen.reset();
  screen.settle({});
  EXPECT_TRUE(screen.picture == fresh);
}

TEST(lists, a_second_finger_stops_the_list_where_it_is) {
  Shown screen(question("many", many_choices()), kSevenInch);
  screen.paint({screen.touch(TouchKind::kDown, {300, 380})});
  screen.now.boot += 10ms;
  screen.settle({screen.touch(TouchKind::kMove, {300, 300})});
  const Screenshot there = screen.picture;
  EXPECT_TRUE(screen.settle({screen.touch(TouchKind::kCancel, {300, 300})}).empty());
  EXPECT_TRUE(screen.picture == there);
}

TEST(lists, a_matrix_of_many_rows_keeps_its_steps_large_enough_and_scrolls) {
  for (const Size size : {kSevenInch, Size{720, 1280}}) {
    Shown screen(question("matrix", many_rows()), size);
    int steps = 0;
    for (const Target& target : screen.targets()) {
      if (!target.name.starts_with("step:")) continue;
      ++steps;
      EXPECT_GE(target.area.height(), 44);
    }
    EXPECT_GT(steps, 4);
    EXPECT_LT(steps, size == kSevenInch ? 60 : 61);
    EXPECT_TRUE(swipe(screen, {size.width - 200, size.height / 2}, -100).empty());
  }
}

TEST(lists, a_matrix_shows_the_row_that_must_be_answered) {
  Shown screen(question("matrix", many_rows()), kSevenInch);
  ASSERT_FALSE(has(screen, "step:12:0"));
  std::get<ScaleBody>(std::get<QuestionView>(screen.view).body).rows[11].missing = true;
  screen.settle({});
  EXPECT_TRUE(has(screen, "step:12:0"));
}

TEST(lists, the_rundown_shows_what_runs_and_goes_along_with_it) {
  ModeratorView view;
  for (int i = 0; i < 20; ++i)
    view.rows.push_back({std::to_string(i), "10:00", "Part " + std::to_string(i), "5 min", i < 6, i == 6});
  view.rows_are_sessions = true;  // so that rows are targets
  Shown screen(view, kSevenInch);
  EXPECT_TRUE(has(screen, "session:6"));
  EXPECT_FALSE(has(screen, "session:12"));
  auto& rows = std::get<ModeratorView>(screen.view).rows;
  rows[6].current = false;
  rows[12].current = true;
  screen.settle({});
  EXPECT_TRUE(has(screen, "session:12"));
  EXPECT_FALSE(has(screen, "session:6"));
}

TEST(lists, the_rundown_of_a_running_session_follows_the_finger_too) {
  ModeratorView view;
  for (int i = 0; i < 20; ++i)
    view.rows.push_back({std::to_string(i), "10:00", "Part " + std::to_string(i), "5 min", i < 6, i == 6});
  Shown screen(view, kSevenInch);
  const Screenshot before = screen.picture;
  swipe(screen, {120, 300}, -100, End::kRests);
  screen.settle({});
  EXPECT_FALSE(screen.picture == before);
}

TEST(lists, without_motion_it_stops_where_the_finger_leaves_it) {
  ui::Look still;
  still.motion = ui::Motion::kReduced;
  Shown screen(question("many", many_choices()), kSevenInch, 0, still);
  swipe(screen, {300, 380}, -120);
  const Screenshot left = screen.picture;
  EXPECT_FALSE(screen.paint().next_frame);
  EXPECT_TRUE(screen.picture == left);
}

TEST(large_targets, two_choices_at_a_time_and_two_buttons_for_the_rest) {
  ChoicesBody body = many_choices();
  body.choices.resize(5);
  body.at_once = 2;
  for (const Size size : {kSevenInch, Size{1280, 800}, Size{720, 1280}}) {
    Shown screen(question("large", body), size);
    EXPECT_TRUE(has(screen, "choice:1") && has(screen, "choice:2"));
    EXPECT_FALSE(has(screen, "choice:3") || has(screen, "earlier"));
    EXPECT_GE(screen.area("choice:1").height(), size.height / 8);
    screen.tap(screen.middle("later"));
    EXPECT_TRUE(has(screen, "choice:3") && has(screen, "choice:4") && !has(screen, "choice:1"));
    screen.tap(screen.middle("later"));
    EXPECT_TRUE(has(screen, "choice:5") && !has(screen, "later"));
    const auto intents = screen.tap(screen.middle("choice:5"));
    ASSERT_EQ(intents.size(), 1U);
    EXPECT_EQ(std::get<intent::Choose>(intents[0]).choice, "5");
    screen.tap(screen.middle("earlier"));
    screen.tap(screen.middle("earlier"));
    EXPECT_TRUE(has(screen, "choice:1"));
  }
}

// A finger's width is 16 to 20 mm: who hits twice that hits what is meant.
TEST(large_targets, one_row_of_a_matrix_at_a_time_with_steps_of_two_fingers) {
  constexpr double kPixelsPerMm = 800.0 / 154;
  ScaleBody body = many_rows();
  body.at_once = 1;
  Shown screen(question("large", body), kSevenInch, kPixelsPerMm);
  EXPECT_TRUE(has(screen, "step:1:0"));
  EXPECT_FALSE(has(screen, "step:2:0"));
  const Rect step = screen.area("step:1:0");
  EXPECT_GE(std::min(step.width(), step.height()) / kPixelsPerMm, 18);
  screen.tap(screen.middle("later"));
  const auto intents = screen.tap(screen.middle("step:2:3"));
  ASSERT_EQ(intents.size(), 1U);
  EXPECT_EQ(std::get<intent::ChooseStep>(intents[0]).question, "2");
}

TEST(large_targets, faces_are_large_for_everybody) {
  constexpr double kPixelsPerMm = 800.0 / 154;
  FacesBody body{"useful", {}};
  for (const char* label : {"Not at all", "A little", "Somewhat", "Useful", "Very useful"})
    body.faces.push_back({label, label, false});
  const Shown screen(question("faces", body), kSevenInch, kPixelsPerMm);
  for (const ChoiceButton& face : body.faces) {
    const Rect area = screen.area("choice:" + face.name);
    EXPECT_GE(std::min(area.width(), area.height()) / kPixelsPerMm, 18) << face.name;
  }
}

TEST(large_targets, two_choices_need_no_buttons) {
  ChoicesBody body = many_choices();
  body.choices.resize(2);
  body.at_once = 2;
  const Shown screen(question("large", body), kSevenInch);
  EXPECT_TRUE(has(screen, "choice:1") && has(screen, "choice:2"));
  EXPECT_FALSE(has(screen, "earlier") || has(screen, "later"));
}

}  // namespace
