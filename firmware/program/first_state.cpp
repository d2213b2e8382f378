// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/first_state.h"

#include <utility>

#include "firmware/program/identity.h"
#include "firmware/program/qr_text.h"

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
  TRY(const auto timers, store.timers());
  for (const auto& [room, timer] : timers) {
    // The agenda may have changed while the device was off: what runs goes on by its segment, or is marked as
    // removed.
    const Session* session = device_state.pack.agenda.find(timer.session);
    device_state.timers[room] = follow(restore(timer, now), session ? session->rundown : Rundown{});
  }
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
