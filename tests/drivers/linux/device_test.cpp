// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/device.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

class linux_device : public testing::Test {
 protected:
  void add_zone(const std::string& name, const std::string& content) {
    folder_.write(name + "/temp", content);
  }

  ScratchFolder folder_;
};

TEST_F(linux_device, gives_other_bytes_each_time) {
  LinuxDevice device(folder_.path());
  EXPECT_NE(device.random_bytes(), device.random_bytes());
}

TEST_F(linux_device, tells_the_free_space_of_its_folder) {
  EXPECT_GT(LinuxDevice(folder_.path()).health().disk_free_bytes, 0U);
}

TEST_F(linux_device, a_folder_that_is_gone_has_no_free_space) {
  EXPECT_EQ(LinuxDevice(folder_ / "gone").health().disk_free_bytes, 0U);
}

TEST_F(linux_device, tells_the_hottest_zone) {
  add_zone("thermal_zone0", "41250\n");
  add_zone("thermal_zone1", "48500\n");
  add_zone("cooling_device0", "");
  EXPECT_EQ(LinuxDevice(folder_.path(), folder_.path()).health().temperature_celsius, 48.5);
}

TEST_F(linux_device, a_machine_without_a_sensor_has_no_temperature) {
  EXPECT_EQ(LinuxDevice(folder_.path(), folder_ / "none").health().temperature_celsius, std::nullopt);
}

}  // namespace
}  // namespace tertulia
