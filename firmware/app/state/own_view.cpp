// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/state/own_view.h"

#include <algorithm>

#include "firmware/domain/room/plan.h"

namespace tertulia {
namespace {

Agenda with_plans(const DeviceState& device_state) {
  Agenda today = device_state.pack.agenda;
  for (const auto& [room, state] : device_state.rooms)
    if (!state.plan().value.changes.empty()) today = planned(today, state.plan().value, room);
  return today;
}

bool has_plans(const DeviceState& device_state) {
  for (const auto& [room, state] : device_state.rooms)
    if (!state.plan().value.changes.empty()) return true;
  return false;
}

// The timer of a room that this device follows, and its session; null: it leads, or there is none to roll.
const Session* followed(const DeviceState& device_state, const std::string& room, const Now& now) {
  const auto link = device_state.room_links.find(room);
  const bool leads = link != device_state.room_links.end() && link->second.leads;
  const auto timer = device_state.timers.find(room);
  if (leads || timer == device_state.timers.end() || !is_good(now.quality)) return nullptr;
  return agenda_of(device_state).find(timer->second.session);
}

}  // namespace

const Agenda& agenda_of(const DeviceState& device_state) {
  return device_state.today ? *device_state.today : device_state.pack.agenda;
}

void follow_room(DeviceState& device_state, const std::string& room) {
  device_state.today = has_plans(device_state) ? std::optional(with_plans(device_state)) : std::nullopt;
  follow_timer(device_state, room);
}

void follow_timer(DeviceState& device_state, const std::string& room) {
  device_state.gone.erase(room);
  const auto state = device_state.rooms.find(room);
  if (state == device_state.rooms.end() || state->second.timer().is_empty()) return;
  const Agenda& agenda = agenda_of(device_state);
  const Timer timer = with_own_ids(state->second.timer().value.timer(), agenda);
  const Session* session = agenda.find(timer.session);
  device_state.timers[room] = follow(timer, session ? session->rundown : Rundown{});
  if (!session && timer.phase != TimerPhase::kIdle) device_state.gone[room] = unknown_session(timer, room);
}

void roll_on(DeviceState& device_state, const std::string& room, const Now& now) {
  const Session* session = followed(device_state, room, now);
  if (!session) return;
  Timer& timer = device_state.timers.at(room);
  const auto in = roll_in(timer, session->rundown, now);
  if (in && *in <= -kRollPatience) timer = elapse(timer, session->rundown, now).timer;
}

std::optional<BootTime> next_roll(const DeviceState& device_state, const std::string& room, const Now& now) {
  const Session* session = followed(device_state, room, now);
  const auto in =
      session ? roll_in(device_state.timers.at(room), session->rundown, now) : std::optional<Milliseconds>();
  if (!in) return std::nullopt;
  return now.boot + std::clamp<Milliseconds>(*in + kRollPatience, Milliseconds(0), std::chrono::hours(24));
}

}  // namespace tertulia
