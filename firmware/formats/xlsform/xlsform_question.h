// SPDX-License-Identifier: Apache-2.0
// Makes a question from one row of the sheet `survey`. Internal to the XLSForm parser.
#pragma once

#include <optional>
#include <string>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/xlsform_choices.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

struct SurveySource {
  const FormSheet& sheet;
  const ChoiceLists& lists;
  const FormContext& context;
};

// None when a kiosk does not ask it or it is wrong; a finding says why. The name is not yet checked for being
// unique.
[[nodiscard]] std::optional<Question> read_question(const SurveySource& source, const Row& row);

// Reports the cells of a row that a kiosk has no use for.
void report_unused_cells(const SurveySource& source, const Row& row);

}  // namespace tertulia::formats
