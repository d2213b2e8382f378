// SPDX-License-Identifier: Apache-2.0
// A machine whose randomness is the same in every run (splitmix64) and whose health is set by hand. Any
// thread for random_bytes().
#pragma once

#include <atomic>
#include <cstdint>

#include "firmware/ports/device.h"

namespace tertulia {

class FakeDevice final : public Device {
 public:
  explicit FakeDevice(std::uint64_t seed = 1) : state_(seed) {}

  [[nodiscard]] std::array<std::uint8_t, 16> random_bytes() override {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t half = 0; half < 2; ++half) {
      std::uint64_t value = next();
      for (std::size_t index = 0; index < 8; ++index, value >>= 8U)
        bytes[half * 8 + index] = static_cast<std::uint8_t>(value & 0xffU);
    }
    return bytes;
  }
  [[nodiscard]] DeviceHealth health() override { return health_; }
  void set_health(DeviceHealth health) { health_ = health; }

 private:
  [[nodiscard]] std::uint64_t next() {
    std::uint64_t value = state_.fetch_add(0x9e3779b97f4a7c15U) + 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
  }

  std::atomic<std::uint64_t> state_;
  DeviceHealth health_{8'000'000'000, 48.5};
};

}  // namespace tertulia
