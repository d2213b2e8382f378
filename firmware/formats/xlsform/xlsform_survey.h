// SPDX-License-Identifier: Apache-2.0
// Makes pages and binds from the sheet `survey` of an XLSForm. A group with the appearance field-list is one
// page. Any other question is a page of its own under the label of its group. Internal to the XLSForm parser.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/xlsform/xlsform_question.h"

namespace tertulia::formats {

struct SurveyReading {
  std::vector<Page> pages;
  std::vector<Bind> binds;       // of all rows, also of those that a kiosk does not ask
  std::vector<const Row*> rows;  // of each bind: where it stands in the sheet
  std::vector<Calculated> calculated;
  std::vector<Repeat> repeats;  // at_most as its author wants it
  std::set<std::string, std::less<>>
      headings;            // paths of notes that were selects with the appearance `label`
  bool has_logic = false;  // a kiosk needs the binds
  bool is_whole = true;    // not cut off because it is too long
};
[[nodiscard]] SurveyReading read_survey(const SurveySource& source);

}  // namespace tertulia::formats
