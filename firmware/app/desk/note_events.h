// SPDX-License-Identifier: Apache-2.0
// What the hub shall have of the notes of a room. The device that says a note reports it, once for each
// change; those that only hear it report nothing. Pure.
#pragma once

#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/event.h"

namespace tertulia {

// Each note in `saying` that is new, or differs from what the room knew. Nothing of a closed session: what
// may leave it is said as an open note when the session is over.
[[nodiscard]] std::vector<Event> note_events(const RoomState& before, const RoomSaying& saying);

}  // namespace tertulia
