// SPDX-License-Identifier: Apache-2.0
// Port: the machine. It gives random bytes and reports the health of its disk and its processor.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace tertulia {

struct DeviceHealth {
  std::uint64_t disk_free_bytes = 0;
  std::optional<double> temperature_celsius;  // none: the machine has no sensor
};

class Device {
 public:
  virtual ~Device() = default;
  // 16 bytes from the kernel's generator. May be called from any thread.
  [[nodiscard]] virtual std::array<std::uint8_t, 16> random_bytes() = 0;
  [[nodiscard]] virtual DeviceHealth health() = 0;
};

}  // namespace tertulia
