// SPDX-License-Identifier: Apache-2.0
// What this device says and hears in its rooms. The state changes through the relay alone; what screens read
// (timers, agenda) is derived from it here.
#include <utility>

#include "firmware/app/desk/note_events.h"
#include "firmware/app/loop/loop.h"
#include "firmware/app/loop/taken_pack.h"
#include "firmware/app/room/public_room.h"
#include "firmware/app/state/own_view.h"
#include "firmware/wire/room_words.h"

namespace tertulia {
namespace {

// Of what displays show. A repeat of the same words leaves them alone.
using Ranks = std::pair<Rank, Rank>;
Ranks ranks_in(const RoomState& room) { return {room.timer().rank, room.shown().rank}; }

}  // namespace

void Loop::open_rooms(const Now& now) {
  std::map<std::string, int> screens;
  for (const Panel& panel : panels_) {
    const bool is_display = panel.settings.role == Role::kRoom || panel.settings.role == Role::kDoor;
    screens[panel.settings.room] += is_display ? 1 : 0;
    if (panel.settings.role == Role::kModerator) device_state_.desks.insert(panel.settings.room);
  }
  screens[all_rooms(device_state_.pack.visit.id)] = 0;
  for (const auto& [room, count] : screens) {
    RoomRelay& relay = relays_.emplace(room, RoomRelay(device_state_.device, count, now.boot)).first->second;
    if (device_state_.desks.contains(room)) relay.show_at_desk(device_state_.pack.version, now.boot);
    device_state_.rooms.try_emplace(room);
    follow_room(device_state_, room);
    pass_room(room, now);  // what was stored of it takes its place
  }
}

void Loop::take(const to_main::RoomsLinked& linked, const Now& now) {
  for (auto& [room, relay] : relays_) linked.up ? relay.connected(now.boot) : relay.lost();
}

void Loop::take(const to_main::RoomWordTooLarge& letter, const Now& now) {
  const std::string cure = "Set max_packet_size to " + std::to_string(kLargestMessage) + " in its settings.";
  device_state_.last_error =
      LastError{now.wall,
                "Other devices do not hear all of this room: the broker accepts at most " +
                    std::to_string(letter.most) + " bytes at once. " + cure,
                std::nullopt, true};
}

void Loop::take(const to_main::HeardInRoom& letter, const Now& now) {
  const auto relay = relays_.find(letter.room);
  if (relay == relays_.end()) return;
  const Ranks before = ranks_in(device_state_.rooms[letter.room]);
  carry_out(letter.room, relay->second.heard(device_state_.rooms[letter.room], letter.heard, now));
  follow_room(device_state_, letter.room);
  refresh_room(letter.room, now);
  if (ranks_in(device_state_.rooms[letter.room]) != before) note_presence(letter.room, now);
}

void Loop::take(const to_main::HeardHereInRoom& letter, const Now& now) {
  const auto relay = relays_.find(letter.room);
  if (relay == relays_.end()) return;
  relay->second.heard(letter.heard);
  refresh_room(letter.room, now);
}

Taken Loop::say(const RoomSaying& saying, const Now& now) {
  const auto relay = relays_.find(saying.room);
  if (relay == relays_.end()) return Taken::kNotSaved;
  std::vector<Event> events = note_events(device_state_.rooms[saying.room], saying);
  const Ranks before = ranks_in(device_state_.rooms[saying.room]);
  RoomActions actions = relay->second.said(device_state_.rooms[saying.room], saying.word, now);
  if (actions.is_refused) events.clear();
  for (Event& event : events)
    if (!boxes_.keeper.put(to_keeper::Record{std::move(event), {now, now.wall}}))
      note_store_problem("The storage does not keep up.", now);
  const bool is_refused = actions.is_refused;
  const bool is_stored = carry_out(saying.room, std::move(actions));
  if (ranks_in(device_state_.rooms[saying.room]) != before) note_presence(saying.room, now);
  follow_room(device_state_, saying.room);
  pass_room(saying.room, now);
  if (is_refused) return Taken::kFull;
  return is_stored ? Taken::kYes : Taken::kNotSaved;
}

// What people at a kiosk asked and supported, as this device says it.
Taken Loop::take_floor(Panel& panel, const FloorWords& words, const Now& now) {
  FloorRate rate = panel.floor_rate;
  if (!rate.takes(words, now.boot)) return Taken::kTooSoon;
  const std::string& room = panel.settings.room;
  const RoomState& state = device_state_.rooms[room];
  const auto session = [&] { return public_session_in(device_state_, room, now); };
  const bool is_closed = session() && !session()->open();
  const auto& shares = is_closed ? state.closed.floor : state.open.floor;
  const auto own = shares.find(device_state_.device);
  FloorShare share = own == shares.end() ? FloorShare{} : own->second.value;
  for (const auto& [id, question] : words.asked) {
    if (is_full(share, state.verdicts().value, question.session.text())) return Taken::kFull;
    share.questions[id] = question;
  }
  for (const std::string& id : words.supported) share = with_support(share, id, device_state_.epoch);
  const auto say_share = [&] {
    const auto of = session();  // what was said before may have changed the plan that it points into
    return say({room, tertulia::say(state, share, device_state_.device, of ? &*of : nullptr)}, now);
  };
  const Taken taken = say_share();
  if (taken == Taken::kYes) panel.floor_rate = rate;
  if (taken != Taken::kNotSaved || words.asked.empty()) return taken;
  // The person is told that it is not saved: it must not stand on the list all the same.
  for (const auto& [id, question] : words.asked) share.questions[id].removed = true;
  static_cast<void>(say_share());
  return taken;
}

void Loop::pass_room(const std::string& room, const Now& now) {
  carry_out(room, relays_.at(room).due(device_state_.rooms[room], now));
  refresh_room(room, now);
}

bool Loop::carry_out(const std::string& room, RoomActions actions) {
  bool is_stored = true;
  for (const RoomWord& word : actions.store) {
    const std::string body = wire::encode({word, {ports_.clock.now().boot_id, ports_.clock.now().boot}});
    if (!boxes_.keeper.put(to_keeper::SaveRoomWord{room, wire::place_of(word), body})) {
      note_store_problem("The storage does not keep up.", ports_.clock.now());
      is_stored = false;
    }
  }
  for (const std::string& complaint : actions.complaints)
    device_state_.last_error = LastError{ports_.clock.now().wall, complaint, std::nullopt, true};
  if (!has_broker(device_state_.link)) return is_stored;
  for (RoomActions::Say& say : actions.say)
    static_cast<void>(boxes_.courier.put(to_courier::SayInRoom{room, std::move(say.word), say.doubt}));
  if (actions.here) static_cast<void>(boxes_.courier.put(to_courier::SayHere{room, *actions.here}));
  return is_stored;
}

// Who steers a room sees at once what its screens make of it, also at night.
void Loop::note_presence(const std::string& room, const Now& now) {
  for (Panel& panel : panels_)
    if (panel.settings.room == room && panel.settings.role != Role::kKiosk)
      panel.blanking.last_use = now.boot;
}

void Loop::refresh_room(const std::string& room, const Now& now) {
  const auto relay = relays_.find(room);
  if (relay != relays_.end()) {
    const RoomState& state = device_state_.rooms[room];
    device_state_.room_links[room] = {
        relay->second.step(state, now.boot), relay->second.screens_in_step(state, now.boot),
        relay->second.leads(state, now.boot), relay->second.desk_packs(now.boot)};
  }
  follow_timer(device_state_, room);
  roll_on(device_state_, room, now);
}

// Whoever answers at a kiosk answers the form that was opened: see kiosk::Asking.
void Loop::take_update(const Now& now) {
  if (!device_state_.update) return;
  if (device_state_.update->begins_anew) {
    device_state_.update->is_accepted = true;
    want_restart(Ending::kNewPack, now);
    return;
  }
  tertulia::take_update(device_state_, now);
  for (Panel& panel : panels_) panel.moderator = with_new_pack(std::move(panel.moderator));
  code_due_ = now.boot;
  say_version(now);
}

// Which pack is shown: to the devices of the rooms, which follow a desk, and to the hub.
void Loop::say_version(const Now& now) {
  for (auto& [room, relay] : relays_) {
    if (device_state_.desks.contains(room)) relay.show_at_desk(device_state_.pack.version, now.boot);
    follow_room(device_state_, room);
    refresh_room(room, now);
  }
  if (!boxes_.keeper.put(to_keeper::Record{description_of(device_state_.pack), {now, now.wall}}))
    note_store_problem("The storage does not keep up.", now);
}

void Loop::take_update_if_due(const Now& now) {
  const auto taken = takes_alone(device_state_);
  if (!taken || taken->at > now.boot || (!taken->follows && somebody_answers())) return;
  take_update(now);
}

}  // namespace tertulia
