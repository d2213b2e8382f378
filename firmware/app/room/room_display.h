// SPDX-License-Identifier: Apache-2.0
// The room display and the door sign: what they show at an instant. They have no state of their own. Pure.
#pragma once

#include "firmware/app/room/public_room.h"
#include "firmware/ports/views.h"

namespace tertulia {

[[nodiscard]] RoomView room_view(const PublicRoom& room);
[[nodiscard]] DoorView door_view(const PublicRoom& room);

}  // namespace tertulia
