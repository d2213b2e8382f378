// SPDX-License-Identifier: Apache-2.0
// The moderator's desk: steers the timer of one room, and lets time act on it. Pure.
#pragma once

#include <string>

#include "firmware/app/state/device_state.h"
#include "firmware/ports/intents.h"

namespace tertulia {

struct Moderator {
  std::string problem;  // what the last command could not do, in words
  friend bool operator==(const Moderator&, const Moderator&) = default;
};

// A timer after a transition, and what has to be saved and reported.
struct TimerChange {
  Timer timer;
  Effects effects;
};

struct ModeratorChange {
  Moderator state;
  std::optional<TimerChange> timer;  // none: nothing changed
};

[[nodiscard]] ModeratorChange apply(const Moderator& state, const Intent& intent,
                                    const DeviceState& device_state, const RoleSettings& settings,
                                    const Now& now);

// Lets time act on the timer of a room (overrun, roll). Only the device that led last does it, so that
// `finished` is reported once. None when nothing changes.
[[nodiscard]] std::optional<TimerChange> elapse(const DeviceState& device_state, const std::string& room,
                                                const Now& now);
// When elapse() next changes something; none when only a command can.
[[nodiscard]] std::optional<BootTime> next_elapse(const DeviceState& device_state, const std::string& room,
                                                  const Now& now);

[[nodiscard]] ModeratorView moderator_view(const Moderator& state, const DeviceState& device_state,
                                           const RoleSettings& settings, const Now& now);

}  // namespace tertulia
