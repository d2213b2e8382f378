// SPDX-License-Identifier: Apache-2.0
// The single poll() that a window driver sleeps in: its own descriptors, a wake-up from other threads, an
// instant of the boot clock, and the signals that ask the program to stop.
//
// Owned by a driver; main thread only, but for wake(). Stop signals are blocked by open(): a thread that
// starts earlier would still die of them, so open the window (or call block_stop_signals) before any other
// thread starts. The mask is inherited: a child process that must heed SIGTERM unblocks it before exec.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "firmware/files/descriptor.h"

namespace tertulia {

// SIGTERM and SIGINT, in the calling thread and those that it starts.
void block_stop_signals();

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

  // From now on the descriptor ends a wait when it can be read. Does not own it.
  void watch(int descriptor);
  void forget(int descriptor);

  // Sleeps until something happened or `until` on the kernel's CLOCK_BOOTTIME; kGlance: looks without
  // sleeping.
  [[nodiscard]] Report wait(std::optional<BootTime> until, Patience patience);

  // Any thread, any number of times, also inside a signal handler.
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
