// SPDX-License-Identifier: Apache-2.0
// Makes the Views of the room display and the door sign at one moment. They have no state of their own.
#pragma once

#include "firmware/app/room/room_now.h"
#include "firmware/app/state/device_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

[[nodiscard]] RoomView room_view(const DeviceState& device_state, const RoleSettings& settings,
                                 const Now& now);

// When the room display next shows something else.
[[nodiscard]] BootTime next_visible_change(const RoomNow& room, const Now& now);

// A closed session shows no title, speaker or outcome.
[[nodiscard]] DoorView door_view(const DeviceState& device_state, const RoleSettings& settings,
                                 const Now& now);

}  // namespace tertulia
