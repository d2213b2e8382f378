// SPDX-License-Identifier: Apache-2.0
// The main rules of the glass once more, with real input on a real window.
#include "tests/appliance/real_glass.h"

#include <random>

#include <SDL.h>
#include <X11/keysym.h>
#include <gtest/gtest.h>

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr Point kNowhere{2, 200};

bool is_thanked(const RealGlass& glass) { return glass.appliance.shows<ThanksView>(); }
bool is_free(const RealGlass& glass) { return glass.appliance.shows<AttractView>(); }

TEST(real_glass, it_acts_on_release_inside_and_not_on_press) {
  RealGlass glass(at(10, 45));
  glass.press(glass.appliance.middle("choice:4"));
  EXPECT_TRUE(is_free(glass));
  glass.lift();
  glass.until([&] { return is_thanked(glass); });
  EXPECT_EQ(glass.appliance.stored(), 1U);
}

TEST(real_glass, a_finger_that_slides_off_does_nothing) {
  RealGlass glass(at(10, 45));
  glass.press(glass.appliance.middle("choice:4"));
  const auto held = glass.look();
  const int moves = glass.appliance.painter.moves;
  glass.hand.move(kNowhere);
  glass.until([&] { return glass.appliance.painter.moves > moves; });
  glass.lift();
  glass.let_page_listen();
  EXPECT_TRUE(is_free(glass));
  EXPECT_NE(glass.look(), held);
  EXPECT_EQ(glass.appliance.stored(), 0U);
}

TEST(real_glass, a_page_that_has_just_come_does_not_listen_for_350_ms) {
  RealGlass glass(at(10, 45));
  glass.clock.stand();
  glass.tap(glass.appliance.middle("choice:4"));
  glass.until([&] { return is_thanked(glass); });
  const Point done = glass.appliance.middle("done");
  glass.tap(done);
  EXPECT_TRUE(is_thanked(glass));
  glass.clock.put_forward(349ms);
  glass.tap(done);
  EXPECT_TRUE(is_thanked(glass));
  glass.clock.put_forward(1ms);
  glass.tap(done);
  glass.until([&] { return is_free(glass); });
}

TEST(real_glass, two_quick_taps_are_one_submission) {
  RealGlass glass(at(10, 45));
  const Point face = glass.appliance.middle("choice:4");
  glass.hand.move(face);
  for (int i = 0; i < 2; ++i) {
    glass.hand.press();
    glass.hand.lift();
  }
  glass.until([&] { return glass.appliance.painter.ups >= 2 && is_thanked(glass); });
  EXPECT_EQ(glass.appliance.painter.sent, 1);
  EXPECT_EQ(glass.appliance.stored(), 1U);
}

TEST(real_glass, a_drag_moves_the_list_and_chooses_nothing) {
  RealGlass glass(at(10, 45), device_with_a_long_list());
  glass.tap(glass.appliance.middle("begin"));
  glass.until([&] { return glass.appliance.has("choice:1"); });
  glass.let_page_listen();
  const auto before = glass.look();
  glass.press(glass.appliance.middle("choice:5"));
  for (int y = 0; y < 80; y += 8) glass.hand.move({200, 230 - y});
  const int moves = glass.appliance.painter.moves;
  glass.hand.move({200, 140});
  glass.until([&] { return glass.appliance.painter.moves > moves; });
  glass.lift();
  for (int i = 0; i < 8; ++i) glass.let_page_listen();  // whatever it was thrown with has come to rest
  EXPECT_NE(glass.look(), before);
  EXPECT_FALSE(glass.appliance.has("choice:1"));
  const auto& body = std::get<ChoicesBody>(std::get<QuestionView>(glass.appliance.painter.shown).body);
  for (const ChoiceButton& choice : body.choices) EXPECT_FALSE(choice.chosen) << choice.name;
}

void tap_and_see(RealGlass& glass, const std::string& target, const std::string& next) {
  glass.tap(glass.appliance.middle(target));
  glass.until([&] { return glass.appliance.has(next); });
  glass.let_page_listen();
}

void go_to_the_keyboard(RealGlass& glass) {
  tap_and_see(glass, "choice:4", "choice:slow");
  glass.tap(glass.appliance.middle("choice:slow"));
  tap_and_see(glass, "next", "step:heard:3");
  glass.tap(glass.appliance.middle("step:heard:3"));
  tap_and_see(glass, "next", "key:shift");
  tap_and_see(glass, "key:shift", "key:e");
}

const TextBody& typed(const RealGlass& glass) {
  return std::get<TextBody>(std::get<QuestionView>(glass.appliance.painter.shown).body);
}

