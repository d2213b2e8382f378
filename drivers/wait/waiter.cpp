// SPDX-License-Identifier: Apache-2.0
#include "drivers/wait/waiter.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "drivers/wait/stop_signals.h"

namespace tertulia {
namespace {

// Empties an eventfd, timerfd or signalfd (none blocks).
void drain(const Descriptor& descriptor) {
  std::array<char, sizeof(signalfd_siginfo)> buffer{};
  while (read(descriptor.get(), buffer.data(), buffer.size()) > 0) {
  }
}

}  // namespace

Result<std::unique_ptr<Waiter>> Waiter::open() {
  block_stop_signals();
  const sigset_t set = stop_signals();
  std::unique_ptr<Waiter> waiter(new Waiter);
  waiter->wake_ = Descriptor(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  waiter->timer_ = Descriptor(timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC));
  waiter->stop_ = Descriptor(signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC));
  if (!waiter->wake_.is_open() || !waiter->timer_.is_open() || !waiter->stop_.is_open())
    return Error{std::string("the kernel gives no eventfd, timerfd or signalfd: ") + std::strerror(errno) +
                 "; raise the limit of open files"};
  return waiter;
}

void Waiter::watch(int descriptor) { watched_.push_back(descriptor); }

void Waiter::forget(int descriptor) { std::erase(watched_, descriptor); }

void Waiter::set_timer(std::optional<BootTime> until) const {
  itimerspec when{};  // all zero disarms
  if (until) {
    const BootTime instant = std::max(*until, BootTime{1});
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
    when.it_value.tv_sec = static_cast<time_t>(seconds.count());
    when.it_value.tv_nsec = static_cast<long>((instant - seconds).count());
  }
  timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME, &when, nullptr);
}

Waiter::Report Waiter::wait(std::optional<BootTime> until, Patience patience) {
  set_timer(until);
  std::vector<pollfd> polled{{wake_.get(), POLLIN, 0}, {stop_.get(), POLLIN, 0}, {timer_.get(), POLLIN, 0}};
  const std::size_t own = polled.size();
  for (const int descriptor : watched_) polled.push_back({descriptor, POLLIN, 0});
  Report report;
  // Interrupted by a signal of someone else's: nothing happened; the caller looks again.
  if (poll(polled.data(), polled.size(), patience == Patience::kSleep ? -1 : 0) <= 0) return report;
  report.is_woken = polled[0].revents != 0;
  report.is_stopped = polled[1].revents != 0;
  report.is_due = polled[2].revents != 0;
  if (report.is_woken) drain(wake_);
  if (report.is_stopped) drain(stop_);
  if (report.is_due) drain(timer_);
  for (std::size_t i = own; i < polled.size(); ++i) {
    if ((polled[i].revents & POLLIN) != 0)
      report.ready.push_back(polled[i].fd);
    else if (polled[i].revents != 0)
      report.gone.push_back(polled[i].fd);
  }
  return report;
}

void Waiter::wake() const {
  const int before = errno;  // a signal handler must not change it
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(wake_.get(), &one, sizeof one);  // full: already woken
  errno = before;
}

}  // namespace tertulia
