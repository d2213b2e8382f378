// SPDX-License-Identifier: Apache-2.0
#include "tests/drivers/window_contract.h"

#include <thread>

namespace tertulia {

TEST_P(window_contract, it_has_the_screens_that_were_asked_for) {
  ASSERT_EQ(window().screens().size(), 1U);
  EXPECT_EQ(window().screens()[0].name, "kiosk");
  EXPECT_EQ(window().screens()[0].size, WindowBench::kSize);
  EXPECT_EQ(window().screens()[0].pixels_per_mm, 5.9);
}

TEST_P(window_contract, the_glass_shows_the_picture_that_was_presented) {
  settle();
  show(picture(1), {kWhole});
  EXPECT_TRUE(person().glass() == picture(1));
}

TEST_P(window_contract, only_damaged_rectangles_of_a_picture_are_shown) {
  settle();
  const std::vector<Rect> damage{{10, 20, 30, 25}, {100, 100, 101, 101}};
  show(picture(1), {kWhole});
  show(picture(2), damage);
  auto expected = picture(1);
  for (const Rect& rect : damage)
    for (int y = rect.top; y < rect.bottom; ++y)
      for (int x = rect.left; x < rect.right; ++x) {
        const auto index = static_cast<std::size_t>(y * WindowBench::kSize.width + x);
        expected[index] = picture(2)[index];
      }
  EXPECT_TRUE(person().glass() == expected);
}

TEST_P(window_contract, damage_beyond_the_edge_is_cut_and_no_damage_is_no_error) {
  settle();
  show(picture(1), {});
  show(picture(1), {{-50, -50, 5000, 5000}, {400, 10, 500, 20}, {20, 20, 20, 20}});
  EXPECT_TRUE(person().glass() == picture(1));
}

TEST_P(window_contract, a_dark_glass_is_black_feels_fingers_and_shows_the_next_picture) {
  settle();
  show(picture(1), {kWhole});
  ASSERT_TRUE(window().set_power(0, Power::kOff).ok());
  EXPECT_TRUE(person().glass() == std::vector<std::uint32_t>(picture(1).size(), 0xff000000));
  person().press({37, 201});
  person().lift({37, 201});
  EXPECT_FALSE(touches_until(TouchKind::kUp).empty());
  ASSERT_TRUE(window().set_power(0, Power::kOn).ok());
  show(picture(2), {kWhole});
  EXPECT_TRUE(person().glass() == picture(2));
}

TEST_P(window_contract, a_wait_returns_nothing_when_its_time_has_come) {
  settle();
  const BootTime until = now() + Milliseconds{20};
  EXPECT_TRUE(window().wait(until).empty());
  EXPECT_GE(now(), until);
}

TEST_P(window_contract, a_wait_for_an_instant_in_the_past_returns_at_once) {
  settle();
  EXPECT_TRUE(window().wait(now() - std::chrono::seconds(5)).empty());
  EXPECT_TRUE(window().wait(BootTime{0}).empty());
}

TEST_P(window_contract, wake_before_a_wait_ends_it_once) {
  settle();
  window().wake();
  window().wake();
  EXPECT_EQ(window().wait(std::nullopt), (std::vector<WindowEvent>{window_event::Woken{}}));
  EXPECT_TRUE(window().wait(now() + Milliseconds{20}).empty());
}

TEST_P(window_contract, wake_from_another_thread_ends_a_wait_without_end) {
  settle();
  std::thread other([&] { window().wake(); });
  EXPECT_TRUE(holds<window_event::Woken>(window().wait(std::nullopt)));
  other.join();
}

TEST_P(window_contract, a_tap_arrives_as_down_and_up_at_its_pixel) {
  settle();
  const BootTime before = now();
  person().press({37, 201});
  person().lift({37, 201});
  const auto touches = touches_until(TouchKind::kUp);
  ASSERT_EQ(touches.size(), 2U);
  EXPECT_EQ(touches[0].kind, TouchKind::kDown);
  for (const Touch& touch : touches) {
    EXPECT_EQ(touch.screen, 0);
    EXPECT_EQ(touch.at, (Point{37, 201}));
    EXPECT_GE(touch.time, before);
    EXPECT_LE(touch.time, now());
  }
}

TEST_P(window_contract, a_drag_arrives_in_order_and_ends_where_the_finger_was) {
  settle();
  person().press({30, 200});
  for (int y = 190; y >= 100; y -= 10) person().drag({31, y});
  person().lift({31, 100});
  const auto touches = touches_until(TouchKind::kUp);
  ASSERT_GE(touches.size(), 3U);
  EXPECT_EQ(touches.front().at, (Point{30, 200}));
  EXPECT_EQ(touches.back().at, (Point{31, 100}));
  for (std::size_t i = 1; i + 1 < touches.size(); ++i) {
    EXPECT_EQ(touches[i].kind, TouchKind::kMove);
    EXPECT_LE(touches[i].at.y, touches[i - 1].at.y);
  }
}

TEST_P(window_contract, a_request_to_stop_arrives_as_quit) {
  settle();
  person().ask_to_quit();
  EXPECT_TRUE(holds<window_event::Quit>(events_until<window_event::Quit>()));
}

}  // namespace tertulia
