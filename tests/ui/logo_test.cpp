// SPDX-License-Identifier: Apache-2.0
// The logo of a programme on the screens: seen on every ground, placed by the reading direction, never
// mirrored, and nothing to do at rest.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/ui/screens/sample_logo.h"
#include "tests/ui/screens/shown.h"
#include "ui/drawing/logo_ground.h"
#include "ui/theme/contrast.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace tertulia::ui;

namespace {

constexpr Color kWhite = rgb(0xffffff);

Look look_with(const Picture& logo) {
  Look look;
  look.logo = std::make_shared<const Picture>(logo);
  return look;
}

// A disc of one colour around a smaller one of another.
Picture badge(std::uint32_t outer, std::uint32_t inner) {
  Picture logo{{60, 60}, {}};
  for (int y = 0; y < 60; ++y)
    for (int x = 0; x < 60; ++x) {
      const double far = std::hypot(x - 29.5, y - 29.5);
      logo.pixels.push_back(far > 29 ? 0 : 0xff000000U | (far > 15 ? outer : inner));
    }
  return logo;
}

int count(const Screenshot& picture, std::uint32_t colour) {
  return static_cast<int>(std::count(picture.pixels.begin(), picture.pixels.end(), colour));
}

// The columns that have that colour: from the first to the last.
std::pair<int, int> columns_of(const Screenshot& picture, std::uint32_t colour) {
  std::pair<int, int> columns{picture.size.width, -1};
  for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
    if (picture.pixels[i] != colour) continue;
    const int x = static_cast<int>(i) % picture.size.width;
    columns = {std::min(columns.first, x), std::max(columns.second, x)};
  }
  return columns;
}

TEST(logo_ground, a_dark_logo_gets_a_light_plate_at_night_and_none_on_paper) {
  const Picture navy = badge(0x1a2b5c, 0xffffff);
  EXPECT_EQ(plate_on(kPaper.background, navy), std::nullopt);
  EXPECT_EQ(plate_on(kNight.background, navy), kWhite);
}

TEST(logo_ground, a_light_logo_gets_a_dark_plate_on_paper_and_none_at_night) {
  const Picture cream = badge(0xf4efe6, 0x1a2b5c);
  EXPECT_EQ(plate_on(kPaper.background, cream), kNight.background);
  EXPECT_EQ(plate_on(kNight.background, cream), std::nullopt);
}

TEST(logo_ground, a_picture_that_has_a_ground_of_its_own_gets_none) {
  Picture framed = badge(0x1a2b5c, 0x1a2b5c);
  for (std::uint32_t& pixel : framed.pixels)
    if (pixel == 0) pixel = 0xffffffff;
  EXPECT_EQ(plate_on(kPaper.background, framed), std::nullopt);
  EXPECT_EQ(plate_on(kNight.background, framed), std::nullopt);
}

TEST(logo_ground, whatever_its_colour_a_logo_of_one_colour_is_seen_everywhere) {
  const Color grounds[] = {kPaper.background,         kNight.background, kContrastDay.background,
                           kContrastNight.background, kNight.closed,     kContrastDay.closed};
  for (std::uint32_t red = 0; red < 256; red += 51)
    for (std::uint32_t green = 0; green < 256; green += 51)
      for (std::uint32_t blue = 0; blue < 256; blue += 51) {
        const std::uint32_t hex = red << 16 | green << 8 | blue;
        const Picture logo{{3, 1}, {0, 0xff000000U | hex, 0}};
        for (const Color ground : grounds)
          EXPECT_GE(contrast(rgb(hex), plate_on(ground, logo).value_or(ground)), kShapeContrast) << hex;
      }
}

TEST(logo, stands_where_reading_begins_and_is_never_mirrored) {
  // Red on its left, green on its right.
  Picture flag{{40, 40}, {}};
  for (int i = 0; i < 40 * 40; ++i) flag.pixels.push_back(i % 40 < 20 ? 0xffd02020 : 0xff20a020);
  for (const char* screen : {"home", "room", "door-open"})
    for (const Size size : {Size{800, 480}, Size{1280, 800}, Size{720, 1280}}) {
      const Shown english(sample_view(screen), size, 0, look_with(flag));
      const Shown arabic(sample_view(screen, "ar"), size, 0, look_with(flag));
      const auto red = columns_of(english.picture, 0xffd02020);
      const auto green = columns_of(english.picture, 0xff20a020);
      ASSERT_GE(red.second, red.first) << screen;
      EXPECT_EQ(red.second + 1, green.first) << screen;
      EXPECT_LT(green.second, size.width / 3) << screen;
      const auto red_from_right = columns_of(arabic.picture, 0xffd02020);
      EXPECT_EQ(red_from_right.second + 1, columns_of(arabic.picture, 0xff20a020).first) << screen;
      EXPECT_EQ(size.width - 1 - columns_of(arabic.picture, 0xff20a020).second, red.first) << screen;
    }
}

TEST(logo, a_plate_is_drawn_where_the_ground_would_swallow_it) {
  const Picture navy = badge(0x1a2b5c, 0x1a2b5c);
  const Shown without(sample_view("room"), {1280, 800});
  const Shown with(sample_view("room"), {1280, 800}, 0, look_with(navy));
  EXPECT_EQ(count(without.picture, 0xff1a2b5c), 0);
  EXPECT_GT(count(with.picture, 0xff1a2b5c), 1000);
  EXPECT_GT(count(with.picture, 0xffffffff) - count(without.picture, 0xffffffff), 500);
}

TEST(logo, at_rest_nothing_is_drawn_and_a_second_redraws_only_the_time) {
  Shown screen(sample_view("room"), {1280, 800}, 0, look_with(sample_logo()));
  EXPECT_TRUE(screen.paint().damage.empty());
  std::get<RoomView>(screen.view).countdown = "11:59";
  for (const Rect& area : screen.paint().damage) EXPECT_GT(area.top, 100);
}

TEST(logo, in_another_size_of_the_screen_it_is_drawn_anew) {
  Shown screen(sample_view("home"), {1280, 800}, 0, look_with(sample_logo()));
  screen.resize({800, 480});
  screen.paint();
  EXPECT_EQ(screen.picture, Shown(sample_view("home"), {800, 480}, 0, look_with(sample_logo())).picture);
}

TEST(logo, is_on_no_screen_of_a_respondent) {
  const Picture loud = badge(0xd02020, 0xd02020);
  for (const char* screen : {"choice", "text", "thanks", "still-there", "moderator"})
    EXPECT_EQ(count(Shown(sample_view(screen), {1280, 800}, 0, look_with(loud)).picture, 0xffd02020), 0)
        << screen;
}

}  // namespace
