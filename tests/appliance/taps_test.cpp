// SPDX-License-Identifier: Apache-2.0
// Hands that never stop: whoever is thanked is in the store, once.
#include <random>

#include <gtest/gtest.h>

#include "tests/appliance/fake_glass.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr int kTaps = 100'000;
constexpr int kInOneGo = 100;
constexpr auto kHalfTap = 50us;  // 10,000 taps a second

// A place where a hurried hand may land: mostly on what can be touched.
Point some_place(const FakeGlass& glass, std::mt19937& chance) {
  const auto targets = glass.appliance.painter.targets(0);
  const auto below = [&chance](int limit) {
    return static_cast<int>(chance() % static_cast<unsigned>(limit));
  };
  if (targets.empty() || below(8) == 0) return {below(800), below(480)};
  const Rect& area = targets[chance() % targets.size()].area;
  return {area.left + below(area.width()), area.top + below(area.height())};
}

TEST(taps, of_100000_at_10000_a_second_no_submission_is_lost_and_none_is_doubled) {
  FakeGlass glass(at(10, 45));
  std::mt19937 chance(20270511);
  for (int tap = 0; tap < kTaps; tap += kInOneGo) {
    for (int i = 0; i < kInOneGo; ++i) {
      const Point place = some_place(glass, chance);
      glass.window.touch(TouchKind::kDown, place);
      glass.pass(kHalfTap);
      glass.window.touch(TouchKind::kUp, place);
      glass.pass(kHalfTap);
    }
    glass.appliance.turn();
  }
  // Whoever waits for the store still gets an answer.
  while (WatchedPainter::is_waiting(glass.appliance.painter.shown)) glass.appliance.turn();
  glass.wait(1s);
  const WatchedPainter& seen = glass.appliance.painter;
  EXPECT_EQ(seen.downs, kTaps);
  EXPECT_EQ(seen.ups, kTaps);
  EXPECT_GE(seen.thanked, 8);  // ten seconds, and each page ignores touches for 350 ms
  EXPECT_EQ(seen.sent, seen.thanked);
  EXPECT_EQ(glass.appliance.stored(), static_cast<std::uint64_t>(seen.thanked));
  std::printf("%d taps, %d submissions\n", kTaps, seen.thanked);
}

TEST(taps, in_one_go_each_of_many_is_one_choice) {
  FakeGlass glass(at(10, 45), device_with_a_long_list());
  glass.tap("begin");
  glass.wait(400ms);
  constexpr int kMany = 301;
  const Point place = glass.appliance.middle("choice:2");
  for (int i = 0; i < kMany; ++i) {
    glass.window.tap(place);
    glass.pass(kHalfTap * 2);
  }
  int flips = 0;
  const auto is_chosen = [&glass] {
    const auto& body = std::get<QuestionView>(glass.appliance.painter.shown).body;
    return std::get<ChoicesBody>(body).choices[1].chosen;
  };
  // The loop paints after each intent; the last picture tells whether their number was odd.
  const int before = glass.appliance.painter.paints;
  glass.wait(1s);
  flips = glass.appliance.painter.paints - before;
  EXPECT_GE(flips, kMany);
  EXPECT_TRUE(is_chosen());
  glass.window.tap(place);
  glass.wait(1s);
  EXPECT_FALSE(is_chosen());
}

TEST(taps, a_second_tap_before_the_store_has_answered_sends_nothing_more) {
  FakeGlass glass(at(10, 45));
  const Point place = glass.appliance.middle("choice:4");
  for (int i = 0; i < 5; ++i) glass.window.tap(place);
  glass.wait(2s);
  EXPECT_TRUE(glass.appliance.shows<ThanksView>());
  EXPECT_EQ(glass.appliance.painter.sent, 1);
  EXPECT_EQ(glass.appliance.stored(), 1U);
}

}  // namespace
