// SPDX-License-Identifier: Apache-2.0
// Reads the sheets of an .xlsx workbook (ECMA-376) as texts: shared, inline and rich strings, cached formula
// values, numbers without a needless ".0", stored or deflated members.
#pragma once

#include <optional>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// The sheets of an XLSForm (survey, choices, settings), or every one.
enum class SheetsWanted { kOfAForm, kAll };

// None: something is wrong and stands in the findings.
[[nodiscard]] std::optional<Workbook> read_xlsx(const SourceFile& source, Findings& findings,
                                                SheetsWanted wanted = SheetsWanted::kOfAForm);

}  // namespace tertulia::formats
