// SPDX-License-Identifier: Apache-2.0
// The appearance search('towns', 'matches', 'region', ${region}) of a question, as ODK and KoboToolbox have
// it: its choices come out of a CSV file, and a condition chooses among them. Internal to the XLSForm parser.
// Pure.
#pragma once

#include <string>
#include <string_view>

#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

// The list of such a row comes out of the file, and the one choice that it has in the sheet `choices` names
// the columns.
struct SearchAppearance {
  std::string file;      // "towns.csv"; empty: the appearance has no search(...)
  std::string filter;    // its condition as a choice_filter; empty: all choices are offered
  bool is_lost = false;  // it has a condition that is not understood
  std::string rest;      // the words beside it
};
[[nodiscard]] SearchAppearance search_in(const std::string& appearance);

// What the row has in the column choice_filter, and what its search() asks for.
[[nodiscard]] std::string choice_filter_of(const FormSheet& survey, const Row& row);

}  // namespace tertulia::formats
