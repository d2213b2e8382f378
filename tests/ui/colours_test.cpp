// SPDX-License-Identifier: Apache-2.0
// The colours of every theme: what is written can be read, what is drawn can be seen, and nothing is said by
// colour alone.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ui/theme/contrast.h"
#include "ui/theme/palette.h"
#include "ui/theme/scale_colors.h"

using namespace tertulia::ui;

namespace {

struct Ink {
  const char* name;
  Color Theme::*color;
  Color Theme::*ground;
};

constexpr Ink kTexts[] = {{"text on background", &Theme::text, &Theme::background},
                          {"text on card", &Theme::text, &Theme::card},
                          {"text on selected", &Theme::text, &Theme::selected},
                          {"text on track", &Theme::text, &Theme::track},
                          {"text on keyboard", &Theme::text, &Theme::keyboard},
                          {"muted on background", &Theme::muted, &Theme::background},
                          {"muted on card", &Theme::muted, &Theme::card},
                          {"on primary", &Theme::on_primary, &Theme::primary},
                          {"on pause", &Theme::on_pause, &Theme::pause},
                          {"amber on background", &Theme::amber, &Theme::background},
                          {"amber on card", &Theme::amber, &Theme::card},
                          {"red on background", &Theme::red, &Theme::background},
                          {"red on card", &Theme::red, &Theme::card},
                          {"on closed", &Theme::on_closed, &Theme::closed},
                          {"muted on closed", &Theme::on_closed_muted, &Theme::closed}};

constexpr Ink kShapes[] = {{"ring on card", &Theme::ring, &Theme::card},
                           {"ring on background", &Theme::ring, &Theme::background},
                           {"primary on card", &Theme::primary, &Theme::card},
                           {"primary on background", &Theme::primary, &Theme::background},
                           {"primary on selected", &Theme::primary, &Theme::selected},
                           {"primary on track", &Theme::primary, &Theme::track},
                           {"amber on track", &Theme::amber, &Theme::track},
                           {"red on track", &Theme::red, &Theme::track},
                           {"good on card", &Theme::good, &Theme::card},
                           {"sky on card", &Theme::sky, &Theme::card},
                           {"slate on card", &Theme::slate, &Theme::card}};

struct Named {
  const char* name;
  Theme theme;
  double least;
};
constexpr Named kThemes[] = {{"paper", kPaper, kTextContrast},
                             {"night", kNight, kTextContrast},
                             {"contrast on light", kContrastDay, kHighContrast},
                             {"contrast on dark", kContrastNight, kHighContrast}};

TEST(colours, texts_keep_the_contrast_of_their_theme) {
  for (const Named& each : kThemes)
    for (const Ink& ink : kTexts)
      EXPECT_GE(contrast(each.theme.*ink.color, each.theme.*ink.ground), each.least)
          << each.name << ": " << ink.name;
}

TEST(colours, shapes_that_mean_something_stand_out_from_their_ground) {
  for (const Named& each : kThemes)
    for (const Ink& ink : kShapes)
      EXPECT_GE(contrast(each.theme.*ink.color, each.theme.*ink.ground), kShapeContrast)
          << each.name << ": " << ink.name;
}

TEST(colours, a_face_is_drawn_dark_on_light) {
  for (const Color face : kFaces) EXPECT_GE(contrast(kFaceInk, face), kTextContrast);
}

TEST(colours, contrast_is_that_of_wcag) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xffffff)), 21, 1e-9);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xffffff)), 4.48, 0.005);
  EXPECT_NEAR(contrast(rgb(0xff0000), rgb(0xff0000)), 1, 1e-9);
}

TEST(colours, a_legible_colour_stays_and_another_moves_no_further_than_it_must) {
  EXPECT_EQ(legible(kPaper.text, kPaper.card, kTextContrast), kPaper.text);
  for (const Color ground : {rgb(0xffffff), rgb(0xfbf7f0), rgb(0x16242e), rgb(0x000000)})
    for (const std::uint32_t hex : {0xffe100U, 0xff0000U, 0x00ff00U, 0x808080U, 0xffffffU, 0x000000U}) {
      const double found = contrast(legible(rgb(hex), ground, kTextContrast), ground);
      EXPECT_GE(found, kTextContrast) << hex;
      EXPECT_LT(found, std::max(contrast(rgb(hex), ground), kTextContrast) + 0.3) << hex;
    }
}

