// SPDX-License-Identifier: Apache-2.0
// What holds for every screen at every size beside every_screen_test: names, mirrored for right-to-left; and
// damage.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/ui/screens/shown.h"
#include "tests/ui/screens/written_out.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

constexpr Size kSizes[] = {{800, 480},   {1024, 600}, {1280, 800}, {1920, 1080},
                           {3840, 2160}, {720, 1280}, {1080, 1920}};

bool is_key(const Target& target) {
  return target.name.starts_with("key:") || target.name.starts_with("variant:");
}

class Layouts : public ::testing::TestWithParam<Size> {
 protected:
  std::vector<Target> targets_of(const View& view) { return drawer_.lay_out(view, {GetParam()}).targets; }

 private:
  Drawer drawer_{{}};
};

TEST_P(Layouts, every_target_has_a_name_of_its_own) {
  for (const SampleView& sample : sample_views()) {
    auto targets = targets_of(sample.view);
    std::sort(targets.begin(), targets.end(),
              [](const Target& a, const Target& b) { return a.name < b.name; });
    const auto twice = std::adjacent_find(targets.begin(), targets.end(),
                                          [](const Target& a, const Target& b) { return a.name == b.name; });
    EXPECT_TRUE(twice == targets.end()) << sample.name << "-" << sample.language << " " << twice->name;
  }
}

// A pad of digits lies on the other side, and its keys lie as they did.
Rect mirrored_with_its_pad(const Rect& area, const std::vector<Target>& all, int width) {
  Rect pad{width, 0, 0, 0};
  for (const Target& each : all)
    if (each.name.starts_with("pad:")) {
      pad.left = std::min(pad.left, each.area.left);
      pad.right = std::max(pad.right, each.area.right);
    }
  const int by = width - pad.right - pad.left;
  return {area.left + by, area.top, area.right + by, area.bottom};
}

// Rooms and doors have nothing to touch.
bool is_sign(const SampleView& sample) {
  return sample.name.starts_with("room") || sample.name.starts_with("door") ||
         sample.name.starts_with("sign-");
}

TEST_P(Layouts, right_to_left_is_the_mirror_image_but_for_the_keyboard) {
  for (const SampleView& sample : sample_views()) {
    if (sample.language != "en" || is_sign(sample)) continue;
    View mirrored = sample.view;
    std::visit([](auto& view) { view.tongue.right_to_left = true; }, mirrored);
    auto expected = targets_of(sample.view);
    EXPECT_FALSE(expected.empty()) << sample.name;
    const bool has_keyboard = std::any_of(expected.begin(), expected.end(), is_key);
    const std::vector<Target> as_drawn = expected;
    for (Target& target : expected) {
      if (target.name.starts_with("pad:")) {
        target.area = mirrored_with_its_pad(target.area, as_drawn, GetParam().width);
        continue;
      }
      if (is_key(target) || (has_keyboard && target.name == "next")) continue;
      target.area = {GetParam().width - target.area.right, target.area.top,
                     GetParam().width - target.area.left, target.area.bottom};
    }
    EXPECT_EQ(targets_of(mirrored), expected) << sample.name;
  }
}

INSTANTIATE_TEST_SUITE_P(sizes, Layouts, ::testing::ValuesIn(kSizes), [](const auto& each) {
  return std::to_string(each.param.width) + "x" + std::to_string(each.param.height);
});

TEST(screens, a_fine_panel_gets_targets_of_nine_millimetres) {
  const double pixels_per_mm = 8.4;  // 7 inches with 1280x800
  for (const char* name : {"home", "begin", "thanks", "still-there", "faces", "one-choice"})
    for (const Target& target : Shown(sample_view(name), {1280, 800}, pixels_per_mm).targets()) {
      EXPECT_GE(target.area.height(), std::floor(9 * pixels_per_mm)) << name << " " << target.name;
      EXPECT_GE(target.area.width(), std::floor(9 * pixels_per_mm)) << name << " " << target.name;
    }
}

TEST(screens, the_ring_runs_clockwise_in_every_language) {
  constexpr BootTime kWhole = std::chrono::seconds(6);
  for (const Language language : {"en", "ar"}) {
    ThanksView view;
    view.tongue = {language, language == "ar"};
    view.ring = {kSampleTime + kWhole / 2, kWhole};  // half of it is left: the half on the right
    const Shown half(view, {1280, 800});
    view.ring = {kSampleTime, kWhole};
    const Shown none(view, {1280, 800});
    int left = 0, right = 0;
    for (int y = 0; y < 800; ++y)
      for (int x = 0; x < 1280; ++x) {
        const auto at = static_cast<std::size_t>(y * 1280 + x);
        if (half.picture.pixels[at] != none.picture.pixels[at]) ++(x < 640 ? left : right);
      }
    EXPECT_GT(right, 10 * left) << language;
  }
}

TEST(screens, a_second_paint_of_the_same_view_has_no_damage) {
  for (const SampleView& each : sample_views()) {
    Shown shown(each.view, {800, 480});
    EXPECT_TRUE(shown.paint().damage.empty()) << each.name << "-" << each.language;
  }
}

TEST(screens, an_exposed_screen_is_painted_as_a_whole) {
  for (const SampleView& each : sample_views()) {
    Shown shown(each.view, {800, 480});
    shown.resize(shown.picture.size);
    const Painted painted = shown.paint();
    ASSERT_EQ(painted.damage.size(), 1U) << each.name;
    EXPECT_EQ(painted.damage.front(), (Rect{0, 0, 800, 480})) << each.name;
  }
}

TEST(screens, a_countdown_damages_only_its_digits) {
  Shown shown(sample_view("room"), {1280, 800});
  std::get<RoomView>(shown.view).countdown = "08:23";
  const Painted painted = shown.paint();
  ASSERT_FALSE(painted.damage.empty());
  int area = 0;
  for (const Rect& rect : painted.damage) area += rect.width() * rect.height();
  EXPECT_LT(area, 1280 * 800 / 20);
}

TEST(screens, a_long_text_stays_in_its_field_and_shows_where_one_types) {
  QuestionView question = std::get<QuestionView>(sample_view("text"));
  auto& body = std::get<TextBody>(question.body);
  body.text.clear();
  for (int i = 0; i < 40; ++i) body.text += "word after word ";
  body.caret = body.text.size();
  Shown shown(question, {800, 480});
  std::get<TextBody>(std::get<QuestionView>(shown.view).body).text += "x";
  std::get<TextBody>(std::get<QuestionView>(shown.view).body).caret += 1;
  const Painted painted = shown.paint();
  ASSERT_FALSE(painted.damage.empty());  // the new letter can be seen
  for (const Rect& rect : painted.damage) EXPECT_LE(rect.bottom, shown.area("key:q").top);
}

}  // namespace
