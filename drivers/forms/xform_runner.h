// SPDX-License-Identifier: Apache-2.0
// Runs the logic of forms as ODK XForms has it. Keeps the last forms compiled: the next respondent of the
// same one waits for nothing. One thread; it must outlive its runs.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "firmware/formats/expressions/dates.h"
#include "firmware/ports/form_run.h"

namespace tertulia {

class CompiledForm;

class XFormRunner final : public FormRunner {
 public:
  static constexpr std::size_t kMostKept = 4;  // forms
  using WordsOf = std::function<formats::CalendarWords(const Language&)>;

  // Without `words`, dates in texts have English names of months and days.
  explicit XFormRunner(WordsOf words = {}) : words_(std::move(words)) {}

  [[nodiscard]] std::unique_ptr<FormRun> begin(std::shared_ptr<const Questionnaire> form,
                                               const Respondent& respondent) override;

 private:
  std::shared_ptr<CompiledForm> compiled(std::shared_ptr<const Questionnaire> form);

  WordsOf words_;
  std::vector<std::shared_ptr<CompiledForm>> kept_;  // the last used at the end
};

}  // namespace tertulia
