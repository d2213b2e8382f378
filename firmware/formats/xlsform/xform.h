// SPDX-License-Identifier: Apache-2.0
// Reads an ODK XForm (https://getodk.github.io/xforms-spec): instance, binds, itext and body, as the sheets
// of the XLSForm that says the same. References to other answers become ${name}. Whoever reads the sheets
// need not know which of the two it was.
#pragma once

#include <optional>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// Survey, choices and settings; places of findings in them are lines of the file. None: something is wrong
// and stands in the findings.
[[nodiscard]] std::optional<Workbook> read_xform(const SourceFile& source, Findings& findings);

}  // namespace tertulia::formats
