// SPDX-License-Identifier: Apache-2.0
// How the status of the device is found by who looks for it and by nobody else; and its picture for cameras.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

// What a finger asks for that rests there for so long, and is lifted.
std::vector<Intent> rest(Shown& screen, Point at, BootTime time) {
  std::vector<Intent> all = screen.settle({screen.touch(TouchKind::kDown, at)});
  screen.now.boot += std::max(BootTime{0}, time - (screen.now.boot - kSampleTime));
  for (const Intent& each : screen.settle({})) all.push_back(each);
  for (const Intent& each : screen.settle({screen.touch(TouchKind::kUp, at)})) all.push_back(each);
  return all;
}

bool asks_for_status(const std::vector<Intent>& intents) {
  return intents.size() == 1 && std::holds_alternative<intent::ShowStatus>(intents.front());
}

TEST(status_corner, a_finger_that_rests_on_the_clock_for_five_seconds_finds_the_status) {
  for (const char* name :
       {"home", "begin", "home-read-aloud", "room", "room-between", "door-free", "door-closed"})
    for (const char* language : {"en", "ar"}) {
      Shown screen(sample_view(name, language), {800, 480});
      EXPECT_TRUE(asks_for_status(rest(screen, screen.middle("status"), 5s))) << name << " " << language;
    }
}

TEST(status_corner, a_tap_does_nothing) {
  for (const char* name : {"home", "room", "door-free"}) {
    Shown screen(sample_view(name), {1280, 800});
    EXPECT_TRUE(screen.tap(screen.middle("status")).empty()) << name;
  }
}

TEST(status_corner, a_finger_that_is_lifted_too_early_does_nothing) {
  Shown screen(sample_view("home"), {1280, 800});
  const Point at = screen.middle("status");
  std::vector<Intent> intents;
  const auto add = [&](const std::vector<Touch>& touches) {
    Painted painted = screen.paint(touches);
    if (painted.intent) intents.push_back(*painted.intent);
  };
  add({screen.touch(TouchKind::kDown, at)});
  screen.now.boot += 4900ms;
  add({});
  add({screen.touch(TouchKind::kUp, at)});
  screen.now.boot += 1s;
  add({});
  EXPECT_TRUE(intents.empty());
}

TEST(status_corner, a_finger_that_slides_off_does_nothing) {
  Shown screen(sample_view("home"), {1280, 800});
  const Point at = screen.middle("status");
  EXPECT_FALSE(screen.paint({screen.touch(TouchKind::kDown, at)}).intent);
  EXPECT_FALSE(screen.paint({screen.touch(TouchKind::kMove, {640, 400})}).intent);
  screen.now.boot += 6s;
  EXPECT_TRUE(screen.settle({}).empty());
}

TEST(status_corner, questions_have_none) {
  for (const char* name : {"faces", "choice", "text", "likert", "thanks", "still-there"}) {
    const auto targets = Shown(sample_view(name), {1280, 800}).targets();
    EXPECT_TRUE(std::none_of(targets.begin(), targets.end(), [](const Target& target) {
      return target.name == "status";
    })) << name;
  }
}

TEST(status_screen, the_moderator_finds_it_behind_the_words_of_the_link) {
  for (const char* language : {"en", "ar"}) {
    Shown screen(sample_view("moderator", language), {1280, 800});
    EXPECT_TRUE(asks_for_status(screen.tap(screen.middle("status")))) << language;
  }
}

TEST(status_screen, its_button_closes_it) {
  Shown screen(sample_view("status"), {1280, 800});
  const auto intents = screen.tap(screen.middle("close"));
  ASSERT_EQ(intents.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<intent::Done>(intents.front()));
}

// A camera does not see a theme, and no camera reads a mirrored code.
class QrOnGlass : public testing::TestWithParam<std::tuple<Size, Language, ui::ThemeChoice>> {};

TEST_P(QrOnGlass, each_of_its_modules_can_be_read_back) {
  const Size size = std::get<Size>(GetParam());
  const ui::ThemeChoice theme = std::get<ui::ThemeChoice>(GetParam());
  View view = sample_view("status-enrol", std::get<Language>(GetParam()));
  const QrCode code = std::get<StatusView>(view).enrolment->request;
  const Shown shown(view, size, 0, {.theme = theme});
  constexpr std::uint32_t kDark = 0xFF000000, kLight = 0xFFFFFFFF;
  const auto pixel = [&shown](int x, int y) {
    return shown.picture.pixels[static_cast<std::size_t>(y * shown.picture.size.width + x)];
  };
  // The upper edge of its first finder pattern: seven dark modules after four light ones.
  const auto find = [&]() -> std::optional<std::pair<Point, int>> {
    for (int y = 0; y < size.height; ++y)
      for (int x = 1; x < size.width; ++x) {
        int run = 0;
        while (x + run < size.width && pixel(x + run, y) == kDark) ++run;
        const int module = run / 7;
        if (run == 0) continue;
        bool is_quiet = run % 7 == 0 && x >= 4 * module && y >= 4 * module;
        for (int i = 1; is_quiet && i <= 4 * module; ++i)
          is_quiet = pixel(x - i, y) == kLight && pixel(x, y - i) == kLight;
        if (is_quiet && pixel(x, y + 7 * module - 1) == kDark) return std::pair{Point{x, y}, module};
        x += run;
      }
    return std::nullopt;
  };
  const auto found = find();
  ASSERT_TRUE(found) << "no QR code on the glass";
  const auto& [at, module] = *found;
  EXPECT_GE(module, 2);
  for (int row = -QrCode::kQuiet; row < code.side + QrCode::kQuiet; ++row)
    for (int column = -QrCode::kQuiet; column < code.side + QrCode::kQuiet; ++column)
      ASSERT_EQ(pixel(at.x + column * module + module / 2, at.y + row * module + module / 2),
                code.is_dark(row, column) ? kDark : kLight)
          << row << " " << column;
}

INSTANTIATE_TEST_SUITE_P(
    panels, QrOnGlass,
    testing::Combine(testing::Values(Size{800, 480}, Size{1280, 800}, Size{1920, 1080}, Size{720, 1280}),
                     testing::Values("en", "ar"),
                     testing::Values(ui::ThemeChoice::kByRole, ui::ThemeChoice::kAlwaysNight)));

}  // namespace
