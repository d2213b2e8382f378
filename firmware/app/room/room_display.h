// SPDX-License-Identifier: Apache-2.0
// The running session on a room display, and the door sign: what they show at an instant. They have no state
// of their own. What a display shows when no session runs: room_screen.h. Pure.
#pragma once

#include "firmware/app/room/public_room.h"
#include "firmware/ports/views.h"

namespace tertulia {

// `room` has a session.
[[nodiscard]] RoomView room_view(const PublicRoom& room);
[[nodiscard]] DoorView door_view(const PublicRoom& room);

}  // namespace tertulia
