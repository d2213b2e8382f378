// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/kms_window.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/fakes/clock.h"
#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

std::string error_of(const KmsOptions& options) {
  const FakeClock clock;
  const auto window = KmsWindow::open(options, clock);
  return window.ok() ? "" : window.error().message;
}

TEST(kms_window, without_a_screen_it_says_so) {
  EXPECT_NE(error_of({}).find("no screen is configured"), std::string::npos);
}

TEST(kms_window, a_card_that_is_not_there_is_named) {
  KmsOptions options{{{"kiosk", "", {}, 0, ""}}, "/dev/dri/card4711"};
  EXPECT_NE(error_of(options).find("/dev/dri/card4711 cannot be opened"), std::string::npos);
}

TEST(kms_window, a_file_that_is_no_card_drives_no_panel) {
  KmsOptions options{{{"kiosk", "", {}, 0, ""}}, "/dev/null"};
  EXPECT_NE(error_of(options).find("drives no panel"), std::string::npos);
}

constexpr uid_t kNobody = 65534;

struct input_devices : testing::Test {
  ScratchFolder folder;
  std::unique_ptr<Waiter> waiter = Waiter::open().value();

  [[nodiscard]] InputDevices::Options options() const {
    return {folder.path().string(), {""}, {{1280, 800}}};
  }
};

TEST_F(input_devices, a_machine_without_any_is_fine_and_hears_of_a_new_one) {
  InputDevices devices = InputDevices::open(options(), *waiter);
  EXPECT_FALSE(devices.is_locked_out());
  EXPECT_TRUE(waiter->wait(std::nullopt, Waiter::Patience::kGlance).ready.empty());
  std::ofstream(folder / "event0") << "";
  const auto report = waiter->wait(std::nullopt, Waiter::Patience::kSleep);
  ASSERT_EQ(report.ready.size(), 1U);
  EXPECT_TRUE(devices.read(report.ready, BootTime{1}).empty());
}

TEST_F(input_devices, a_file_that_is_no_pointing_device_is_left_alone) {
  std::ofstream(folder / "event0") << "hello";
  std::ofstream(folder / "mouse0") << "hello";
  const InputDevices devices = InputDevices::open(options(), *waiter);
  EXPECT_FALSE(devices.is_locked_out());
}

// At a cold start udev sets their group a moment later.
TEST_F(input_devices, devices_that_nobody_may_read_yet_are_waited_for) {
  std::ofstream(folder / "event0") << "";
  std::filesystem::permissions(folder / "event0", std::filesystem::perms::none);
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
  const uid_t me = geteuid();
  if (me == 0) {  // root may read everything
    ASSERT_EQ(seteuid(kNobody), 0);
  }
  InputDevices devices = InputDevices::open(options(), *waiter);
  EXPECT_TRUE(devices.is_locked_out());
  if (me == 0) {
    ASSERT_EQ(seteuid(me), 0);
  }
  std::filesystem::permissions(folder / "event0", std::filesystem::perms::owner_read);
  EXPECT_EQ(waiter->wait(std::nullopt, Waiter::Patience::kSleep).ready.size(), 1U) << "it looks again";
  EXPECT_FALSE(devices.is_locked_out());
}

}  // namespace
}  // namespace tertulia
