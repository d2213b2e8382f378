// SPDX-License-Identifier: Apache-2.0
// Every screen of the sample visit in every language on every panel: nothing is cut, covers another or is too
// small for a finger; and every letter can be told from what lies under it.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/status_views.h"
#include "tests/ui/screens/sample_logo.h"
#include "tests/ui/screens/shown.h"
#include "tests/ui/screens/written_out.h"
#include "ui/theme/contrast.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

// The shipped build lays out for every panel and language. Sanitizers look for other faults, take many times
// as long, and find them on two panels and in one language of each script.
#ifdef TERTULIA_SANITIZED
constexpr Size kSizes[] = {{800, 480}, {720, 1280}};
constexpr const char* kLanguages[] = {"fr", "ar", "am", "ka"};
#else
constexpr Size kSizes[] = {{800, 480},   {1024, 600}, {1280, 800}, {1920, 1080},
                           {3840, 2160}, {720, 1280}, {1080, 1920}};
constexpr const char* kLanguages[] = {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"};
#endif

std::string name_of(Size size) { return std::to_string(size.width) + "x" + std::to_string(size.height); }

std::vector<NamedView> all_views(const DeviceState& device_state, const Language& language) {
  std::vector<NamedView> views = lisbon_views(device_state, language);
  for (NamedView& each : status_views(device_state, language)) views.push_back(std::move(each));
  return views;
}

class EveryScreen : public ::testing::TestWithParam<Size> {};

// With the logo of the programme, as the appliance shows it.
std::string faults_in_all(ui::Look look, const Panel& panel) {
  const DeviceState device_state = lisbon_device();
  look.logo = std::make_shared<const Picture>(device_state.pack.visit.branding.logo.value());
  Drawer drawer(look);
  std::string all;
  for (const char* language : kLanguages)
    for (const NamedView& each : all_views(device_state, language)) {
      const Drawer::Drawn drawn = drawer.lay_out(each.view, panel);
      const std::string faults = faults_of(drawn.texts, panel.size) + faults_of(drawn.targets, panel);
      if (!faults.empty()) all += each.name + " in " + language + ":" + faults + "\n";
    }
  return all;
}

TEST_P(EveryScreen, nothing_is_cut_or_covered_or_too_small) {
  const std::string faults = faults_in_all({}, {GetParam()});
  EXPECT_TRUE(faults.empty()) << faults;
}

// A 7" panel of 800x480 has no room for more than a quarter.
TEST_P(EveryScreen, nor_with_larger_type) {
  const float scale = GetParam().height < 600 ? 1.25F : 1.5F;
  const std::string faults = faults_in_all({.text_scale = scale}, {GetParam()});
  EXPECT_TRUE(faults.empty()) << faults;
}

// The letters that a held key offers lie over the page on purpose, on a ground of their own.
std::string faults_of_texts(const SampleView& sample, const std::vector<ui::Written>& texts, Size glass) {
  if (sample.name != "variants") return faults_of(texts, glass);
  std::string faults;
  for (const ui::Written& text : texts) faults += faults_of(std::vector{text}, glass);
  return faults;
}

// What the golden pictures show on one panel each, and the sample visit does not have: large marks, reading
// aloud.
TEST_P(EveryScreen, nor_of_the_sample_views) {
  const Panel panel{GetParam()};
  Drawer plain({});
  Drawer with_logo({.logo = std::make_shared<const Picture>(sample_logo())});
  for (const SampleView& sample : sample_views()) {
    const auto drawn = (sample.logo ? with_logo : plain).lay_out(sample.view, panel);
    EXPECT_EQ(faults_of_texts(sample, drawn.texts, panel.size) + faults_of(drawn.targets, panel), "")
        << sample.name << " in " << sample.language;
  }
}

// It gives way to words only: not on these, in no language.
TEST_P(EveryScreen, the_logo_of_the_programme_has_room) {
  const DeviceState device_state = lisbon_device();
  Drawer drawer({.logo = std::make_shared<const Picture>(device_state.pack.visit.branding.logo.value())});
  for (const char* language : kLanguages) {
    std::set<std::string> seen;
    for (const NamedView& each : lisbon_views(device_state, language)) {
      if (each.name != "attract" && each.name != "room-timed" && each.name != "door-timed") continue;
      seen.insert(each.name);
      const auto texts = drawer.lay_out(each.view, {GetParam()}).texts;
      EXPECT_TRUE(std::any_of(texts.begin(), texts.end(),
                              [](const ui::Written& text) { return text.text == "the logo"; }))
          << each.name << " in " << language;
    }
    EXPECT_EQ(seen, (std::set<std::string>{"attract", "room-timed", "door-timed"})) << language;
  }
}

bool is_read_from_afar(const SampleView& sample) {
  return (sample.name.starts_with("sign-") && sample.name != "sign-day") || sample.name.starts_with("room");
}

// The header may be smaller, and so may a day, which a foyer reads from near.
TEST_P(EveryScreen, what_a_room_reads_from_five_metres_has_a_28th_of_its_height) {
  const Panel panel{GetParam()};
  const int side = std::min(panel.size.width, panel.size.height);
  const int header = static_cast<int>(75 * ui::scale_of({panel.size, 0}));
  Drawer drawer({});
  for (const SampleView& sample : sample_views()) {
    if (!is_read_from_afar(sample)) continue;
    for (const ui::Written& text : drawer.lay_out(sample.view, panel).texts)
      if (text.box.top >= header) {
        EXPECT_GE(text.asked_px * 28, side) << sample.name << ": " << text.text;
      }
  }
}

INSTANTIATE_TEST_SUITE_P(sizes, EveryScreen, ::testing::ValuesIn(kSizes),
                         [](const auto& each) { return name_of(each.param); });

std::vector<NamedView> touched_views(const DeviceState& device_state, const Language& language) {
  std::vector<NamedView> views = kiosk_views(device_state, language);
  for (NamedView& each : status_views(device_state, language)) views.push_back(std::move(each));
  return views;
}

// Panels that one can buy, and how wide their glass is.
TEST(every_screen, no_target_is_under_nine_millimetres) {
  constexpr std::pair<Size, int> kPanels[] = {{{800, 480}, 154},  {{1024, 600}, 154},  {{1280, 800}, 217},
                                              {{1280, 800}, 151}, {{1920, 1080}, 344}, {{3840, 2160}, 597},
                                              {{720, 1280}, 90},  {{1080, 1920}, 193}};
  const DeviceState device_state = lisbon_device();
  Drawer drawer({});
  for (const auto& [size, width_in_mm] : kPanels) {
    const Panel panel{size, static_cast<double>(size.width) / width_in_mm};
    for (const char* language : {"en", "ka"})
      for (const NamedView& each : touched_views(device_state, language))
        EXPECT_EQ(faults_of(drawer.lay_out(each.view, panel).targets, panel), "")
            << each.name << " " << language << " on " << name_of(size) << ", " << width_in_mm << " mm";
  }
}

// One screen of each kind and state; the language changes no colour.
std::vector<NamedView> one_of_each(const DeviceState& device_state) {
  std::vector<NamedView> views = kiosk_views(device_state, "en");
  for (NamedView& each : sign_views(device_state, "en"))
    if (each.name.find("-timed") != std::string::npos || each.name.find("-paused") != std::string::npos ||
        each.name.find("-after-all") != std::string::npos || each.name.starts_with("door-session") ||
        each.name.starts_with("door-before-knowledge"))
      views.push_back(std::move(each));
  for (NamedView& each : moderator_views(device_state, "en")) views.push_back(std::move(each));
  for (NamedView& each : status_views(device_state, "en")) views.push_back(std::move(each));
  return views;
}

class EveryTheme : public ::testing::TestWithParam<ui::ThemeChoice> {};

TEST_P(EveryTheme, every_letter_can_be_told_from_what_lies_under_it) {
  const double least = GetParam() == ui::ThemeChoice::kContrasting ? ui::kHighContrast : ui::kTextContrast;
  Drawer drawer({.theme = GetParam()});
  for (const NamedView& each : one_of_each(lisbon_device())) {
    const Drawer::Legibility worst = drawer.worst_legibility(each.view, {{800, 480}});
    EXPECT_GE(worst.contrast, least) << each.name << ": " << (worst.text ? worst.text->text : "");
  }
}

std::string name_of(ui::ThemeChoice choice) {
  switch (choice) {
    case ui::ThemeChoice::kByRole:
      return "by_role";
    case ui::ThemeChoice::kAlwaysPaper:
      return "paper";
    case ui::ThemeChoice::kAlwaysNight:
      return "night";
    case ui::ThemeChoice::kContrasting:
      return "contrast";
  }
  return "";
}

INSTANTIATE_TEST_SUITE_P(themes, EveryTheme,
                         ::testing::Values(ui::ThemeChoice::kByRole, ui::ThemeChoice::kAlwaysPaper,
                                           ui::ThemeChoice::kAlwaysNight, ui::ThemeChoice::kContrasting),
                         [](const auto& theme) { return name_of(theme.param); });

// Where the glass is not as empty as at its corner: what is left of a picture without its colours.
std::vector<bool> shape_of(const View& view) {
  const Shown shown(view, {1280, 800});
  std::vector<bool> shape;
  for (const std::uint32_t pixel : shown.picture.pixels) shape.push_back(pixel != shown.picture.pixels[0]);
  return shape;
}

TEST(every_screen, each_state_of_a_timer_but_the_calm_one_has_its_word) {
  std::set<Tone> tones;
  for (const NamedView& each : sign_views(lisbon_device(), "en")) {
    if (!each.name.starts_with("room-timed") && each.name != "room-paused") continue;
    const auto& room = std::get<RoomView>(each.view);
    EXPECT_EQ(room.state.empty(), room.tone == Tone::kCalm) << each.name;
    tones.insert(room.tone);
  }
  EXPECT_EQ(tones, (std::set{Tone::kCalm, Tone::kAmber, Tone::kRed, Tone::kPaused}));
}

TEST(every_screen, each_state_of_a_timer_has_a_shape_of_its_own) {
  RoomView room;
  room.countdown = "00:00";
  room.state = "the same word";
  std::vector<std::vector<bool>> shapes;
  for (const Tone tone : {Tone::kCalm, Tone::kAmber, Tone::kRed, Tone::kPaused}) {
    room.tone = tone;
    shapes.push_back(shape_of(room));
  }
  for (std::size_t i = 0; i < shapes.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(shapes[i], shapes[j]) << i << " looks like " << j;
}

}  // namespace
