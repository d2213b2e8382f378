// SPDX-License-Identifier: Apache-2.0
// What the columns of an export mean, as a table: every question with its type, its texts in all languages,
// its choices, and the versions of the form that have it. Pure.
#pragma once

#include <string>
#include <vector>

#include "firmware/formats/answers_export/answer_table.h"

namespace tertulia::formats {

// The first row is the header: row, name, type, value, repeat, versions, and text::xx for each language.
// `row` says what the row is about: form, version, question, hint, choice ... or the export itself (about).
[[nodiscard]] std::vector<std::vector<std::string>> codebook_of(const AnswerTable& table);

}  // namespace tertulia::formats
