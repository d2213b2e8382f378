// SPDX-License-Identifier: Apache-2.0
// The machine under Linux: getrandom, free space of one folder's disk, the hottest thermal zone.
#pragma once

#include <string>

#include "firmware/ports/device.h"

namespace tertulia {

class LinuxDevice final : public Device {
 public:
  // `folder`: the one with the database.
  explicit LinuxDevice(std::string folder, std::string thermal_folder = "/sys/class/thermal")
      : folder_(std::move(folder)), thermal_folder_(std::move(thermal_folder)) {}

  // Ends the program when the kernel has no randomness to give: an id that can be guessed is worse.
  [[nodiscard]] std::array<std::uint8_t, 16> random_bytes() override;
  // 0 bytes when the folder cannot be asked.
  [[nodiscard]] DeviceHealth health() override;

 private:
  std::string folder_;
  std::string thermal_folder_;
};

}  // namespace tertulia
