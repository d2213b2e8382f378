// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/clock.h"

#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>

#include <sys/timex.h>

namespace tertulia {
namespace {

constexpr std::int64_t kThousand = 1000;
// A clock that shows less was never set: 2025-01-01.
constexpr WallTime kEarliestPlausible{Milliseconds{1'735'689'600'000}};

Result<std::string> read_boot_id() {
  static constexpr const char* kPath = "/proc/sys/kernel/random/boot_id";
  std::string id;
  if (std::ifstream(kPath) >> id) return id;
  return Error{std::string(kPath) +
               " cannot be read: mount /proc, durations cannot be told apart without it."};
}

std::chrono::nanoseconds read(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

ClockEvidence::Network network_state() {
  timex state{};
  if (adjtimex(&state) < 0) return ClockEvidence::Network::kUnsynced;
  return (state.status & STA_UNSYNC) != 0 ? ClockEvidence::Network::kUnsynced
                                          : ClockEvidence::Network::kSynced;
}

}  // namespace

BootTime kernel_boot_time() { return read(CLOCK_BOOTTIME); }

ClockQuality judge(const ClockEvidence& evidence) {
  if (evidence.network == ClockEvidence::Network::kSynced) return ClockQuality::kSynced;
  if (evidence.battery == ClockEvidence::Battery::kPresent && evidence.wall >= kEarliestPlausible)
    return ClockQuality::kRtc;
  return ClockQuality::kUnsynced;
}

Result<SystemClock> SystemClock::open() {
  TRY(std::string boot_id, read_boot_id());
  const std::string rtc = "/dev/rtc0";
  std::error_code unreadable;
  return SystemClock(std::move(boot_id), std::filesystem::exists(rtc, unreadable) ? rtc : "");
}

Now SystemClock::kernel() const {
  const WallTime wall{std::chrono::floor<Milliseconds>(read(CLOCK_REALTIME))};
  const auto battery = rtc_.empty() ? ClockEvidence::Battery::kAbsent : ClockEvidence::Battery::kPresent;
  return {wall, kernel_boot_time(), boot_id_, judge({network_state(), battery, wall})};
}

Now SystemClock::now() const { return holdover_->judge(kernel()); }

void SystemClock::set_by_hand(WallTime wall) { holdover_->set_by_hand(kernel(), wall); }

BootTime to_scaled(BootTime kernel, std::int64_t thousandths) {
  const std::int64_t count = kernel.count();
  return BootTime(count / kThousand * thousandths + count % kThousand * thousandths / kThousand);
}

BootTime to_kernel(BootTime boot, std::int64_t thousandths) {
  const std::int64_t count = boot.count();
  if (count <= 0) return BootTime{0};
  const std::int64_t rest = count % thousandths * kThousand;
  return BootTime(count / thousandths * kThousand + (rest + thousandths - 1) / thousandths);
}

ShiftedClock::ShiftedClock(SystemClock machine, WallTime at, std::int64_t thousandths)
    : machine_(std::move(machine)),
      thousandths_(thousandths),
      started_(to_scaled(kernel_boot_time(), thousandths)),
      wall_at_started_(std::make_shared<std::atomic<WallTime::rep>>(at.time_since_epoch().count())) {
  const std::string whole = std::to_string(thousandths / kThousand);
  const std::string part = std::to_string(kThousand + thousandths % kThousand).substr(1);
  boot_id_ = machine_.now().boot_id + "-x" + whole + (part == "000" ? "" : "." + part);
}

Result<ShiftedClock> ShiftedClock::open(const Options& options) {
  if (!(options.rate >= 0.001 && options.rate <= 1000))
    return Error{"The clock's rate must lie between 0.001 and 1000; 1 is normal speed."};
  TRY(SystemClock machine, SystemClock::open());
  return ShiftedClock(std::move(machine), options.at, std::llround(options.rate * kThousand));
}

Now ShiftedClock::now() const {
  const BootTime boot = to_scaled(kernel_boot_time(), thousandths_);
  const WallTime at{Milliseconds(wall_at_started_->load())};
  return {at + std::chrono::floor<Milliseconds>(boot - started_), boot, boot_id_, ClockQuality::kOperator};
}

void ShiftedClock::set_by_hand(WallTime wall) {
  const auto since = std::chrono::floor<Milliseconds>(to_scaled(kernel_boot_time(), thousandths_) - started_);
  wall_at_started_->store((wall - since).time_since_epoch().count());
}

BootTime ShiftedClock::kernel_time(BootTime boot) const { return to_kernel(boot, thousandths_); }

}  // namespace tertulia
