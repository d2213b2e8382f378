// SPDX-License-Identifier: Apache-2.0
// Choices that come out of files beside a form: of select_one_from_file, and of search(). Internal to the
// XLSForm parser.
#pragma once

#include <string>
#include <string_view>

#include "firmware/formats/xlsform/xlsform_choices.h"

namespace tertulia::formats {

// Of a plain type: its list is a file.
[[nodiscard]] bool is_from_file(std::string_view type);

// The appearance "minimal search('towns')": the list of such a row comes out of towns.csv, and the one choice
// that it has in the sheet `choices` names the columns.
struct SearchAppearance {
  std::string file;          // "towns.csv"; empty: the appearance has no search(...)
  bool is_filtered = false;  // it has more than the name of the file
  std::string rest;          // the words beside it
};
[[nodiscard]] SearchAppearance search_in(const std::string& appearance);

// Reads the files that rows of the survey take their choices from; each becomes a list under its name, or
// ChoiceList::missing says why it does not.
void add_choices_of_files(const FormSheet& survey, const FormContext& context, const ListUses& uses,
                          ChoiceLists& lists);

}  // namespace tertulia::formats
