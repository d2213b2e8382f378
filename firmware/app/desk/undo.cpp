// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/undo.h"

#include "firmware/app/desk/room_words.h"

namespace tertulia {

std::optional<SaidUndo> undo_of(const std::vector<RoomSaying>& sayings, const DeviceState& device_state,
                                const Now& now) {
  if (sayings.empty()) return std::nullopt;
  SaidUndo undo{{}, now.boot + kUndoTime};
  for (const RoomSaying& each : sayings)
    undo.words.push_back(
        {each.room, holding(room_words(device_state, each.room), each.word), each.word.rank()});
  return undo;
}

bool can_undo(const Moderator& state, const DeviceState& device_state, const RoleSettings& settings,
              const Now& now) {
  if (state.said_undo) return can_take_back(*state.said_undo, device_state.rooms, now.boot);
  const auto timer = device_state.timers.find(settings.room);
  return state.undo && timer != device_state.timers.end() &&
         room_words(device_state, settings.room).timer().rank.author == device_state.device &&
         can_take_back(*state.undo, timer->second, now);
}

std::vector<RoomSaying> taken_back(const SaidUndo& undo, const DeviceState& device_state) {
  std::vector<RoomSaying> sayings;
  for (const SaidBefore& each : undo.words)
    sayings.push_back(
        {each.room, say_again(room_words(device_state, each.room), each.before, device_state.device)});
  return sayings;
}

}  // namespace tertulia
