// SPDX-License-Identifier: Apache-2.0
// Whole days before one kiosk, on a clock that the test moves: people come, answer, hesitate and walk off,
// and in between nobody is there. One hour in every test run; tests/appliance/run has days of it
// (TERTULIA_HOURS, TERTULIA_SEED).
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>
#include <malloc.h>

#include "tests/appliance/fake_glass.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

int number_from(const char* variable, int otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::atoi(text);
}

class Day {
 public:
  explicit Day(unsigned seed) : glass_(at(8, 0)), chance_(seed) {}

  void live(std::chrono::minutes span) {
    const BootTime end = glass_.clock.now().boot + span;
    while (glass_.clock.now().boot < end) {
      ++visits_;
      somebody_comes();
      glass_.wait(std::chrono::seconds(upto(15 * 60)));
    }
  }
  // Until whoever waits for the store has an answer, and whoever left has been noticed.
  void end() { glass_.wait(2min); }

  [[nodiscard]] int visits() const { return visits_; }
  [[nodiscard]] FakeGlass& glass() { return glass_; }

 private:
  [[nodiscard]] int upto(int most) { return static_cast<int>(chance_() % static_cast<unsigned>(most + 1)); }

  // Taps what can be touched, at a person's pace; one in thirty taps is the last one.
  void somebody_comes() {
    for (int taps = 0; taps < 60 && upto(29) != 0; ++taps) {
      const auto targets = glass_.appliance.painter.targets(0);
      if (targets.empty()) return;
      const Rect& area = targets[static_cast<std::size_t>(upto(static_cast<int>(targets.size()) - 1))].area;
      glass_.tap_at({area.left + upto(area.width() - 1), area.top + upto(area.height() - 1)});
      glass_.wait(Milliseconds(400 + upto(6000)));
    }
  }

  FakeGlass glass_;
  std::mt19937 chance_;
  int visits_ = 0;
};

std::size_t bytes_in_use() { return mallinfo2().uordblks; }

TEST(hours, before_a_kiosk_each_thank_you_is_one_answer_and_memory_does_not_grow) {
  const std::chrono::minutes all(60 * number_from("TERTULIA_HOURS", 1));
  Day day(static_cast<unsigned>(number_from("TERTULIA_SEED", 1)));
  day.live(all / 2);  // everything has been shown once by then
  const std::size_t before = bytes_in_use();
  day.live(all / 2);
  day.end();
  EXPECT_LE(bytes_in_use(), before + (std::size_t{4} << 20U)) << "where no sanitizer counts for itself";
  const WatchedPainter& seen = day.glass().appliance.painter;
  EXPECT_GT(seen.thanked, 0);
  EXPECT_EQ(seen.sent, seen.thanked);
  EXPECT_TRUE(day.glass().appliance.shows<AttractView>()) << "nobody is there any more";
  const int thanked = seen.thanked;
  EXPECT_EQ(day.glass().appliance.stored(), static_cast<std::uint64_t>(thanked));
  std::printf("%d hours, %d people, %d taps, %d thanked\n", static_cast<int>(all.count() / 60), day.visits(),
              seen.downs, thanked);
}

}  // namespace
