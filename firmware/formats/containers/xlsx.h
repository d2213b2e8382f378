// SPDX-License-Identifier: Apache-2.0
// Reads the sheets of an .xlsx or .xlsm workbook (ECMA-376) as texts: shared, inline and rich strings, cached
// formula values, numbers as their format shows them, stored or deflated members.
#pragma once

#include <optional>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// None: something is wrong and stands in the findings.
[[nodiscard]] std::optional<Workbook> read_xlsx(const SourceFile& source, TableUse use, Findings& findings);

// Survey, choices, settings and external_choices, in any case and with blanks around.
[[nodiscard]] bool is_sheet_of_form(std::string_view name);

}  // namespace tertulia::formats
