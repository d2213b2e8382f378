// SPDX-License-Identifier: Apache-2.0
// How much of the lists of a room one device keeps and says: what a message takes and a reader reads.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/room/room_state.h"

namespace tertulia {

// Devices of one room that are listened to. One device cannot make the others store lists without end under
// names that it invents.
inline constexpr std::size_t kMostDevices = 64;
// Whether a word brings the list of one device more than this room has.
[[nodiscard]] bool is_one_too_many(const RoomState& state, const RoomWord& word);
// The complaint about it. `device` is the one that is left out.
[[nodiscard]] std::string too_many_devices(const std::string& device);

// Makes a list as large as one message takes: what nobody asks any more leaves first, then the oldest
// questions that were dealt with. Who wrote it hears the complaints. False: it does not fit, and `word` is
// not to be used.
[[nodiscard]] bool fit(RoomWord& word, const RoomState& state, std::vector<std::string>& complaints);
// What of a word reaches the others; its author has heard the complaints. None: it does not fit.
[[nodiscard]] std::optional<RoomWord> fitted(RoomWord word, const RoomState& state);

}  // namespace tertulia
