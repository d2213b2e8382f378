// SPDX-License-Identifier: Apache-2.0
// Makes pages from the sheet `survey` of an XLSForm. A group with the appearance field-list is one page. Any
// other question is a page of its own under the label of its group. Internal to the XLSForm parser.
#pragma once

#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/xlsform_question.h"

namespace tertulia::formats {

[[nodiscard]] std::vector<Page> read_survey(const SurveySource& source);

}  // namespace tertulia::formats
