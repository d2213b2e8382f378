// SPDX-License-Identifier: Apache-2.0
// The lock of a desk: who sits there, and the PIN of that role. Pure: the loop asks the PinChecker and tells
// what it said.
//
// - Without any PIN the desk is open, and a moderator sits there. A role without a PIN is open, too.
// - After five wrong PINs in a row the lock waits a minute, after the next five two, then four, up to
//   sixteen. Only the right PIN resets the count.
// - It locks by itself when nobody has touched it for `RoleSettings::lock_after`.
#pragma once

#include <optional>
#include <string>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/intents.h"

namespace tertulia {

inline constexpr int kTriesBeforeWait = 5;

struct DeskLock {
  std::optional<DeskRole> open;  // who sits there; none: locked
  DeskRole chosen = DeskRole::kModerator;
  std::string typed;                         // digits so far
  int wrong = 0;                             // PINs in a row
  bool was_wrong = false;                    // the last one, until the next digit
  std::optional<BootTime> waits_until = {};  // after too many wrong PINs
  BootTime last_touch{};
  friend bool operator==(const DeskLock&, const DeskLock&) = default;
};

// Who sits at the desk; none: it is locked.
[[nodiscard]] std::optional<DeskRole> seated(const DeskLock& lock, const RoleSettings& settings);

// A PIN that is typed to the end, to be checked.
struct PinCheck {
  Pin pin;
  std::string typed;
};
struct LockChange {
  DeskLock lock;
  std::optional<PinCheck> check;
};
// What a touch on the locked desk does. Digits, backspace and the choice of a role; anything else does
// nothing.
[[nodiscard]] LockChange touch_lock(DeskLock lock, const Intent& intent, const RoleSettings& settings,
                                    const Now& now);
// What the checker said of the typed PIN.
[[nodiscard]] DeskLock pin_checked(DeskLock lock, bool is_right, const Now& now);
[[nodiscard]] DeskLock locked(DeskLock lock);
// Locks when nobody has touched the desk for long, and ends a wait.
[[nodiscard]] DeskLock elapse(DeskLock lock, const RoleSettings& settings, const Now& now);
// When elapse() next changes something, or the seconds of the wait do; none: only a touch can.
[[nodiscard]] std::optional<BootTime> next_change(const DeskLock& lock, const RoleSettings& settings,
                                                  const Now& now);

[[nodiscard]] PinView pin_view(const DeskLock& lock, const DeviceState& device_state,
                               const RoleSettings& settings, const Now& now);

}  // namespace tertulia
