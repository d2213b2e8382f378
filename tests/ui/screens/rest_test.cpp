// SPDX-License-Identifier: Apache-2.0
// When something moves, and when nothing does: frames are counted.
#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

ui::Look without_motion() {
  ui::Look look;
  look.motion = ui::Motion::kReduced;
  return look;
}

struct Frames {
  int all = 0;
  int changed = 0;  // had another picture
  BootTime took{};
};

// Paints whenever the glass asks for it, for at most that long.
Frames frames_in(Shown& screen, BootTime span) {
  Frames frames;
  const BootTime begin = screen.now.boot;
  for (Painted painted = screen.paint();; painted = screen.paint()) {
    ++frames.all;
    if (!painted.damage.empty()) ++frames.changed;
    frames.took = screen.now.boot - begin;
    if (!painted.next_frame || *painted.next_frame > begin + span) return frames;
    EXPECT_GT(*painted.next_frame, screen.now.boot);
    screen.now.boot = *painted.next_frame;
  }
}

bool has_ring(const SampleView& sample) { return sample.name == "thanks" || sample.name == "still-there"; }

TEST(rest, a_screen_that_nobody_touches_asks_for_no_frame_but_for_its_ring) {
  for (const SampleView& sample : sample_views()) {
    Shown screen(sample.view, {800, 480});
    const Frames frames = frames_in(screen, 2s);
    if (has_ring(sample)) continue;
    EXPECT_EQ(frames.all, 1) << sample.name << "-" << sample.language;
    EXPECT_EQ(frames.changed, 0) << sample.name << "-" << sample.language;
  }
}

TEST(rest, the_ring_runs_smoothly_to_its_end_and_every_frame_moves_it) {
  Shown screen(sample_view("thanks"), {1280, 800});
  const Frames frames = frames_in(screen, 10s);
  EXPECT_GT(frames.all, 4300 / 20);  // what is left of it, at 50 frames a second or more
  EXPECT_LT(frames.all, 4300 / 15);
  EXPECT_GE(frames.changed, frames.all - 3);
  EXPECT_EQ(frames.took, 4300ms);
}

TEST(rest, without_motion_the_ring_tells_the_seconds_and_nothing_else) {
  Shown screen(sample_view("thanks"), {1280, 800}, 0, without_motion());
  EXPECT_EQ(frames_in(screen, 10s).all, 6);
}

TEST(rest, after_a_tap_it_comes_to_rest_within_a_press_and_looks_as_before) {
  Shown screen(sample_view("choice"), {800, 480});
  const Screenshot before = screen.picture;
  screen.paint({screen.touch(TouchKind::kDown, screen.middle("skip"))});
  EXPECT_FALSE(screen.picture == before);
  screen.paint({screen.touch(TouchKind::kUp, screen.middle("skip"))});
  const Frames frames = frames_in(screen, 2s);
  EXPECT_GT(frames.all, 4);
  EXPECT_LE(frames.took, 200ms);
  EXPECT_TRUE(screen.picture == before);
}

TEST(rest, without_motion_a_button_is_lit_at_once_and_out_at_once) {
  Shown screen(sample_view("choice"), {800, 480}, 0, without_motion());
  const Screenshot before = screen.picture;
  screen.settle({screen.touch(TouchKind::kDown, screen.middle("skip"))});
  const Screenshot held = screen.picture;
  EXPECT_FALSE(held == before);
  screen.settle({screen.touch(TouchKind::kMove, {1, 1})});
  EXPECT_TRUE(screen.picture == before);
  EXPECT_EQ(frames_in(screen, 1s).all, 1);
}

// The next page of the form; its picture at rest beside the frames on the way.
struct Turned {
  Screenshot at_first;
  Screenshot at_rest;
  Frames frames;
};
Turned turn(Shown& screen, int number) {
  auto& question = std::get<QuestionView>(screen.view);
  question.page += "'";
  question.number = number;
  question.headline = "Another question";
  Turned turned;
  screen.paint();
  turned.at_first = screen.picture;
  turned.frames = frames_in(screen, 2s);
  turned.at_rest = screen.picture;
  return turned;
}

