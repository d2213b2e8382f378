// SPDX-License-Identifier: Apache-2.0
// How touches become answers of the step that is shown. Pure helpers of the kiosk.
#pragma once

#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_pages.h"

namespace tertulia {

// The questionnaire for whoever comes next: the session's own, else the visit's default; null when there is
// none.
[[nodiscard]] const Questionnaire* form_for(const DeviceState& device_state, const RoleSettings& settings,
                                            const Now& now);

// Points into asking.form.
[[nodiscard]] KioskPage current_step(const kiosk::Asking& asking);
// The question of that name in the step; null when the screen does not show it.
[[nodiscard]] const Question* question_in(const KioskPage& step, std::string_view name);

// The text field of the step, filled with what was answered before.
[[nodiscard]] TextEntry entry_for(const kiosk::Asking& asking);
// Takes the text field over into the answers; what is no number, or half a date, does not become one.
[[nodiscard]] kiosk::Asking with_entry(kiosk::Asking asking);
[[nodiscard]] kiosk::Asking with_key(kiosk::Asking asking, const Key& key);
[[nodiscard]] kiosk::Asking with_choice(kiosk::Asking asking, const intent::Choose& choose);
[[nodiscard]] kiosk::Asking with_scale_step(kiosk::Asking asking, const intent::ChooseStep& choose);
// Only the answers that were chosen, not typed, and that pass the check of their question.
[[nodiscard]] kiosk::Asking with_sound_choices(kiosk::Asking asking);
// The first thing wrong with the answers of the step.
[[nodiscard]] AnswerProblem problem_of(const kiosk::Asking& asking);
[[nodiscard]] bool is_missing(const kiosk::Asking& asking, const Question& question);
// The first required question of the step without an answer; null when there is none.
[[nodiscard]] const Question* missing_answer(const kiosk::Asking& asking);

// Values of a range, first to last; of one with more steps than a screen has room for, some, evenly spread.
[[nodiscard]] std::vector<double> scale_values(const Range& range);
[[nodiscard]] std::string number_text(double value);

}  // namespace tertulia
