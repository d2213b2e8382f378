// SPDX-License-Identifier: Apache-2.0
// Port: the machine itself: randomness and health.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace tertulia {

struct DeviceHealth {
  std::uint64_t disk_free_bytes = 0;
  std::optional<double> temperature_celsius;  // none where the machine has no sensor
};

class Device {
 public:
  virtual ~Device() = default;
  // 16 bytes from the kernel's generator. Any thread.
  [[nodiscard]] virtual std::array<std::uint8_t, 16> random_bytes() = 0;
  [[nodiscard]] virtual DeviceHealth health() = 0;
};

}  // namespace tertulia
