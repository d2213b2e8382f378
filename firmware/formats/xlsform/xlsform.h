// SPDX-License-Identifier: Apache-2.0
// Makes a questionnaire from an XLSForm (https://xlsform.org) in any of its file formats, or from an ODK
// XForm.
// - What a kiosk cannot do is skipped with a finding. A form is never refused for it.
// - An unknown list, a name that is missing or stands twice in one group, a group that does not close, a
// range
//   whose steps do not lead to its end and a typing error that loses a question or a column are wrong: the
//   form is refused.
#pragma once

#include <optional>

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

// Reads a form file by its bytes, whatever its name says. `default_language` is that of columns that name
// none when the settings name none. None: something is wrong, there is nothing that a kiosk can ask, or a CSV
// or XML file is no form but may belong to one; it stands in the findings.
[[nodiscard]] std::optional<Questionnaire> read_form(const SourceFile& source,
                                                     const Language& default_language, Findings& findings,
                                                     const FilesBeside& beside = {});

// Whether the file is meant as a form, by its bytes or by its name. Else it may be a picture that a form
// shows.
[[nodiscard]] bool is_meant_as_form(const SourceFile& source);

// Whether it can be nothing else than a form: a CSV file that names no sheet 'survey' may be a table that a
// form reads.
[[nodiscard]] bool is_surely_form(const SourceFile& source);

// Whether it is a form by what is in it, wherever it lies: a sheet 'survey', or an ODK XForm.
[[nodiscard]] bool has_survey(const SourceFile& source);

// The same as read_form from sheets, which it uses up; `source` gives the name and the hash.
[[nodiscard]] std::optional<Questionnaire> read_xlsform(const SourceFile& source, Workbook book,
                                                        const Language& default_language, Findings& findings,
                                                        const FilesBeside& beside = {});

}  // namespace tertulia::formats
