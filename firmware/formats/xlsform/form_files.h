// SPDX-License-Identifier: Apache-2.0
// Choices that come out of files beside a form: of select_one_from_file, and of search(). Internal to the
// XLSForm parser.
#pragma once

#include <string_view>

#include "firmware/formats/xlsform/xlsform_choices.h"

namespace tertulia::formats {

// Of a plain type: its list is a file.
[[nodiscard]] bool is_from_file(std::string_view type);

// Reads the files that rows of the survey take their choices from; each becomes a list under its name, or
// ChoiceList::missing says why it does not.
void add_choices_of_files(const FormSheet& survey, const FormContext& context, const ListUses& uses,
                          ChoiceLists& lists);

}  // namespace tertulia::formats
