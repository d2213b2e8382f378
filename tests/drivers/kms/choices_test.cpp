// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/choices.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tertulia {
namespace {

const std::vector<PanelMode> kModes{
    {{1920, 1080}, 60, false}, {{1280, 800}, 60, true}, {{1920, 1080}, 75, false}, {{3840, 2160}, 30, false}};

TEST(choose_mode, without_a_wish_the_panel_s_own_mode_is_chosen) { EXPECT_EQ(choose_mode(kModes, {}), 1U); }

TEST(choose_mode, a_wish_gets_its_highest_refresh) { EXPECT_EQ(choose_mode(kModes, {1920, 1080}), 2U); }

TEST(choose_mode, a_wish_that_the_panel_cannot_fulfil_is_refused) {
  EXPECT_EQ(choose_mode(kModes, {800, 480}), std::nullopt);
}

TEST(choose_mode, a_panel_that_prefers_nothing_gets_its_largest_mode) {
  const std::vector<PanelMode> modes{{{800, 600}, 60, false}, {{1024, 768}, 60, false}};
  EXPECT_EQ(choose_mode(modes, {}), 1U);
  EXPECT_EQ(choose_mode({}, {}), std::nullopt);
}

TEST(density, it_is_pixels_by_millimetres_and_unknown_when_the_panel_lies) {
  EXPECT_DOUBLE_EQ(density({1280, 800}, {.told = 217}), 1280.0 / 217);
  EXPECT_EQ(density({1280, 800}, {}), 0);
  EXPECT_EQ(density({800, 480}, {.told = 1000}), 0);
  EXPECT_EQ(density({1920, 1080}, {.told = 16}), 0);
  EXPECT_EQ(density({1920, 1080}, {.told = 160}), 0);
  EXPECT_EQ(density({1280, 800}, {.told = 160}), 0);
}

TEST(density, what_a_person_measured_counts_more_than_what_the_panel_tells) {
  EXPECT_DOUBLE_EQ(density({800, 480}, {.measured = 154, .told = 217}), 800.0 / 154);
  EXPECT_DOUBLE_EQ(density({800, 480}, {.measured = 160, .told = 217}), 800.0 / 160);
}

TEST(assign_units, every_panel_gets_a_unit_of_its_own) {
  const std::vector<std::uint32_t> masks{0b011, 0b001, 0b111};
  EXPECT_EQ(assign_units(masks), (std::vector<int>{1, 0, 2}));
}

TEST(assign_units, panels_that_share_one_unit_cannot_all_be_lit) {
  EXPECT_EQ(assign_units(std::vector<std::uint32_t>{0b1, 0b1}), std::nullopt);
  EXPECT_EQ(assign_units(std::vector<std::uint32_t>{0}), std::nullopt);
}

using Placed = std::vector<std::array<std::size_t, 3>>;  // screen, panel, unit
Placed placed(const std::vector<std::string>& wishes, const std::vector<FreePanel>& panels) {
  Placed all;
  for (const PlacedPanel& each : place_panels(wishes, panels))
    all.push_back({each.screen, each.panel, static_cast<std::size_t>(each.unit)});
  std::sort(all.begin(), all.end());
  return all;
}

TEST(place_panels, screens_take_the_panels_in_their_order) {
  EXPECT_EQ(placed({"", ""}, {{"HDMI-A-1", 3}, {"HDMI-A-2", 3}}), (Placed{{0, 0, 0}, {1, 1, 1}}));
}

TEST(place_panels, who_names_a_panel_goes_before_who_takes_any) {
  EXPECT_EQ(placed({"", "DSI-1"}, {{"DSI-1", 3}, {"HDMI-A-1", 3}}), (Placed{{0, 1, 1}, {1, 0, 0}}));
}

TEST(place_panels, a_screen_whose_panel_is_not_there_stays_unlit_and_the_others_do_not) {
  EXPECT_EQ(placed({"", ""}, {{"HDMI-A-1", 1}}), (Placed{{0, 0, 0}}));
  EXPECT_EQ(placed({"DSI-1", "HDMI-A-1"}, {{"HDMI-A-1", 1}}), (Placed{{1, 0, 0}}));
  EXPECT_EQ(placed({"DSI-1"}, {}), Placed{});
}

TEST(place_panels, a_panel_that_cannot_be_fed_as_well_stays_unlit) {
  EXPECT_EQ(placed({"", ""}, {{"HDMI-A-1", 1}, {"HDMI-A-2", 1}}), (Placed{{0, 0, 0}}));
  EXPECT_EQ(placed({"", ""}, {{"HDMI-A-1", 3}, {"HDMI-A-2", 1}}), (Placed{{0, 0, 1}, {1, 1, 0}}));
}

TEST(choose_kind, panels_tablets_and_mice_point_and_keyboards_and_touchpads_do_not) {
  EXPECT_EQ(
      choose_kind({.has_slots = true, .has_mt_position = true, .has_position = true, .has_touch = true}),
      InputKind::kMultiTouch);
  EXPECT_EQ(choose_kind({.has_position = true, .has_touch = true}), InputKind::kSingleTouch);
  EXPECT_EQ(choose_kind({.has_position = true, .has_left_button = true}), InputKind::kSingleTouch);
  EXPECT_EQ(choose_kind({.has_left_button = true, .has_movement = true}), InputKind::kMouse);
  EXPECT_EQ(choose_kind({}), std::nullopt);
  EXPECT_EQ(choose_kind({.has_position = true}), std::nullopt);
  EXPECT_EQ(choose_kind({.has_slots = true, .has_mt_position = true, .is_touchpad = true}), std::nullopt);
}

TEST(is_keyboard, what_has_an_alt_key_is_one_and_a_panel_or_a_power_button_is_none) {
  EXPECT_TRUE(is_keyboard({.has_alt = true}));
  EXPECT_TRUE(is_keyboard({.has_left_button = true, .has_movement = true, .has_alt = true}));
  EXPECT_FALSE(is_keyboard({.has_slots = true, .has_mt_position = true, .has_touch = true}));
  EXPECT_FALSE(is_keyboard({}));
}

TEST(choose_screen, a_device_lies_on_the_screen_that_names_it) {
  const std::vector<std::string> wishes{"", "ILITEK"};
  EXPECT_EQ(choose_screen("ILITEK ILITEK-TP", wishes), 1);
  EXPECT_EQ(choose_screen("FT5406", wishes), 0);
  EXPECT_EQ(choose_screen("FT5406", std::vector<std::string>{"ILITEK"}), std::nullopt);
}

}  // namespace
}  // namespace tertulia
