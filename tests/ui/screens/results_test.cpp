// SPDX-License-Identifier: Apache-2.0
// Results on a room display: how bars and scales lie, and that many of them are still whole.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/screens/sample_results.h"
#include "tests/ui/screens/shown.h"
#include "tests/ui/screens/written_out.h"
#include "ui/theme/scale_colors.h"

using namespace tertulia;
using namespace tertulia::test;

namespace {

constexpr Size kSizes[] = {{800, 480},   {1024, 600}, {1280, 800}, {1920, 1080},
                           {3840, 2160}, {720, 1280}, {1080, 1920}};
constexpr Size kPanel{1280, 800};

ResultsView sign(const Language& language) {
  ResultsView view;
  view.tongue = {language, language == "ar"};
  view.header = {"What the room thinks", results_texts(language).answers, "10:42", {}};
  return view;
}

ResultsView twelve_bars(const Language& language) {
  ResultsView view = sign(language);
  const ResultsView statements = statements_on_scales(sign(language));
  view.question = statements.question;
  for (int i = 0; i < 12; ++i)
    view.bars.push_back({statements.scales[static_cast<std::size_t>(i % 4)].label, std::to_string(31 - i),
                         1000 - 70 * i, i == 0});
  return view;
}

ResultsView eight_scales(const Language& language) {
  ResultsView view = statements_on_scales(sign(language));
  const std::vector<ResultScale> four = view.scales;
  view.scales.insert(view.scales.end(), four.begin(), four.end());
  return view;
}

// Two steps, each of a half, with no words around them.
ResultsView halves() {
  ResultsView view = sign("en");
  view.scales = {{"", {{"20", 500}, {"20", 500}}, ""}};
  return view;
}

// Where a colour lies on the glass; an empty rectangle: nowhere.
Rect area_of(const Shown& shown, ui::Color color) {
  Rect area{kPanel.width, kPanel.height, 0, 0};
  for (int y = 0; y < kPanel.height; ++y)
    for (int x = 0; x < kPanel.width; ++x)
      if (shown.picture.pixels[static_cast<std::size_t>(y * kPanel.width + x)] == color.argb)
        area = {std::min(area.left, x), std::min(area.top, y), std::max(area.right, x + 1),
                std::max(area.bottom, y + 1)};
  return area;
}

bool is_written(const ResultsView& view, const std::string& text) {
  Drawer drawer({});
  const auto texts = drawer.lay_out(view, {kPanel}).texts;
  return std::ranges::any_of(texts, [&](const ui::Written& each) { return each.text == text; });
}

class Results : public ::testing::TestWithParam<Size> {};

TEST_P(Results, twelve_bars_and_eight_scales_are_whole) {
  Drawer drawer({});
  for (const char* language : {"en", "fr", "ar", "am"})
    for (const ResultsView& view : {twelve_bars(language), eight_scales(language)})
      EXPECT_EQ(faults_of(drawer.lay_out(view, {GetParam()}).texts, GetParam()), "") << language;
}

TEST_P(Results, the_header_says_how_many_have_answered) {
  Drawer drawer({});
  for (const char* language : {"en", "fr", "ar", "am"}) {
    ResultsView view = twelve_bars(language);
    view.header.detail = results_texts(language).steps;
    const auto texts = drawer.lay_out(view, {GetParam()}).texts;
    EXPECT_TRUE(std::ranges::any_of(texts, [&](const ui::Written& each) {
      return each.text == view.header.detail;
    })) << language;
  }
}

INSTANTIATE_TEST_SUITE_P(sizes, Results, ::testing::ValuesIn(kSizes), [](const auto& each) {
  return std::to_string(each.param.width) + "x" + std::to_string(each.param.height);
});

TEST(results, bars_without_numbers_reserve_no_place_for_them) {
  ResultsView view = twelve_bars("en");
  const Rect with_numbers = area_of(Shown(view, kPanel), ui::kNight.primary);
  for (ResultBar& bar : view.bars) bar.value.clear();
  const Rect without = area_of(Shown(view, kPanel), ui::kNight.primary);
  EXPECT_GT(without.right, with_numbers.right + 60);
}

TEST(results, bars_without_numbers_show_what_they_are_a_part_of) {
  ResultsView view = twelve_bars("en");
  EXPECT_TRUE(area_of(Shown(view, kPanel), ui::kNight.track).empty()) << "numbers say it";
  for (ResultBar& bar : view.bars) {
    bar.value.clear();
    bar.length = 400;
  }
  const Shown shown(view, kPanel);
  EXPECT_GT(area_of(shown, ui::kNight.track).right, area_of(shown, ui::kNight.primary).right + 100);
}

TEST(results, the_low_end_of_a_scale_is_where_one_begins_to_read) {
  ResultsView view = halves();
  const ui::Color low = ui::step_color(ui::kScale, 0, 2), high = ui::step_color(ui::kScale, 1, 2);
  const Shown from_left(view, kPanel);
  EXPECT_LT(area_of(from_left, low).right, area_of(from_left, high).left);
  view.tongue = {"ar", true};
  const Shown from_right(view, kPanel);
  EXPECT_LT(area_of(from_right, high).right, area_of(from_right, low).left);
}

TEST(results, parts_are_as_long_as_their_answers_and_lie_apart) {
  const Shown shown(halves(), kPanel);
  const Rect low = area_of(shown, ui::step_color(ui::kScale, 0, 2));
  const Rect high = area_of(shown, ui::step_color(ui::kScale, 1, 2));
  EXPECT_NEAR(low.width(), high.width(), 4);
  EXPECT_EQ(high.left - low.right, 3);
}

TEST(results, a_step_without_answers_has_no_part) {
  ResultsView view = halves();
  view.scales[0].parts = {{"0", 0}, {"40", 1000}};
  EXPECT_TRUE(area_of(Shown(view, kPanel), ui::step_color(ui::kScale, 0, 2)).empty());
  EXPECT_FALSE(is_written(view, "0"));
}

TEST(results, a_number_that_its_part_has_no_room_for_is_left_out) {
  ResultsView view = halves();
  view.scales[0].parts = {{"1", 10}, {"99", 990}};
  EXPECT_FALSE(is_written(view, "1"));
  EXPECT_TRUE(is_written(view, "99"));
}

TEST(results, what_is_missing_of_a_row_is_seen) {
  ResultsView view = halves();
  view.scales[0].parts[1].length = 200;
  const Shown shown(view, kPanel);
  EXPECT_GT(area_of(shown, ui::kNight.track).width(), 100);
}

TEST(results, medians_have_a_column_only_where_they_are_told) {
  ResultsView view = halves();
  const int without = area_of(Shown(view, kPanel), ui::step_color(ui::kScale, 1, 2)).right;
  view.median = "median";
  view.scales[0].median = "2";
  EXPECT_LT(area_of(Shown(view, kPanel), ui::step_color(ui::kScale, 1, 2)).right, without - 60);
}

}  // namespace
