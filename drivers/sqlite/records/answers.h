// SPDX-License-Identifier: Apache-2.0
// The answers of a submission as text in a column: a JSON object by question name. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "firmware/domain/questionnaire.h"
#include "firmware/domain/result.h"

namespace tertulia::sqlite {

using Answers = std::map<std::string, AnswerValue>;

[[nodiscard]] std::string encode_answers(const Answers& answers);
// Errors: not an object of texts, lists of texts and numbers.
[[nodiscard]] Result<Answers> decode_answers(std::string_view json);

}  // namespace tertulia::sqlite
