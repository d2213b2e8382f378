// SPDX-License-Identifier: Apache-2.0
// The sheets of a workbook that a form does not read: a copy of one that it reads, a typing error, notes.
#pragma once

#include <string>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// Says each of them, with the cure where its rows may belong to the form.
void report_unread_sheets(const Workbook& book, const std::string& file, Findings& findings);

// " The file has 'suvey' and 'Sheet2'. Rename 'suvey' to 'survey'." or nothing; for a form without a survey.
[[nodiscard]] std::string names_of_sheets(const Workbook& book);

}  // namespace tertulia::formats
