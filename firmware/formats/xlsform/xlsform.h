// SPDX-License-Identifier: Apache-2.0
// Makes a questionnaire from an XLSForm (https://xlsform.org) in any of its file formats.
// - What a kiosk cannot do is skipped with a finding. A form is never refused for it.
// - An unknown list, a duplicate or missing name, a group that does not close and a range whose steps do not
// lead
//   to its end are wrong: the form is refused.
#pragma once

#include <optional>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// Reads a form file by its ending (.csv, .xlsx). `default_language` is that of columns that name none when
// the settings name none. None: something is wrong and stands in the findings.
[[nodiscard]] std::optional<Questionnaire> read_form(const SourceFile& source,
                                                     const Language& default_language, Findings& findings);

// The same from sheets; `source` gives the name and the hash.
[[nodiscard]] std::optional<Questionnaire> read_xlsform(const SourceFile& source, const Workbook& book,
                                                        const Language& default_language, Findings& findings);

}  // namespace tertulia::formats
