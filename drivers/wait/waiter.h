// SPDX-License-Identifier: Apache-2.0
// The single poll() in which a window driver sleeps. It ends when
//   - a watched descriptor can be read,
//   - another thread calls wake(),
//   - an instant of the boot clock has come,
//   - a stop signal arrives.
// A driver owns it and uses it on the main thread; only wake() may be called from any thread. open() blocks
// the stop signals, so open the window before any other thread starts (see stop_signals.h).
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "firmware/files/descriptor.h"

namespace tertulia {

class Waiter {
 public:
  enum class Patience { kSleep, kGlance };

  struct Report {
    bool is_woken = false;
    bool is_stopped = false;  // SIGTERM or SIGINT
    bool is_due = false;      // `until` has come
    std::vector<int> ready;   // watched descriptors with something to read
    std::vector<int> gone;    // watched descriptors whose other end is closed
  };

  // Errors: no descriptors left.
  [[nodiscard]] static Result<std::unique_ptr<Waiter>> open();

  // From now on the descriptor ends a wait when it can be read. The caller keeps it open until forget().
  void watch(int descriptor);
  void forget(int descriptor);

  // kSleep: sleeps until something happens, at most until `until` on the kernel's CLOCK_BOOTTIME.
  // kGlance: reports what has happened, without sleeping.
  [[nodiscard]] Report wait(std::optional<BootTime> until, Patience patience);

  // May be called from any thread, any number of times, also in a signal handler.
  void wake() const;

 private:
  Waiter() = default;
  void set_timer(std::optional<BootTime> until) const;

  Descriptor wake_;
  Descriptor timer_;
  Descriptor stop_;
  std::vector<int> watched_;
};

}  // namespace tertulia
