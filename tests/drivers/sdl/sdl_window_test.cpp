// SPDX-License-Identifier: Apache-2.0
#include "drivers/sdl/sdl_window.h"

#include <SDL.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>

#include "drivers/sdl/contacts.h"
#include "tests/drivers/sdl/sdl_bench.h"

namespace tertulia {
namespace {

constexpr Size kSize{320, 240};

std::vector<Touch> touches_of(const std::vector<WindowEvent>& events) {
  std::vector<Touch> touches;
  for (const WindowEvent& event : events)
    if (const auto* touch = std::get_if<Touch>(&event)) touches.push_back(*touch);
  return touches;
}

template <class Kind>
bool has(const std::vector<WindowEvent>& events) {
  return std::any_of(events.begin(), events.end(),
                     [](const WindowEvent& event) { return std::holds_alternative<Kind>(event); });
}

SdlOptions two_screens() {
  SdlOptions options;
  options.video_driver = "dummy";
  options.screens = {{"kiosk", {320, 240}, {}, SdlMode::kWindow, 0},
                     {"room", {640, 360}, {}, SdlMode::kWindow, 0}};
  return options;
}

SDL_Event button(Uint32 type, Uint8 which_button) {
  SDL_Event event{};
  event.button.type = type;
  event.button.button = which_button;
  event.button.x = 12;
  event.button.y = 34;
  return event;
}

TEST(sdl_contacts, only_the_left_button_is_a_finger) {
  EXPECT_EQ(contact_from(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT), kSize, BootTime{5}),
            (TouchContact{ContactKind::kDown, kMouseFinger, {12, 34}, BootTime{5}}));
  EXPECT_FALSE(contact_from(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT), kSize, {}));
  EXPECT_FALSE(contact_from(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_MIDDLE), kSize, {}));
}

TEST(sdl_contacts, a_pointer_that_hovers_is_no_contact) {
  SDL_Event event{};
  event.motion.type = SDL_MOUSEMOTION;
  EXPECT_FALSE(contact_from(event, kSize, {}));
  event.motion.state = SDL_BUTTON_LMASK;
  EXPECT_TRUE(contact_from(event, kSize, {}));
}

TEST(sdl_contacts, a_mouse_that_sdl_made_up_from_a_finger_is_ignored) {
  SDL_Event event = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT);
  event.button.which = SDL_TOUCH_MOUSEID;
  EXPECT_FALSE(contact_from(event, kSize, {}));
}

TEST(sdl_contacts, a_finger_beyond_the_edge_counts_as_on_it) {
  SDL_Event event{};
  event.tfinger.type = SDL_FINGERDOWN;
  event.tfinger.x = 1.5F;
  event.tfinger.y = -3.0F;
  EXPECT_EQ(contact_from(event, kSize, {})->at, (Point{319, 0}));
}

TEST(sdl_window, without_a_screen_it_says_so) {
  const KernelClock clock;
  const auto window = SdlWindow::open({}, clock);
  ASSERT_FALSE(window.ok());
  EXPECT_NE(window.error().message.find("configur"), std::string::npos);
}

TEST(sdl_window, without_a_display_server_it_names_the_cure) {
  const KernelClock clock;
  SdlOptions options = two_screens();
  options.video_driver = "x11";
  setenv("DISPLAY", ":4711", 1);
  const auto window = SdlWindow::open(options, clock);
  ASSERT_FALSE(window.ok());
  EXPECT_NE(window.error().message.find("DISPLAY"), std::string::npos);
}

TEST(sdl_window, a_second_finger_cancels_the_first) {
  HeadlessBench bench;
  bench.press({50, 50});
  SDL_Event second{};
  second.tfinger.type = SDL_FINGERDOWN;
  second.tfinger.fingerId = 8;
  second.tfinger.x = second.tfinger.y = 0.5F;
  SDL_PushEvent(&second);
  bench.lift({50, 50});
  second.tfinger.type = SDL_FINGERUP;
  SDL_PushEvent(&second);
  bench.press({60, 60});
  std::vector<TouchKind> kinds;
  for (const Touch& touch : touches_of(bench.window().wait(std::nullopt))) kinds.push_back(touch.kind);
  EXPECT_EQ(kinds, (std::vector{TouchKind::kDown, TouchKind::kCancel, TouchKind::kDown}));
}

TEST(sdl_window, what_rests_on_the_glass_ends_a_wait_as_dirt_until_it_is_gone) {
  HeadlessBench bench;
  bench.press({50, 50});
  EXPECT_FALSE(has<window_event::Dirt>(bench.window().wait(std::nullopt)));
  const std::vector<WindowEvent> after = bench.window().wait(std::nullopt);
  ASSERT_EQ(after.size(), 2U);
  EXPECT_EQ(touches_of(after).front().kind, TouchKind::kCancel);
  EXPECT_EQ(after.back(), WindowEvent(window_event::Dirt{0, true}));
  bench.lift({50, 50});
  EXPECT_EQ(bench.window().wait(std::nullopt), (std::vector<WindowEvent>{window_event::Dirt{0, false}}));
}

TEST(sdl_window, each_screen_hears_its_own_touches) {
  const KernelClock clock;
  auto window = SdlWindow::open(two_screens(), clock);
  ASSERT_TRUE(window.ok()) << window.error().message;
  SDL_Event event = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT);
  event.button.windowID = 2;
  SDL_PushEvent(&event);
  const auto touches = touches_of(window.value()->wait(std::nullopt));
  ASSERT_EQ(touches.size(), 1U);
  EXPECT_EQ(touches[0].screen, 1);
  EXPECT_EQ(touches[0].at, (Point{12, 34}));
}

TEST(sdl_window, a_resized_window_has_the_new_size_and_shows_pictures_of_it) {
  const KernelClock clock;
  auto opened = SdlWindow::open(two_screens(), clock);
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  SdlWindow& window = *opened.value();
  SDL_SetWindowSize(SDL_GetWindowFromID(1), 200, 100);
  EXPECT_TRUE(has<window_event::Resized>(window.wait(std::nullopt)));
  EXPECT_EQ(window.screens()[0].size, (Size{200, 100}));
  EXPECT_EQ(window.screens()[1].size, (Size{640, 360}));
  const std::vector<std::uint32_t> picture(200 * 100, 0xff123456);
  const std::vector<Rect> damage{{0, 0, 200, 100}};
  EXPECT_TRUE(window.present(0, {picture.data(), {200, 100}}, damage).ok());
}

TEST(sdl_window, interrupting_the_program_arrives_as_quit) {
  HeadlessBench bench;
  kill(getpid(), SIGINT);
  EXPECT_TRUE(has<window_event::Quit>(bench.window().wait(std::nullopt)));
}

TEST(sdl_window, a_window_closed_on_the_desktop_asks_to_quit) {
  XBench bench;
  bench.close_window();
  std::vector<WindowEvent> events;
  while (!has<window_event::Quit>(events)) {
    events = bench.window().wait(bench.clock().now().boot + std::chrono::seconds(10));
    ASSERT_FALSE(events.empty()) << "nothing came in ten seconds";
  }
}

TEST(sdl_window, a_second_window_can_follow_the_first) {
  for (int i = 0; i < 3; ++i) {
    HeadlessBench bench;
    bench.window().wake();
    EXPECT_TRUE(has<window_event::Woken>(bench.window().wait(std::nullopt)));
  }
}

}  // namespace
}  // namespace tertulia
