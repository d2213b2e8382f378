// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/own_question.h"

#include <string>
#include <utility>

#include "firmware/app/kiosk/offers.h"
#include "firmware/app/kiosk/typing.h"

namespace tertulia {
namespace {

using kiosk::OwnQuestion;

KioskChange send_question(OwnQuestion state, const KioskContext& context) {
  const std::string text = trimmed(state.entry.text);
  if (text.empty()) {
    state.is_empty = true;
    return KioskChange{std::move(state), {}};
  }
  // A question is for those who were asked: not for whoever sits there now.
  const std::string before = std::exchange(state.session, asked_on_floor(context));
  state.is_late = state.session.empty() || state.session != before;
  if (state.is_late) return KioskChange{std::move(state), {}};
  KioskChange change;
  change.effects.floor.asked[context.fresh_id.text()] = question_to_room(text, state.offer.language, context);
  change.state = std::move(state);
  return change;
}

// A key does nothing when other devices would not take the text: one letter may carry any number of marks.
OwnQuestion with_typed(OwnQuestion state, TextEntry entry, const KioskContext& context) {
  if (size_in_json(entry.text) <= kMostFloorBytes) state.entry = std::move(entry);
  state.is_empty = false;
  state.is_late = false;
  state.sent = Taken::kYes;
  state.offer.last_touch = context.now.boot;
  return state;
}

}  // namespace

KioskChange apply(kiosk::OwnQuestion state, const Intent& intent, const KioskContext& context) {
  if (is_done_key(intent) || std::get_if<intent::Next>(&intent))
    return send_question(std::move(state), context);
  if (std::get_if<intent::Back>(&intent)) {
    KioskChange change{std::move(state.offer), {}};
    change.effects.forget = true;  // of what was typed and not sent
    return change;
  }
  if (!is_typing(intent)) return {std::move(state), {}};
  TextEntry entry = typed(state.entry, intent, kLongestFloorQuestion);
  return {with_typed(std::move(state), std::move(entry), context), {}};
}

}  // namespace tertulia
