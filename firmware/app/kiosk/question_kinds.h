// SPDX-License-Identifier: Apache-2.0
// How a kiosk asks each kind of question. question_kinds.cpp is a table with one row per kind: how it is
// shown, typed, touched and what is said of a wrong answer. A kind without a row does not compile. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_pages.h"

namespace tertulia {

// A page that is being asked, and how it is to be shown.
struct AskedPage {
  const kiosk::Asking& asking;
  const KioskPage& page;
  const Catalogue& words;
  const RoleSettings& settings;
};
[[nodiscard]] QuestionBody body_of(const AskedPage& asked);
// The field of the page as it was typed in, without its keyboard.
[[nodiscard]] TextBody field_of(const AskedPage& asked);

// One tap answers and goes on.
[[nodiscard]] bool is_answered_by_one_tap(const QuestionKind& kind);
// Questions of this kind that are set alike stand on one page as a matrix.
[[nodiscard]] bool can_share_a_page(const QuestionKind& kind);

// True: the visitor types the answer, which `TextEntry` holds until the page is left.
[[nodiscard]] bool is_typed(const QuestionKind& kind);
// What stands in the field for an answer that was given before.
[[nodiscard]] std::string typed_text(const QuestionKind& kind, const AnswerValue& answer);
// The answer that the typed text is; monostate when it is none (yet).
[[nodiscard]] AnswerValue typed_answer(const QuestionKind& kind, const std::string& typed);
[[nodiscard]] TextEntry press_key(const QuestionKind& kind, const TextEntry& entry, const Key& key);

// The answer after a touch on a choice; none: such a touch answers no question of this kind.
[[nodiscard]] std::optional<AnswerValue> choose(const QuestionKind& kind, const AnswerValue& before,
                                                const std::string& choice);
// The same after a choice was dragged to a place, counted from 0.
[[nodiscard]] std::optional<AnswerValue> move_choice(const QuestionKind& kind, const AnswerValue& before,
                                                     const std::string& choice, std::size_t place);
// The same for the step of a scale; counts from 0.
[[nodiscard]] std::optional<AnswerValue> choose_step(const QuestionKind& kind, int step);

// How a question of this kind is answered, where that is not plain to see; else empty.
[[nodiscard]] std::string how_to(const QuestionKind& kind, const Catalogue& words);
// What is wrong with an answer of this kind, for the visitor.
[[nodiscard]] std::string problem_text(const QuestionKind& kind, AnswerProblem problem,
                                       const Catalogue& words);

// A choice as a button. One without a label shows its name.
[[nodiscard]] ChoiceButton button_of(const Choice& choice, std::string label, const AnswerValue& answer);
// What stands there of an answer that nobody may change; empty when there is none.
[[nodiscard]] std::string shown_answer(const AskedPage& asked);

}  // namespace tertulia
