// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/hotplug.h"

#include <string>

#include <gtest/gtest.h>

namespace tertulia {
namespace {

// As the kernel sends it: each line ended by a zero.
std::string message(std::initializer_list<std::string> lines) {
  std::string all;
  for (const std::string& line : lines) all += line + '\0';
  return all;
}

TEST(hotplug, a_change_of_a_graphics_card_is_about_panels) {
  EXPECT_TRUE(is_about_panels(message({"change@/devices/pci0000:00/0000:00:02.0/drm/card0", "ACTION=change",
                                       "SUBSYSTEM=drm", "HOTPLUG=1", "DEVNAME=dri/card0"})));
}

TEST(hotplug, other_devices_are_not) {
  EXPECT_FALSE(is_about_panels(message({"add@/devices/virtual/input/input5", "SUBSYSTEM=input"})));
  EXPECT_FALSE(is_about_panels(message({"add@/drm", "NAME=SUBSYSTEM=drm", "SUBSYSTEM=drm_dp_aux_dev"})));
}

TEST(hotplug, what_is_empty_or_cut_off_is_not_either) {
  EXPECT_FALSE(is_about_panels({}));
  EXPECT_FALSE(is_about_panels("change@/devices"));
  EXPECT_FALSE(is_about_panels("SUBSYSTEM=dr"));
}

TEST(hotplug, nothing_to_read_is_no_news) {
  Hotplug hotplug;
  EXPECT_FALSE(hotplug.read());
}

}  // namespace
}  // namespace tertulia
