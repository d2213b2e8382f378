// SPDX-License-Identifier: Apache-2.0
#include "drivers/forms/xform_runner.h"

#include <algorithm>
#include <utility>

#include "drivers/forms/compiled_form.h"
#include "drivers/forms/xform_run.h"

namespace tertulia {

// Equal in everything, not only by its hash: another pack may bring the same sheet with other tables. One
// with the same id replaces the one before.
std::shared_ptr<CompiledForm> XFormRunner::compiled(std::shared_ptr<const Questionnaire> form) {
  const auto known =
      std::find_if(kept_.begin(), kept_.end(), [&](const auto& each) { return each->form().id == form->id; });
  std::shared_ptr<CompiledForm> found;
  if (known != kept_.end()) {
    if (&(*known)->form() == form.get() || (*known)->form() == *form) found = *known;
    kept_.erase(known);
  }
  if (kept_.size() >= kMostKept) kept_.erase(kept_.begin());
  if (!found) found = std::make_shared<CompiledForm>(std::move(form));
  return kept_.emplace_back(std::move(found));
}

std::unique_ptr<FormRun> XFormRunner::begin(std::shared_ptr<const Questionnaire> form,
                                            const Respondent& respondent) {
  const formats::CalendarWords words = words_ ? words_(respondent.language) : formats::CalendarWords{};
  return std::make_unique<XFormRun>(compiled(std::move(form)), respondent, words);
}

}  // namespace tertulia
