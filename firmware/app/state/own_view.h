// SPDX-License-Identifier: Apache-2.0
// What the screens of this device read of a room's state: the plan laid over the agenda, and the timer with
// the ids of this device's own agenda. Derived, never merged. Pure.
#pragma once

#include <optional>
#include <string>

#include "firmware/app/state/device_state.h"

namespace tertulia {

// The agenda as it is meant to go today. Whole sessions, also closed ones: screens use public_room.h.
[[nodiscard]] const Agenda& agenda_of(const DeviceState& device_state);

// Brings device_state.today, timers and gone up to date with device_state.rooms[room].
void follow_room(DeviceState& device_state, const std::string& room);
// The same, where no plan of a room and no pack has changed: copies no agenda.
void follow_timer(DeviceState& device_state, const std::string& room);

// On a device that follows: what `roll` has started by now, from the room's word, the plan and the clock
// alone. The device that leads says the same a moment later, or sooner; where it is away, all others show one
// part all the same, and a desk that takes over goes on from there. Waits kRollPatience for that word, so
// that clocks which differ a little show no second twice; without a good clock it waits for it for good.
inline constexpr Milliseconds kRollPatience = std::chrono::seconds(2);
void roll_on(DeviceState& device_state, const std::string& room, const Now& now);
// When that next changes something; none: only a word of the room can.
[[nodiscard]] std::optional<BootTime> next_roll(const DeviceState& device_state, const std::string& room,
                                                const Now& now);

}  // namespace tertulia
