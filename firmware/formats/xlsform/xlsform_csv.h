// SPDX-License-Identifier: Apache-2.0
// Parses an XLSForm in CSV (containers/csv_table.h). One file holds all sheets: a row with the name of a
// sheet in its first column begins it, and the rows below belong to it. It is a name when a form has such a
// sheet, or when it stands alone above a header. Any other text there is a cell of its row.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// Columns and rows of the findings are those that a spreadsheet shows for the file. No sheet and no other
// name: the file is one table and no survey. None: something is wrong.
[[nodiscard]] std::optional<Workbook> read_xlsform_csv(const SourceFile& source, Findings& findings);

// Whether a row of the file says that the sheet 'survey' begins there.
[[nodiscard]] bool names_survey(const SourceFile& source);

}  // namespace tertulia::formats
