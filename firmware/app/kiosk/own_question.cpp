// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/own_question.h"

#include <string>
#include <utility>

#include "firmware/app/kiosk/offers.h"

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

struct QuestionTransition {
  const KioskContext& context;

  KioskChange operator()(OwnQuestion state, const intent::PressKey& pressed) const {
    if (pressed.key.kind == KeyKind::kNext) return send_question(std::move(state), context);
    TextEntry entry = press(state.entry, pressed.key, kLongestFloorQuestion);
    return typed(std::move(state), std::move(entry));
  }
  KioskChange operator()(OwnQuestion state, const intent::HoldKey& held) const {
    TextEntry entry = hold(state.entry, held.key);
    return typed(std::move(state), std::move(entry));
  }
  KioskChange operator()(OwnQuestion state, const intent::SelectWord& chosen) const {
    TextEntry entry = with_word(state.entry, chosen.offset);
    return typed(std::move(state), std::move(entry));
  }
  KioskChange operator()(OwnQuestion state, const intent::PlaceCaret& placed) const {
    TextEntry entry = with_caret(state.entry, placed.offset);
    return typed(std::move(state), std::move(entry));
  }
  KioskChange operator()(OwnQuestion state, const intent::Next&) const {
    return send_question(std::move(state), context);
  }
  KioskChange operator()(OwnQuestion state, const intent::Back&) const {
    KioskChange change{std::move(state.offer), {}};
    change.effects.forget = true;  // of what was typed and not sent
    return change;
  }

  template <class Wish>
  KioskChange operator()(OwnQuestion state, const Wish&) const {
    return {std::move(state), {}};
  }

 private:
  [[nodiscard]] KioskChange typed(OwnQuestion state, TextEntry entry) const {
    return {with_typed(std::move(state), std::move(entry), context), {}};
  }
};

}  // namespace

KioskChange apply(kiosk::OwnQuestion state, const Intent& intent, const KioskContext& context) {
  return std::visit([&](const auto& wish) { return QuestionTransition{context}(std::move(state), wish); },
                    intent);
}

}  // namespace tertulia
