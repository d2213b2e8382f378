// SPDX-License-Identifier: Apache-2.0
// What a kiosk makes of the store: what it said before the start, what it answers, and when it takes nothing.
#include <utility>

#include "firmware/app/kiosk/contact_form.h"
#include "firmware/app/kiosk/kiosk.h"

namespace tertulia {
namespace {

using kiosk::Asking;
using kiosk::Attract;
using kiosk::Closing;
using kiosk::ContactForm;
using kiosk::StillThere;
using kiosk::Thanks;

}  // namespace

Kiosk first_kiosk(const KioskContext& context) {
  const Interrupted* found = nullptr;
  for (const Interrupted& each : context.device_state.interrupted) {
    const bool stood_here =
        each.room == context.settings.room && each.screen.value_or(context.screen) == context.screen;
    // Of versions before, which did not note the screen: whose answers are gone must hear of it.
    if (stood_here && (found == nullptr || !each.is_saved)) found = &each;
  }
  if (found == nullptr) return fresh_kiosk(context);
  return Attract{found->language, context.now.boot,
                 found->is_saved ? SaveResult::kSaved : SaveResult::kNotSaved};
}

const std::string& takes_no_answers_because(const KioskContext& context) {
  static const std::string kTakes;
  const DeviceState& device_state = context.device_state;
  if (!device_state.store_closed.empty()) return device_state.store_closed;
  return context.before == Before::kRefused ? device_state.store_problem : kTakes;
}

KioskChange apply(Kiosk state, const to_main::SubmissionClosed& closed, const KioskContext& context) {
  auto* closing = std::get_if<Closing>(&state);
  if (!closing || closing->asking.submission.id != closed.id) return {std::move(state), {}};
  if (closed.ok)
    return {Thanks{closing->asking.submission.language, context.now.boot + context.settings.thanks,
                   closed.counts.voices_in_session, closed.id},
            {}};
  Asking asking = std::move(closing->asking);
  asking.save_failed = true;
  asking.last_touch = context.now.boot;
  return {std::move(asking), {}};
}

KioskChange apply(Kiosk state, const to_main::ContactKept& kept, const KioskContext& context) {
  auto* form = std::get_if<ContactForm>(&state);
  return form ? apply(std::move(*form), kept, context) : KioskChange{std::move(state), {}};
}

KioskChange apply(Kiosk state, const to_main::Left& left, const KioskContext& context) {
  auto* attract = std::get_if<Attract>(&state);
  if (!attract || !attract->wish) return {std::move(state), {}};
  const Intent wish = *std::exchange(attract->wish, std::nullopt);
  attract->waits_since.reset();
  return left.ok ? apply(std::move(state), wish, context) : KioskChange{std::move(state), {}};
}

KioskChange apply(Kiosk state, const to_main::NotBegun& refused, const KioskContext& context) {
  auto* still = std::get_if<StillThere>(&state);
  auto* asking = still ? std::get_if<Asking>(&still->left) : std::get_if<Asking>(&state);
  if (!asking || asking->submission.id != refused.id) return {std::move(state), {}};
  const Language language = asking->submission.language;
  KioskChange change = apply(StillThere{std::move(*asking), context.now.boot}, intent::StartOver{}, context);
  // Whoever stands there reads in their language why, and goes on in it when answers are taken again.
  if (auto* attract = std::get_if<Attract>(&change.state)) {
    attract->language = language;
    attract->last_touch = context.now.boot;
  }
  return change;
}

}  // namespace tertulia
