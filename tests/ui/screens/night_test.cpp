// SPDX-License-Identifier: Apache-2.0
// The screen of the night: dark, legible for who stands before it, and nowhere for long.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/screens/sample_group.h"
#include "tests/ui/screens/shown.h"
#include "tests/ui/screens/written_out.h"
#include "ui/theme/contrast.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kBlack = 0xFF000000;

// The longest sentence in several scripts.
std::vector<NightView> nights() {
  std::vector<NightView> found;
  for (const SampleView& each : sample_group())
    if (const auto* night = std::get_if<NightView>(&each.view)) found.push_back(*night);
  return found;
}

TEST(night_screen, its_text_stays_on_the_glass_wherever_it_stands) {
  Drawer drawer({.text_scale = 1.25F});
  for (const Size size : {Size{800, 480}, Size{720, 1280}})
    for (NightView& night : nights())
      for (night.place = 0; night.place < kNightPlaces; ++night.place)
        EXPECT_EQ(faults_of(drawer.lay_out(night, {size}).texts, size), "")
            << night.begins << " at " << night.place;
}

TEST(night_screen, is_black_for_the_most_part_and_no_pixel_is_lit_for_a_quarter_of_the_time) {
  NightView night = nights().front();
  Shown screen(night, {800, 480});
  std::vector<int> lit(screen.picture.pixels.size());
  for (night.place = 0; night.place < kNightPlaces; ++night.place) {
    screen.view = night;
    screen.paint();
    std::size_t count = 0;
    for (std::size_t i = 0; i < lit.size(); ++i)
      if (screen.picture.pixels[i] != kBlack) ++lit[i], ++count;
    EXPECT_LT(count * 20, lit.size()) << "less than a twentieth";
  }
  EXPECT_LT(*std::max_element(lit.begin(), lit.end()) * 4, kNightPlaces);
}

TEST(night_screen, can_be_read_in_every_theme) {
  for (const ui::ThemeChoice theme : {ui::ThemeChoice::kByRole, ui::ThemeChoice::kAlwaysPaper,
                                      ui::ThemeChoice::kAlwaysNight, ui::ThemeChoice::kContrasting}) {
    Drawer drawer({.theme = theme});
    const double least = theme == ui::ThemeChoice::kContrasting ? ui::kHighContrast : ui::kTextContrast;
    EXPECT_GE(drawer.worst_legibility(nights().front(), {{800, 480}}).contrast, least);
  }
}

TEST(night_screen, asks_for_no_picture_before_its_text_changes) {
  Shown screen(nights().front(), {800, 480});
  const Painted again = screen.paint();
  EXPECT_TRUE(again.damage.empty());
  EXPECT_EQ(again.next_frame, std::nullopt);
}

}  // namespace
