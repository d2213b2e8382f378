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
  const ListUses& uses;
  const FormContext& context;
};

struct QuestionReading {
  Question question;              // without what depends on other rows
  bool takes_constraint = false;  // the kind checks it by itself
  bool is_heading = false;        // of a matrix. It may have no text at all; any other question has a label
};

// None when a kiosk does not ask it or it is wrong; a finding says why. The name is not yet checked for being
// unique.
[[nodiscard]] std::optional<QuestionReading> read_question(const SurveySource& source, const Row& row);

// Whether a kiosk starts with it. True for an expression, and for nothing.
[[nodiscard]] bool takes_default(const Question& question, const std::string& text);

// Whether the name can be that of an answer; a finding says why not.
[[nodiscard]] bool is_named(const SurveySource& source, const Row& row, const std::string& name);

// Reports the cells of a row that a kiosk has no use for.
void report_unused_cells(const SurveySource& source, const Row& row);
// The same of the row that begins a group or a repeat: it has a title, a condition and a count, and no more.
void report_unused_of_group(const SurveySource& source, const Row& row, NodeKind kind);

}  // namespace tertulia::formats
