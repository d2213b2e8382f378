// SPDX-License-Identifier: Apache-2.0
// Reads the CSV flavour of an XLSForm: one file (RFC 4180) in which a first column names the sheet and the
// rows below, with an empty first column, belong to it. Byte order mark, CRLF, quoting, `;` as separator.
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
