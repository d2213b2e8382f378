// SPDX-License-Identifier: Apache-2.0
// Takes the last touch at a desk back, be it of the timer or of what was said in a room (decision 090). Pure.
#pragma once

#include <optional>
#include <vector>

#include "firmware/app/desk/moderator.h"

namespace tertulia {

// What the sayings of a touch replace, while that can be taken back. None: they replace nothing.
[[nodiscard]] std::optional<SaidUndo> undo_of(const std::vector<RoomSaying>& sayings,
                                              const DeviceState& device_state, const Now& now);
// Whether the last touch can still be taken back.
[[nodiscard]] bool can_undo(const Moderator& state, const DeviceState& device_state,
                            const RoleSettings& settings, const Now& now);
// What is said to take a touch back that said something.
[[nodiscard]] std::vector<RoomSaying> taken_back(const SaidUndo& undo, const DeviceState& device_state);

}  // namespace tertulia
