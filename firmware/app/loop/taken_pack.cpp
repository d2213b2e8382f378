// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/loop/taken_pack.h"

#include <algorithm>
#include <utility>

#include "firmware/app/room/room_now.h"
#include "firmware/app/rooms/room_relay.h"
#include "firmware/domain/agenda_change.h"
#include "firmware/domain/numbers/threshold.h"

namespace tertulia {
namespace {

// What topics, the relay and the settings of the screens were made of at the start.
bool has_other_frame(const Visit& shown, const Visit& next) {
  const auto same_room = [](const Room& one, const Room& other) { return one.id == other.id; };
  return shown.id != next.id || shown.programme != next.programme || shown.languages != next.languages ||
         shown.privacy.keep_abandoned != next.privacy.keep_abandoned ||
         !std::equal(shown.rooms.begin(), shown.rooms.end(), next.rooms.begin(), next.rooms.end(), same_room);
}

bool shows_the_same(const VisitPack& shown, const VisitPack& next) {
  return shown.agenda == next.agenda && shown.visit == next.visit &&
         shown.questionnaires == next.questionnaires;
}

// Begun and not over: also between two of its parts.
bool is_in_progress(const Session& session, const Timer& timer, const DeviceState& device_state,
                    const Now& now) {
  const bool has_begun = timer.started || timer.segment > 0;
  return is_live(timer) && has_begun && !over_since(session, timer, now, device_state.pack.visit.zone);
}

std::vector<std::string> in_progress(const DeviceState& device_state, const Now& now) {
  std::vector<std::string> ids;
  for (const auto& [room, timer] : device_state.timers) {
    const Session* session = session_of_timer(device_state, room);
    if (session && is_in_progress(*session, timer, device_state, now)) ids.push_back(session->id);
  }
  return ids;
}

}  // namespace

event::PackLoaded description_of(const VisitPack& pack) {
  event::PackLoaded loaded{pack.visit.id, pack.version, 0, {}};
  loaded.threshold = numbers::Threshold(pack.visit.privacy).k();
  for (const Questionnaire& form : pack.questionnaires)
    if (loaded.forms.size() < event::kMostForms) loaded.forms.push_back(form.hash);
  return loaded;
}

void take_reading(DeviceState& device_state, const to_main::PackRead& read, const Now& now) {
  device_state.pack_problem = read.problem;
  device_state.update.reset();
  if (!read.pack || read.pack->version == device_state.pack.version) return;
  if (!read.has_new_look && shows_the_same(device_state.pack, *read.pack)) {
    device_state.pack.version = read.pack->version;
    return;
  }
  const bool begins_anew = read.has_new_look || has_other_frame(device_state.pack.visit, read.pack->visit);
  device_state.update =
      PackUpdate{read.pack, difference(device_state.pack.agenda, read.pack->agenda), now.boot, begins_anew};
}

std::optional<TakesAlone> takes_alone(const DeviceState& device_state) {
  const auto& update = device_state.update;
  if (!update || update->is_accepted) return std::nullopt;
  bool hears_a_desk = false;
  for (const auto& [room, link] : device_state.room_links) {
    if (link.desk_packs.contains(update->pack->version)) return TakesAlone{update->since, true};
    hears_a_desk = hears_a_desk || !link.desk_packs.empty();
  }
  if (hears_a_desk || !device_state.desks.empty()) return std::nullopt;
  // Long enough for a desk to be heard.
  return TakesAlone{update->since + (has_broker(device_state.link) ? RoomRelay::kSilence : BootTime{}),
                    false};
}

void take_update(DeviceState& device_state, const Now& now) {
  const std::shared_ptr<const VisitPack> next = std::exchange(device_state.update, std::nullopt)->pack;
  Agenda agenda = applied(device_state.pack.agenda, next->agenda, in_progress(device_state, now));
  device_state.pack = *next;
  device_state.pack.agenda = std::move(agenda);
}

}  // namespace tertulia