TEST(colours, any_accent_of_a_programme_keeps_the_contrast) {
  for (const std::uint32_t hex :
       {0xffe100U, 0xff0000U, 0x00ff00U, 0x808080U, 0xffffffU, 0x000000U, 0x7a1fa2U})
    for (const ThemeChoice choice : {ThemeChoice::kByRole, ThemeChoice::kContrasting}) {
      Look look;
      look.theme = choice;
      look.accent = rgb(hex);
      const double least = choice == ThemeChoice::kContrasting ? kHighContrast : kTextContrast;
      const Palette palette = palette_of(look);
      for (const Ground ground : {Ground::kLight, Ground::kDark, Ground::kStrip}) {
        const Theme& theme = palette.on(ground);
        EXPECT_GE(contrast(theme.primary, theme.background), least) << hex;
        EXPECT_GE(contrast(theme.primary, theme.card), least) << hex;
        EXPECT_GE(contrast(theme.on_primary, theme.primary), kTextContrast) << hex;
        EXPECT_GE(contrast(theme.primary, theme.selected), kShapeContrast) << hex;
        EXPECT_GE(contrast(theme.text, theme.selected), least) << hex;
      }
    }
}

TEST(colours, a_screen_has_the_theme_that_was_chosen_for_it) {
  const auto background = [](ThemeChoice choice, Ground ground) {
    Look look;
    look.theme = choice;
    return palette_of(look).on(ground).background;
  };
  EXPECT_EQ(background(ThemeChoice::kByRole, Ground::kLight), kPaper.background);
  EXPECT_EQ(background(ThemeChoice::kByRole, Ground::kDark), kNight.background);
  EXPECT_EQ(background(ThemeChoice::kAlwaysPaper, Ground::kDark), kPaper.background);
  EXPECT_EQ(background(ThemeChoice::kAlwaysNight, Ground::kLight), kNight.background);
  EXPECT_EQ(background(ThemeChoice::kContrasting, Ground::kLight), kContrastDay.background);
  EXPECT_EQ(background(ThemeChoice::kContrasting, Ground::kDark), kContrastNight.background);
}

