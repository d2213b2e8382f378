// SPDX-License-Identifier: Apache-2.0
// Answers as texts of ODK XForms ("Data Types"): "3.5", "2027-05-11", "red blue". So expressions read and
// write them, and so they stand in a submission. Pure.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/form_binds.h"
#include "firmware/domain/questionnaire.h"

namespace tertulia::formats {

// A number has no exponent, and what is no number is empty.
[[nodiscard]] std::string form_text_of(const AnswerValue& answer);
// monostate: the text is empty, or the question does not take what it says.
[[nodiscard]] AnswerValue answer_from(std::string_view form_text, const Question& question);
// Of a value that the form makes for itself: a number where its kind is one. monostate: it is empty. A text
// that would take more than `room` bytes as JSON ends with "…" where the room ends.
[[nodiscard]] AnswerValue value_from(std::string_view form_text, ValueKind kind, std::size_t room);

}  // namespace tertulia::formats
