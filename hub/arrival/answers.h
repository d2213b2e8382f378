// SPDX-License-Identifier: Apache-2.0
// Converts answers to and from the JSON text in the hub's database: {"likes":["food","music"],"stars":4}.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "firmware/domain/questionnaire.h"
#include "firmware/domain/result.h"

namespace tertulia::hub {

using Answers = std::map<std::string, AnswerValue>;

// Invalid UTF-8 becomes U+FFFD. Unanswered questions are left out.
[[nodiscard]] std::string answers_to_json(const Answers& answers);
[[nodiscard]] Result<Answers> answers_from_json(std::string_view json);

}  // namespace tertulia::hub
