// SPDX-License-Identifier: Apache-2.0
// Reads a CSV file (RFC 4180) as a table: comma, semicolon or tab, UTF-8 or UTF-16, and Windows-1252 where it
// is neither, which is said.
#pragma once

#include <optional>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// One sheet without a name. An agenda may have been written by this program: the apostrophes that keep
// spreadsheets from formulas are taken off. In a form they begin a text of an expression. Of an agenda what
// follows a damaged row is left out and said. None: it is damaged and meant as a form, which would lose
// questions; it stands in the findings.
[[nodiscard]] std::optional<Workbook> read_csv_table(const SourceFile& source, TableUse use,
                                                     Findings& findings);

}  // namespace tertulia::formats