// The column of `now` that is the first, or the last, one of `picture`.
int column_of(const Screenshot& picture, int column, const Screenshot& now) {
  const int width = picture.size.width;
  const auto same = [&](int at) {
    for (int y = 0; y < picture.size.height; ++y)
      if (picture.pixels[static_cast<std::size_t>(y * width + column)] !=
          now.pixels[static_cast<std::size_t>(y * width + at)])
        return false;
    return true;
  };
  for (int at = 0; at < width; ++at)
    if (same(at)) return at;
  return -1;
}

TEST(page_transition, a_page_comes_within_180_ms_and_then_nothing_moves) {
  Shown screen(sample_view("choice"), {800, 480});
  const Turned turned = turn(screen, 3);
  EXPECT_FALSE(turned.at_first == turned.at_rest);
  EXPECT_GT(turned.frames.all, 8);
  EXPECT_LE(turned.frames.took, 180ms);
  EXPECT_TRUE(turned.at_rest == Shown(screen.view, {800, 480}).picture);
}

TEST(page_transition, forwards_it_comes_from_the_end_of_reading_and_back_from_its_start) {
  constexpr int kLetter = 60;  // a column with something on it
  for (const char* language : {"en", "ar"}) {
    const bool from_the_right = std::string(language) == "en";
    Shown screen(sample_view("choice", language), {800, 480});
    const Turned onward = turn(screen, 3);
    const int shown = column_of(onward.at_rest, from_the_right ? kLetter : 799 - kLetter, onward.at_first);
    EXPECT_TRUE(from_the_right ? shown > kLetter || shown < 0 : shown < 799 - kLetter) << language;
    const Turned back = turn(screen, 2);
    EXPECT_FALSE(back.at_first == onward.at_first) << language;
  }
}

TEST(page_transition, without_motion_the_next_page_is_there_at_once) {
  Shown screen(sample_view("choice"), {800, 480}, 0, without_motion());
  const Turned turned = turn(screen, 3);
  EXPECT_TRUE(turned.at_first == turned.at_rest);
  EXPECT_EQ(turned.frames.all, 1);
}

TEST(page_transition, after_a_reset_nothing_of_the_last_person_slides_by) {
  Shown screen(sample_view("text"), {800, 480});
  screen.reset();
  screen.view = sample_view("home");
  screen.paint();
  EXPECT_TRUE(screen.picture == Shown(sample_view("home"), {800, 480}).picture);
  EXPECT_EQ(frames_in(screen, 2s).all, 1);
}

TEST(page_transition, a_reset_ends_one_that_runs) {
  Shown screen(sample_view("choice"), {800, 480});
  std::get<QuestionView>(screen.view).page = "another";
  screen.paint();
  screen.reset();
  screen.view = sample_view("home");
  screen.paint();
  EXPECT_TRUE(screen.picture == Shown(sample_view("home"), {800, 480}).picture);
}

TEST(page_transition, a_new_size_ends_one_that_runs) {
  Shown screen(sample_view("choice"), {800, 480});
  std::get<QuestionView>(screen.view).page = "another";
  screen.paint();
  screen.resize({1280, 800});
  screen.paint();
  EXPECT_TRUE(screen.picture == Shown(screen.view, {1280, 800}).picture);
}

TEST(page_transition, touches_while_it_runs_press_nothing_and_the_first_after_the_dead_time_does) {
  Shown screen(sample_view("choice"), {800, 480});
  std::get<QuestionView>(screen.view).page = "another";
  screen.paint();
  const BootTime begin = screen.now.boot;
  while (screen.now.boot < begin + 340ms) {
    EXPECT_TRUE(screen.tap(screen.middle("skip")).empty());
    screen.now.boot += 17ms;
  }
  screen.now.boot = begin + 350ms;
  EXPECT_EQ(screen.tap(screen.middle("skip")).size(), 1U);
}

TEST(page_transition, the_question_whether_somebody_is_there_does_not_slide) {
  Shown screen(sample_view("choice"), {800, 480});
  screen.view = sample_view("still-there");
  screen.paint();
  EXPECT_TRUE(screen.picture == Shown(sample_view("still-there"), {800, 480}).picture);
}

}  // namespace
