// SPDX-License-Identifier: Apache-2.0
// The device port on Linux: random bytes from getrandom(), the free space of one disk, and the temperature of
// the hottest thermal zone.
#pragma once

#include <string>

#include "firmware/ports/device.h"

namespace tertulia {

class LinuxDevice final : public Device {
 public:
  // `folder` lies on the disk whose free space is reported: the one with the database.
  explicit LinuxDevice(std::string folder, std::string thermal_folder = "/sys/class/thermal")
      : folder_(std::move(folder)), thermal_folder_(std::move(thermal_folder)) {}

  // Aborts the program when the kernel gives no random bytes: an id that can be guessed is worse.
  [[nodiscard]] std::array<std::uint8_t, 16> random_bytes() override;
  // Reports 0 free bytes when the disk cannot be asked.
  [[nodiscard]] DeviceHealth health() override;

 private:
  std::string folder_;
  std::string thermal_folder_;
};

}  // namespace tertulia
