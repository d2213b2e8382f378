// SPDX-License-Identifier: Apache-2.0
// Parses an XLSForm in CSV (containers/csv_table.h). One file holds all sheets: a row with a text in its
// first column begins the sheet of that name, and the rows below it belong to the sheet.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// Columns and rows of the findings are those that a spreadsheet shows for the file. None: something is wrong.
[[nodiscard]] std::optional<Workbook> read_xlsform_csv(const SourceFile& source, Findings& findings);

}  // namespace tertulia::formats
