// SPDX-License-Identifier: Apache-2.0
// What several kinds of question share of the column `appearance`: words that only lay out a page of a phone
// or a browser, and the matrix that groups make. Internal to the XLSForm parser. Pure.
#pragma once

#include <string_view>

#include "firmware/domain/questionnaire.h"

namespace tertulia::formats {

struct SurveyReading;

// The word says only how a page is laid out, and a kiosk lays out its own pages: nothing is lost.
[[nodiscard]] bool is_layout(std::string_view word);

// A question within a group `table-list` is a row of its matrix.
void make_row_of_table(QuestionKind& kind);
// A matrix below a note or a row with the appearance `label` becomes a page of its own. That row is its
// title, below the title of its group, and so is the note where the group has no title. One that is more than
// a title stays a note: it has a hint, a picture, or a condition that the matrix does not have. The logic of
// the survey has been checked. `fallback` is the language of texts that another one lacks.
void take_headings(SurveyReading& survey, const Language& fallback);

}  // namespace tertulia::formats
