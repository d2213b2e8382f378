// SPDX-License-Identifier: Apache-2.0
// Takes back what the last touch at a desk said in its rooms: the word that held before is said again. What
// ran goes on as if nobody had touched it, because it keeps its anchor. Registers only. Pure; the desk owns
// the value.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/room/room_state.h"

namespace tertulia {

// The word that holds in the place of `word`, be it open or closed.
[[nodiscard]] RoomWord holding(const RoomState& state, const RoomWord& word);

// One word of a touch.
struct SaidBefore {
  std::string room;
  RoomWord before;
  Rank said;  // of the word that replaced it
  friend bool operator==(const SaidBefore&, const SaidBefore&) = default;
};
struct SaidUndo {
  std::vector<SaidBefore> words;
  BootTime until{};
  friend bool operator==(const SaidUndo&, const SaidUndo&) = default;
};

// Whether all words of the touch still hold: nobody has said anything else since.
[[nodiscard]] bool can_take_back(const SaidUndo& undo, const RoomStates& rooms, BootTime now);
// What `device` says to take one back.
[[nodiscard]] RoomWord say_again(const RoomState& state, const RoomWord& before, const std::string& device);

}  // namespace tertulia
