// SPDX-License-Identifier: Apache-2.0
// What the moderator puts on the display of a room beside the plan: a question from the floor, the learning
// points, results, the next session, one sentence, or nothing at all. Pure.
#pragma once

#include <optional>

#include "firmware/app/room/public_room.h"
#include "firmware/domain/room/room_state.h"
#include "firmware/ports/views.h"

namespace tertulia {

// None: the display shows the plan. What was shown in a session goes when another one runs.
[[nodiscard]] std::optional<View> shown_view(const PublicRoom& room, const RoomState& state);
// The announcement that a moderator has made to the room or to all rooms, the newest of both; none, or its
// time is over.
[[nodiscard]] std::optional<AnnouncementView> announced_view(const PublicRoom& room, const RoomStates& rooms);
// When an announcement goes.
[[nodiscard]] std::optional<BootTime> announcement_end(const RoomStates& rooms, const Visit& visit,
                                                       const std::string& room, const Now& now);

}  // namespace tertulia