// ---- what people see who lack a kind of cone ----

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Whole lack of a kind of cone, on linear sRGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization
// and Computer Graphics 15(6), 2009, table of matrices, severity 1.0.
struct Sight {
  const char* name;
  Matrix matrix;
};
constexpr Sight kSights[] = {
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

Triple times(const Matrix& matrix, const Triple& value) {
  Triple result{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t i = 0; i < 3; ++i) result[row] += matrix[row][i] * value[i];
  return result;
}

double linear(std::uint32_t channel) {
  const double value = (channel & 0xFFU) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// CIE L*a*b* under D65, of a colour as that sight sees it.
Triple lab_of(Color color, const Sight& sight) {
  Triple seen =
      times(sight.matrix, {linear(color.argb >> 16U), linear(color.argb >> 8U), linear(color.argb)});
  for (double& value : seen) value = std::min(1.0, std::max(0.0, value));
  constexpr Matrix kToXyz{{{0.4124564, 0.3575761, 0.1804375},
                           {0.2126729, 0.7151522, 0.0721750},
                           {0.0193339, 0.1191920, 0.9503041}}};
  const Triple xyz = times(kToXyz, seen);
  const auto bent = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = bent(xyz[0] / 0.95047), y = bent(xyz[1]), z = bent(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(Color a, Color b, const Sight& sight) {
  const Triple first = lab_of(a, sight), second = lab_of(b, sight);
  return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

constexpr double kClearlyDifferent = 15;  // CIE76; 2.3 is just noticeable

// Amber and red on light ground are both dark: there only word and shape tell (see tone marks in
// every_screen_test.cpp).
TEST(colours, a_calm_time_differs_from_an_urgent_one_for_every_sight) {
  for (const Named& each : kThemes)
    for (const Sight& sight : kSights) {
      EXPECT_GE(difference(each.theme.primary, each.theme.amber, sight), kClearlyDifferent)
          << each.name << " " << sight.name;
      EXPECT_GE(difference(each.theme.primary, each.theme.red, sight), kClearlyDifferent)
          << each.name << " " << sight.name;
    }
}

TEST(colours, on_a_room_display_amber_differs_from_red_for_every_sight) {
  for (const Theme* theme : {&kNight, &kContrastNight})
    for (const Sight& sight : kSights)
      EXPECT_GE(difference(theme->amber, theme->red, sight), kClearlyDifferent) << sight.name;
}

TEST(colours, neighbouring_faces_differ_for_every_sight) {
  constexpr double kDifferent = 7;  // beside their mouths and words
  for (const Sight& sight : kSights)
    for (std::size_t i = 1; i < std::size(kFaces); ++i)
      EXPECT_GE(difference(kFaces[i - 1], kFaces[i], sight), kDifferent) << sight.name << " " << i;
}

// ---- the steps of a scale ----

struct NamedScale {
  const char* name;
  ScaleColors colors;
  double least;  // contrast of what is written on it
};
constexpr NamedScale kScales[] = {{"scale", kScale, kTextContrast},
                                  {"contrast", kContrastScale, kHighContrast}};

std::vector<Color> steps_of(const ScaleColors& colors, int count) {
  std::vector<Color> steps;
  for (int i = 0; i < count; ++i) steps.push_back(step_color(colors, i, count));
  return steps;
}

TEST(colours, a_number_on_a_step_of_a_scale_keeps_the_contrast) {
  for (const NamedScale& scale : kScales)
    for (int count = 2; count <= 11; ++count)
      for (const Color step : steps_of(scale.colors, count))
        EXPECT_GE(contrast(ink_on(step), step), scale.least) << scale.name << " " << count;
}

TEST(colours, a_scale_ends_in_its_ends_and_only_an_odd_one_has_the_middle) {
  for (int count = 2; count <= 11; ++count) {
    const std::vector<Color> steps = steps_of(kScale, count);
    EXPECT_EQ(steps.front(), kScale.front());
    EXPECT_EQ(steps.back(), kScale.back());
    EXPECT_EQ(std::ranges::count(steps, kScale[2]), count % 2) << count;
  }
  EXPECT_EQ(steps_of(kScale, 5), std::vector<Color>(kScale.begin(), kScale.end()));
}

TEST(colours, a_scale_gets_darker_from_its_middle_to_both_ends) {
  for (const NamedScale& scale : kScales)
    for (int count = 2; count <= 11; ++count) {
      const std::vector<Color> steps = steps_of(scale.colors, count);
      const auto half = static_cast<std::size_t>(count / 2);
      for (std::size_t i = 1; i < half; ++i) {
        EXPECT_LT(luminance(steps[i - 1]), luminance(steps[i])) << scale.name << " " << count;
        const std::size_t other = steps.size() - i;
        EXPECT_LT(luminance(steps[other]), luminance(steps[other - 1])) << scale.name << " " << count;
      }
    }
}

TEST(colours, neighbouring_steps_of_a_scale_differ_for_every_sight) {
  constexpr double kDifferent = 3;  // 2.3 is just noticeable; beside the gap between them
  for (const NamedScale& scale : kScales)
    for (const Sight& sight : kSights)
      for (int count = 2; count <= 11; ++count) {
        const std::vector<Color> steps = steps_of(scale.colors, count);
        for (std::size_t i = 1; i < steps.size(); ++i)
          EXPECT_GE(difference(steps[i - 1], steps[i], sight), kDifferent)
              << scale.name << " " << sight.name << " " << count << " " << i;
      }
}

}  // namespace
