// SPDX-License-Identifier: Apache-2.0
// When this device rings for its rooms. Two displays of one room that this device drives are one chime.
#include <algorithm>
#include <utility>

#include "firmware/app/loop/loop.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/shown_screens.h"

namespace tertulia {
namespace {

// Who has made the displays of a room black wants its quiet.
bool is_black(const DeviceState& device_state, const RoleSettings& settings, const Now& now) {
  const auto state = device_state.rooms.find(settings.room);
  if (state == device_state.rooms.end()) return false;
  const auto shown = shown_view(public_room(device_state, settings, now), state->second);
  const auto* message = shown ? std::get_if<MessageView>(&*shown) : nullptr;
  return message && message->text.empty();
}

bool rings(const RoleSettings& settings) { return settings.role == Role::kRoom && settings.chimes; }

}  // namespace

// The first look rings nothing: whatever is over by now was over before this device was there.
void Loop::open_chimes(const Now& now) {
  for (const Panel& panel : panels_)
    if (rings(panel.settings)) chimes_[panel.settings.room] = {};
  look_at_chimes(now);
}

void Loop::look_at_chimes(const Now& now) {
  for (auto& [room, watch] : chimes_) {
    const RoomNow here = room_now(device_state_, room, now);
    ChimeLook seen = look(watch, here.shown_timer(), here.shown_segment(), now);
    watch = std::move(seen.watch);
    if (!seen.rings || !ports_.chime) continue;
    const auto display = std::find_if(panels_.begin(), panels_.end(), [&room = room](const Panel& panel) {
      return rings(panel.settings) && panel.settings.room == room;
    });
    if (!is_black(device_state_, display->settings, now)) ports_.chime->ring(*seen.rings);
  }
}

}  // namespace tertulia
