// SPDX-License-Identifier: Apache-2.0
// How touches become answers of the page that is shown. Pure helpers of the kiosk.
#pragma once

#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_form.h"
#include "firmware/app/kiosk/kiosk_pages.h"

namespace tertulia {

// The question of that name on the page; null when the page does not show it, or only shows its answer.
[[nodiscard]] const PageQuestion* question_on(const KioskPage& page, std::string_view name);
// What was answered so far; monostate when nothing was.
[[nodiscard]] AnswerValue answer_to(const kiosk::Asking& asking, const PageQuestion& question);

// The text field of the page, filled with what was answered before.
[[nodiscard]] TextEntry entry_for(const kiosk::Asking& asking);
// Takes the text field over into the answers. What is no number, or half a date, does not become an answer.
[[nodiscard]] kiosk::Asking with_entry(kiosk::Asking asking);
[[nodiscard]] kiosk::Asking with_key(kiosk::Asking asking, const Key& key);
[[nodiscard]] kiosk::Asking with_choice(kiosk::Asking asking, const intent::Choose& choose);
[[nodiscard]] kiosk::Asking with_moved_choice(kiosk::Asking asking, const intent::MoveChoice& move);
[[nodiscard]] kiosk::Asking with_scale_step(kiosk::Asking asking, const intent::ChooseStep& choose);
// Only the answers that were chosen or are defaults, not typed, to questions that are relevant and take them.
// What the form has calculated may come from a typed one, and goes as well.
[[nodiscard]] kiosk::Asking with_sound_choices(kiosk::Asking asking);
// The first thing that is wrong with the answers of the page. `question` null: nothing is.
struct PageProblem {
  AnswerProblem problem = AnswerProblem::kNone;
  const PageQuestion* question = nullptr;
};
[[nodiscard]] PageProblem problem_on(const KioskPage& page, const kiosk::Asking& asking);
[[nodiscard]] AnswerProblem problem_of(const kiosk::Asking& asking);
// The same in words for the visitor; a kind of question may have its own (question_kinds.h).
[[nodiscard]] std::string problem_text(AnswerProblem problem, const Catalogue& words);
[[nodiscard]] bool is_missing(const kiosk::Asking& asking, const PageQuestion& question);

}  // namespace tertulia
