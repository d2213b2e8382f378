// SPDX-License-Identifier: Apache-2.0
// The one way from a file to tables, for forms and for agendas: .xlsx, .xlsm, .xls, .ods and CSV, told apart
// by their bytes and not by their names.
#pragma once

#include <optional>

#include "firmware/formats/containers/file_kind.h"
#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

[[nodiscard]] bool is_table(FileKind kind);

// None: it is no table or it is damaged; what it is and the cure stand in the findings as wrong.
[[nodiscard]] std::optional<Workbook> read_table_file(const SourceFile& source, TableUse use,
                                                      Findings& findings);

}  // namespace tertulia::formats
