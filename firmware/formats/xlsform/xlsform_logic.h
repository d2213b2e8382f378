// SPDX-License-Identifier: Apache-2.0
// Compiles the expressions of a form and the texts with ${name}, so that what is wrong in them is known
// before anybody answers. Internal to the XLSForm parser.
#pragma once

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/xlsform_survey.h"

namespace tertulia::formats {

// The tables of those lists that binds or expressions read.
[[nodiscard]] std::vector<FormTable> tables_of(const SurveySource& source, const Language& language);

// Whether any text that a kiosk shows refers to an answer.
[[nodiscard]] bool has_references(const SurveyReading& survey);

// Each fault is a finding at its cell. An expression that needs what a kiosk has not is taken out of the
// bind, and the finding says what that means; all other faults are wrong. Then sets Question::is_conditional.
void check_logic(const SurveySource& source, const std::vector<FormTable>& tables, SurveyReading& survey);

// Makes at_most of each repeat so large as its author wants it and so small that the answers fit into one
// message. Says where that is less than the author wants.
void bound_repeats(const SurveySource& source, const SurveyReading& survey, Questionnaire& form);

}  // namespace tertulia::formats
