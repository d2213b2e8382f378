// SPDX-License-Identifier: Apache-2.0
// The sheet `external_choices` of an XLSForm: lists for the type select_one_external. Internal to the XLSForm
// parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"
#include "firmware/formats/xlsform/xlsform_choices.h"

namespace tertulia::formats {

// Calls its list 'towns' "external towns", as it stands in "select_one_external towns" behind the type
// select_one. So it is read as the sheet `choices` is, and a list of the same name there is another.
void name_external_lists(Workbook& book);

// What is said of a type that names a list of that sheet which is not there. None: the type names another, or
// it is there.
[[nodiscard]] std::optional<Finding> missing_external_list(std::string_view type, const ChoiceLists& lists);

}  // namespace tertulia::formats
