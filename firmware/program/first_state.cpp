// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/first_state.h"

#include <utility>

#include "firmware/app/state/own_view.h"
#include "firmware/program/identity.h"
#include "firmware/program/qr_text.h"
#include "firmware/wire/room_words.h"

namespace tertulia {
namespace {

// An earlier version stored the timer with this device's own ids, also of a closed session.
Result<RoomWord> word_of(const RoomRow& row, const Agenda& agenda) {
  const bool is_own_timer = row.place == kOwnTimerPlace;
  const auto place = wire::parse_place(is_own_timer ? "timer" : row.place);
  if (!place || !place->value) return Error{"it has the place " + row.place + ", which nobody knows"};
  TRY(auto message, wire::decode_word(row.body, *place->value));
  RoomWord word{std::move(message.word.word), place->device, place->is_closed};
  if (auto* timer = std::get_if<Register<PublicTimer>>(&word.word); timer && is_own_timer) {
    timer->value = for_public(timer->value.timer(), agenda);
    timer->session = timer->value.timer().session;
  }
  return word;
}

// Where the store refuses, the old row stays beside the state and is read again at the next start.
void take_room_row(Store& store, DeviceState& device_state, const RoomRow& row, const Now& now) {
  const auto word = word_of(row, device_state.pack.agenda);
  if (!word.ok()) {
    device_state.last_error = LastError{
        now.wall,
        "What was stored of room " + row.room + " cannot be read and was set aside: " + word.error().message,
        std::nullopt};
    static_cast<void>(store.set_aside_room_word(row));
    return;
  }
  merge(device_state.rooms[row.room], restored(word.value(), now));
  if (row.place != kOwnTimerPlace) return;
  const RoomRow renamed{row.room, wire::place_of(word.value()),
                        wire::encode({word.value(), {now.boot_id, now.boot}})};
  if (store.save_room_word(renamed).ok()) static_cast<void>(store.set_aside_room_word(row));
}

Result<Enrolment> enrolment_of(const formats::Configuration& configuration, WallTime now) {
  TRY(const auto application, apply_for_identity(configuration, now));
  TRY(QrCode request, qr_code(application.request));
  return Enrolment{std::move(request), application.code, application.asks};
}

}  // namespace

Outcome settle_answers(Store& store, std::vector<Interrupted>& interrupted, const Now& now) {
  TRY(interrupted, store.interrupted());
  TRY_DONE(store.forget_interrupted(now.wall));  // decision 062
  // Whatever was parked for its settings is tried again with those of today.
  TRY_DONE(store.unpark({}));
  return store.append(event::Audited{"start"}, {now, now.wall});
}

void settle_rooms(Store& store, DeviceState& device_state, const Now& now) {
  if (const auto counts = store.counts(); counts.ok()) device_state.counts = counts.value();
  const auto rows = store.room_words();
  if (!rows.ok()) return;
  for (const RoomRow& row : rows.value()) take_room_row(store, device_state, row, now);
  for (const auto& [room, state] : device_state.rooms) follow_room(device_state, room);
}

bool prepare_link(const formats::Configuration& configuration, DeviceState& device_state, const Now& now,
                  WallTime today) {
  if (configuration.broker.host.empty()) return false;
  const auto& identity = configuration.broker.identity;
  if (identity.empty() || is_enrolled(identity)) {
    device_state.link = Link::kConnecting;
    return true;
  }
  device_state.link = Link::kNotEnrolled;
  auto enrolment = enrolment_of(configuration, today);
  if (enrolment.ok())
    device_state.enrolment = std::move(enrolment).value();
  else
    device_state.last_error =
        LastError{now.wall, enrolment.error().message, LinkStatus{Link::kNotEnrolled, LinkProblem::kNone}};
  return false;
}

}  // namespace tertulia
