// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/backlight.h"

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

struct backlight : testing::Test {
  ScratchFolder folder;

  void SetUp() override { folder.write("10-0045/bl_power", "0\n"); }

  [[nodiscard]] std::string lamp() const {
    std::string value;
    std::ifstream(folder / "10-0045" / "bl_power") >> value;
    return value;
  }
};

TEST_F(backlight, it_goes_out_and_on_again) {
  set_backlight(folder.path(), Power::kOff);
  EXPECT_EQ(lamp(), "4");
  set_backlight(folder.path(), Power::kOn);
  EXPECT_EQ(lamp(), "0");
}

TEST_F(backlight, a_machine_without_one_is_fine) {
  set_backlight(folder / "none", Power::kOff);
  std::filesystem::create_directories(folder / "odd");
  set_backlight(folder.path(), Power::kOff);
  EXPECT_FALSE(std::filesystem::exists(folder / "odd" / "bl_power"));
}

TEST(has_backlight, built_in_panels_have_one_and_screens_with_a_plug_do_not) {
  EXPECT_TRUE(has_backlight("DSI-1"));
  EXPECT_TRUE(has_backlight("eDP-1"));
  EXPECT_FALSE(has_backlight("HDMI-A-1"));
  EXPECT_FALSE(has_backlight("Virtual-1"));
}

}  // namespace
}  // namespace tertulia
