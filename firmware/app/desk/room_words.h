// SPDX-License-Identifier: Apache-2.0
// What the desk reads of the room, and what its touches say there: the floor, its questions, the plan. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/room/room_state.h"

namespace tertulia {

// What the devices of the room know together; nothing yet in a room where nobody has spoken. Valid until the
// DeviceState changes.
[[nodiscard]] const RoomState& room_words(const DeviceState& device_state, const std::string& room);

// A group takes the floor, or gives it back.
[[nodiscard]] std::vector<RoomSaying> give_floor_to(const std::string& group, const DeviceState& device_state,
                                                    const std::string& room, const Now& now);
// None: the visit names no groups, or no session goes on.
[[nodiscard]] std::optional<SpeakingCard> speaking_card(const DeviceState& device_state,
                                                        const RoleSettings& settings, const Now& now);
[[nodiscard]] std::optional<FloorCard> floor_card(const DeviceState& device_state,
                                                  const RoleSettings& settings, const Now& now);

}  // namespace tertulia
