// SPDX-License-Identifier: Apache-2.0
// A list of choices that is too long to look through: the visitor types a part of what they mean, or turns
// through it. Pure helpers of the kiosk.
#pragma once

#include <cstddef>
#include <memory>

#include "firmware/app/kiosk/choice_index.h"
#include "firmware/app/kiosk/question_kinds.h"
#include "firmware/ports/intents.h"

namespace tertulia {

// Plain lists of more choices than this are searched.
inline constexpr std::size_t kMostLookedThrough = 30;
inline constexpr std::size_t kFoundAtOnce = 50;

// What the page offers, ready to be searched; null: it shows all its choices.
[[nodiscard]] std::shared_ptr<const ChoiceIndex> index_for(const kiosk::Asking& asking);

[[nodiscard]] kiosk::Asking with_search_key(kiosk::Asking asking, const Key& key);
// The next choice is searched anew. One choice is an answer: the keyboard goes.
[[nodiscard]] kiosk::Asking with_search_done(kiosk::Asking asking, const QuestionKind& kind);
[[nodiscard]] kiosk::Asking with_turned_list(kiosk::Asking asking, intent::ListTurn turn);

// `choices`: the list of the question's kind. The page has an index.
[[nodiscard]] SearchBody search_body(const AskedPage& asked, const std::vector<Choice>& choices);

}  // namespace tertulia
