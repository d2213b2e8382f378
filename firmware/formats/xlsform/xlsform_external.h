// SPDX-License-Identifier: Apache-2.0
// The sheet `external_choices` of an XLSForm: lists for the type select_one_external. Internal to the XLSForm
// parser.
#pragma once

#include <optional>
#include <string_view>

#include "firmware/formats/text/findings.h"
#include "firmware/formats/xlsform/xlsform_choices.h"

namespace tertulia::formats {

// Stands before the names of its lists: "external towns", as in "select_one_external towns" behind the type
// select_one. A list of the same name in the sheet `choices` is another.
inline constexpr std::string_view kExternalLists = "external ";

// What is said of a type that names a list of that sheet which is not there. None: the type names another, or
// it is there.
[[nodiscard]] std::optional<Finding> missing_external_list(std::string_view type, const ChoiceLists& lists);

}  // namespace tertulia::formats
