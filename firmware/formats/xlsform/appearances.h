// SPDX-License-Identifier: Apache-2.0
// What several kinds of question share of the column `appearance`: words that only lay out a page of a phone
// or a browser, and the matrix that groups make. Internal to the XLSForm parser. Pure.
#pragma once

#include <string_view>

#include "firmware/domain/questionnaire.h"

namespace tertulia::formats {

// The word says only how a page is laid out, and a kiosk lays out its own pages: nothing is lost.
[[nodiscard]] bool is_layout(std::string_view word);

// A question within a group `table-list` is a row of its matrix.
void make_row_of_table(QuestionKind& kind);
// The note before a matrix (a row with the appearance `label`) becomes the title of its page, where it has
// none.
void take_heading(Page& page);

}  // namespace tertulia::formats
