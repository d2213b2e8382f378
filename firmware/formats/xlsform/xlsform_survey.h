// SPDX-License-Identifier: Apache-2.0
// The sheet `survey` of an XLSForm as pages: a group with appearance field-list is one page, any other
// question a page of its own under the label of its group. Internal to the XLSForm reader.
#pragma once

#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/xlsform_question.h"

namespace tertulia::formats {

[[nodiscard]] std::vector<Page> read_survey(const SurveySource& source);

}  // namespace tertulia::formats
