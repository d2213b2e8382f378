// SPDX-License-Identifier: Apache-2.0
// How the kinds of question are called in XLSForm, and what the answers to them look like. Pure.
#pragma once

#include <string_view>

#include "firmware/domain/question_kinds.h"

namespace tertulia::formats {

enum class AnswerShape { kText, kList, kNumber, kTextOrNumber };  // the last one only of what takes answers

[[nodiscard]] AnswerShape shape_of(const AnswerValue& answer);
[[nodiscard]] AnswerShape shape_of(const QuestionKind& kind);
[[nodiscard]] bool takes(AnswerShape column, const AnswerValue& answer);

// The column `type` of an XLSForm: "select_one", "integer".
[[nodiscard]] std::string_view type_of(const QuestionKind& kind);
// Of an answer to a question that nobody knows: "text", "list", "number".
[[nodiscard]] std::string_view name_of(AnswerShape shape);

}  // namespace tertulia::formats
