// SPDX-License-Identifier: Apache-2.0
// The clock port on the Linux kernel, for device and hub. SystemClock shows the real time. ShiftedClock is
// for demonstrations: it starts at a chosen time and runs faster or slower than life. Any thread may use
// them.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "drivers/linux/holdover.h"
#include "firmware/domain/result.h"
#include "firmware/ports/clock.h"

namespace tertulia {

// CLOCK_BOOTTIME, as poll() and timerfd measure it.
[[nodiscard]] BootTime kernel_boot_time();

class SystemClock final : public Clock {
 public:
  // Errors: the kernel does not tell its boot id (/proc is not mounted).
  [[nodiscard]] static Result<SystemClock> open();

  [[nodiscard]] Now now() const override;
  [[nodiscard]] WallTime kernel_wall() const override { return kernel().wall; }
  // Sets the clock of this program and of all its copies. That of the kernel stays as it is: an unprivileged
  // service may not set it, see decision 100.
  void set_by_hand(WallTime wall) override;

 private:
  [[nodiscard]] Now kernel() const;
  explicit SystemClock(std::string boot_id, std::string rtc)
      : boot_id_(std::move(boot_id)), rtc_(std::move(rtc)), holdover_(std::make_shared<Holdover>()) {}

  std::string boot_id_;
  std::string rtc_;                     // device of the battery-backed clock; empty when there is none
  std::shared_ptr<Holdover> holdover_;  // of all copies of this clock
};

// Boot time is the kernel's times the rate, so that all programs of one demonstration agree on it. Wall time
// starts at `at`. The boot id is the kernel's with the rate appended ("...-x10"), because boot times of
// clocks that run at different rates cannot be compared. The quality is "operator": a person set this clock.
class ShiftedClock final : public Clock {
 public:
  struct Options {
    WallTime at;
    double rate = 1;  // 0.001 to 1000
  };
  // Errors: the rate is out of range; no boot id.
  [[nodiscard]] static Result<ShiftedClock> open(const Options& options);

  [[nodiscard]] Now now() const override;
  [[nodiscard]] Now machine() const override { return machine_.now(); }
  [[nodiscard]] WallTime kernel_wall() const override { return machine_.kernel_wall(); }
  void set_by_hand(WallTime wall) override;
  // The first instant of the kernel's clock at which this one shows `boot`, so that no wait ends early.
  [[nodiscard]] BootTime kernel_time(BootTime boot) const override;

 private:
  ShiftedClock(SystemClock machine, WallTime at, std::int64_t thousandths);

  SystemClock machine_;
  std::int64_t thousandths_;                                     // of the kernel's pace
  BootTime started_;                                             // on this clock
  std::shared_ptr<std::atomic<WallTime::rep>> wall_at_started_;  // of all copies of this clock
  std::string boot_id_;
};

// What is known about the wall clock. judge() turns it into a quality.
struct ClockEvidence {
  enum class Network { kSynced, kUnsynced };
  enum class Battery { kPresent, kAbsent };
  Network network = Network::kUnsynced;  // from adjtimex(): STA_UNSYNC
  Battery battery = Battery::kAbsent;    // whether the machine has a real-time clock
  WallTime wall;
};
[[nodiscard]] ClockQuality judge(const ClockEvidence& evidence);

// kernel * thousandths / 1000, rounded down, and the least kernel time that reaches `boot`. Exact.
[[nodiscard]] BootTime to_scaled(BootTime kernel, std::int64_t thousandths);
[[nodiscard]] BootTime to_kernel(BootTime boot, std::int64_t thousandths);

}  // namespace tertulia
