// SPDX-License-Identifier: Apache-2.0
// Answers as the expressions of a form read and write them (ODK XForms, "Data Types"): "3.5", "2027-05-11",
// "red blue". Pure.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/form_binds.h"
#include "firmware/domain/questionnaire.h"

namespace tertulia {

[[nodiscard]] std::string form_text_of(const AnswerValue& answer);
// monostate: the text is empty, or the question does not take what it says.
[[nodiscard]] AnswerValue answer_from(std::string_view form_text, const Question& question);
// Of a value that the form makes for itself: a number where its kind is one. monostate: it is empty, or takes
// more than kMostCalculatedBytes and has no room in the message.
[[nodiscard]] AnswerValue value_from(std::string_view form_text, ValueKind kind);

}  // namespace tertulia
