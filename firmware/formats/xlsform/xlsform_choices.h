// SPDX-License-Identifier: Apache-2.0
// The sheet `choices` of an XLSForm: lists of choices by name.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

using ChoiceLists = std::map<std::string, std::vector<Choice>, std::less<>>;

enum class DuplicateChoices { kWrong, kDropped };  // setting allow_choice_duplicates
[[nodiscard]] ChoiceLists read_choices(const FormSheet& sheet, const FormContext& context,
                                       DuplicateChoices duplicates);

// True for letters, digits, '_', '-' and '.', first a letter or '_': what names a question.
[[nodiscard]] bool is_question_name(std::string_view name);

}  // namespace tertulia::formats
