// SPDX-License-Identifier: Apache-2.0
// Loops of an XLSForm: old forms ask the questions between `begin loop over LIST` and `end loop` once for
// each choice, with "%(label)s" in the texts. Internal to the XLSForm parser.
#pragma once

#include "firmware/formats/containers/table.h"
#include "firmware/formats/xlsform/xlsform_columns.h"

namespace tertulia::formats {

// Takes the rows of loops out of the sheet `survey` and names the questions that are lost with them.
void leave_out_loops(Workbook& book, const FormContext& context);

}  // namespace tertulia::formats