TEST(real_glass, a_finger_that_rests_on_a_key_chooses_an_accent_and_types_nothing_else) {
  RealGlass glass(at(9, 0));
  go_to_the_keyboard(glass);
  glass.press(glass.appliance.middle("key:e"));
  glass.clock.put_forward(500ms);
  glass.until([&] { return glass.appliance.has("variant:é"); });
  const int moves = glass.appliance.painter.moves;
  glass.hand.move(glass.appliance.middle("variant:é"));
  glass.until([&] { return glass.appliance.painter.moves > moves; });
  glass.lift();
  EXPECT_EQ(typed(glass).text, "é");
  EXPECT_FALSE(glass.appliance.has("variant:é"));
}

TEST(real_glass, backspace_repeats_as_long_as_it_is_held) {
  RealGlass glass(at(9, 0));
  go_to_the_keyboard(glass);
  for (int i = 0; i < 4; ++i) glass.tap(glass.appliance.middle("key:e"));
  ASSERT_EQ(typed(glass).text.size(), 4U);
  glass.press(glass.appliance.middle("key:backspace"));
  EXPECT_EQ(typed(glass).text.size(), 4U);
  for (int i = 0; i < 20 && !typed(glass).text.empty(); ++i) {
    glass.clock.put_forward(100ms);
    glass.let_page_listen();
  }
  EXPECT_EQ(typed(glass).text, "");
  glass.lift();
  EXPECT_EQ(typed(glass).text, "");
}

TEST(real_glass, a_tap_in_the_text_moves_the_caret_there) {
  RealGlass glass(at(9, 0));
  go_to_the_keyboard(glass);
  for (int i = 0; i < 4; ++i) glass.tap(glass.appliance.middle("key:e"));
  ASSERT_EQ(typed(glass).caret, 4U);
  glass.tap({40, glass.appliance.middle("field").y});  // left of the first letter
  EXPECT_EQ(typed(glass).caret, 0U);
}

int count_keys(void* count, SDL_Event* event) {
  if (event->type == SDL_KEYDOWN) ++*static_cast<int*>(count);
  return 0;
}

TEST(real_glass, a_physical_keyboard_does_nothing) {
  RealGlass glass(at(9, 0));
  int keys = 0;
  SDL_AddEventWatch(count_keys, &keys);
  glass.tap(glass.appliance.middle("choice:4"));
  glass.until([&] { return glass.appliance.has("choice:slow"); });
  glass.let_page_listen();
  for (const bool is_on_attract : {false, true}) {
    if (is_on_attract) {
      glass.tap(glass.appliance.middle("back"));
      glass.until([&] { return glass.appliance.has("choice:4"); });
      glass.let_page_listen();
    }
    const auto before = glass.look();
    const View shown = glass.appliance.painter.shown;
    for (const int key : {XK_Return, XK_space, XK_Escape, XK_Tab, XK_BackSpace, XK_a, XK_1, XK_Left, XK_F1,
                          XK_F11, XK_Print, XK_Super_L})
      glass.hand.type({static_cast<unsigned long>(key)});
    glass.hand.type({XK_Alt_L, XK_F4});
    glass.hand.type({XK_Alt_L, XK_Tab});
    glass.hand.type({XK_Control_L, XK_c});
    glass.hand.type({XK_Control_L, XK_Alt_L, XK_Delete});
    // A finger after the keys: when it has come, they have.
    glass.tap(kNowhere);
    EXPECT_EQ(glass.look(), before);
    EXPECT_TRUE(glass.appliance.painter.shown == shown);
    EXPECT_GT(std::exchange(keys, 0), 10);  // they did reach the window
  }
  SDL_DelEventWatch(count_keys, &keys);
}

TEST(real_glass, of_3000_real_taps_no_submission_is_lost_and_none_is_doubled) {
  RealGlass glass(at(10, 45));
  std::mt19937 chance(3);
  constexpr int kTaps = 3000;
  for (int tap = 0; tap < kTaps; ++tap) {
    const auto targets = glass.appliance.painter.targets(0);
    Point place{static_cast<int>(chance() % 640), static_cast<int>(chance() % 400)};
    if (!targets.empty() && tap % 3 != 0)
      place = glass.appliance.middle(targets[chance() % targets.size()].name);
    glass.hand.move(place);
    glass.hand.press();
    glass.hand.lift();
    if (tap % 10 == 9) {  // ten taps at a time, then the page listens again
      glass.until([&] { return glass.appliance.painter.ups > tap; });
      glass.until([&] { return !WatchedPainter::is_busy(glass.appliance.painter.shown); });
      glass.let_page_listen();
    }
  }
  const WatchedPainter& seen = glass.appliance.painter;
  EXPECT_EQ(seen.downs, kTaps);
  EXPECT_EQ(seen.ups, kTaps);
  EXPECT_GT(seen.thanked, 50);
  EXPECT_EQ(seen.sent, seen.thanked);
  EXPECT_EQ(glass.appliance.stored(), static_cast<std::uint64_t>(seen.thanked));
  std::printf("%d taps, %d submissions\n", kTaps, seen.thanked);
}

}  // namespace
