// SPDX-License-Identifier: Apache-2.0
// Reads the sheets of an .xls workbook of Excel 5 to 2003 (MS-XLS, BIFF5 and BIFF8) as texts, as xlsx.h does
// those of an .xlsx one.
#pragma once

#include <optional>

#include "firmware/formats/containers/sheet_rows.h"
#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// None: something is wrong and stands in the findings.
[[nodiscard]] std::optional<Workbook> read_xls(const SourceFile& source, TableUse use, Findings& findings);

// The same of the stream `Workbook` alone; for read_xls and its fuzz target.
[[nodiscard]] std::optional<Workbook> read_xls_stream(const SourceFile& stream, TableUse use,
                                                      Findings& findings);

}  // namespace tertulia::formats
