// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/first_state.h"

#include <utility>

#include "firmware/app/state/own_view.h"
#include "firmware/program/identity.h"
#include "firmware/program/qr_text.h"
#include "firmware/wire/room_words.h"

namespace tertulia {
namespace {

// Where two people stood at kiosks of one room, the one whose answers are gone must hear of it.
void note_save_result(DeviceState& device_state, const std::string& room, const Interrupted& interrupted) {
  const auto [found, is_new] = device_state.interrupted.emplace(room, interrupted);
  if (!is_new && interrupted.save_result == SaveResult::kNotSaved) found->second = interrupted;
}

Outcome settle_answers(Store& store, DeviceState& device_state, const Now& now) {
  TRY(const auto unthanked, store.unthanked());
  for (const Unthanked& each : unthanked) {
    note_save_result(device_state, each.room, {each.language, SaveResult::kSaved});
    TRY_DONE(store.thanked(each.id));
  }
  TRY(auto drafts, store.drafts());
  for (Submission& draft : drafts) {
    if (!draft.answers.empty())
      note_save_result(device_state, draft.room, {draft.language, SaveResult::kNotSaved});
    draft.state = SubmissionState::kAbandoned;
    draft.answers.clear();  // decision 062
    TRY(const StoreCounts ignored, store.close_submission(draft, {now, now.wall}));
    (void)ignored;
  }
  return Done{};
}

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

// A row that cannot be read never stops the device: it is set aside and said, and the rest goes on.
Outcome settle_rooms(Store& store, DeviceState& device_state, const Now& now) {
  TRY(const auto rows, store.room_words());
  for (const RoomRow& row : rows) {
    const auto word = word_of(row, device_state.pack.agenda);
    if (word.ok()) {
      merge(device_state.rooms[row.room], restored(word.value(), now));
      if (row.place != kOwnTimerPlace) continue;
      TRY_DONE(store.save_room_word(
          {row.room, wire::place_of(word.value()), wire::encode({word.value(), {now.boot_id, now.boot}})}));
    } else {
      device_state.last_error = LastError{now.wall,
                                          "What was stored of room " + row.room +
                                              " cannot be read and was set aside: " + word.error().message,
                                          std::nullopt};
    }
    TRY_DONE(store.set_aside_room_word(row));
  }
  for (const auto& [room, state] : device_state.rooms) follow_room(device_state, room);
  return Done{};
}

Result<Enrolment> enrolment_of(const formats::Configuration& configuration) {
  TRY(const auto application, apply_for_identity(configuration.broker.identity, configuration.device.id));
  TRY(QrCode request, qr_code(application.request));
  return Enrolment{std::move(request), application.code};
}

}  // namespace

Outcome settle(Store& store, DeviceState& device_state, const Now& now) {
  TRY_DONE(settle_answers(store, device_state, now));
  // Whatever was parked for its settings is tried again with those of today.
  TRY_DONE(store.unpark_all());
  TRY(device_state.counts, store.counts());
  TRY_DONE(settle_rooms(store, device_state, now));
  return store.append(event::Audited{"start"}, {now, now.wall});
}

bool prepare_link(const formats::Configuration& configuration, DeviceState& device_state, const Now& now) {
  if (configuration.broker.host.empty()) return false;
  const auto& identity = configuration.broker.identity;
  if (identity.empty() || is_enrolled(identity)) {
    device_state.link = Link::kConnecting;
    return true;
  }
  device_state.link = Link::kNotEnrolled;
  auto enrolment = enrolment_of(configuration);
  if (enrolment.ok())
    device_state.enrolment = std::move(enrolment).value();
  else
    device_state.last_error =
        LastError{now.wall, enrolment.error().message, LinkStatus{Link::kNotEnrolled, LinkProblem::kNone}};
  return false;
}

}  // namespace tertulia
