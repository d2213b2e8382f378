// SPDX-License-Identifier: Apache-2.0
// The texts of a question and the expressions of a bind as lists, for whoever does the same with each of
// them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "firmware/domain/questionnaire.h"

namespace tertulia {

// A text that a respondent may read, and what XLSForm calls its column.
struct QuestionText {
  std::string_view column;
  LocalizedText Question::*text;
};
inline constexpr std::array<QuestionText, 4> kQuestionTexts{{
    {"label", &Question::label},
    {"hint", &Question::hint},
    {"required_message", &Question::required_message},
    {"constraint_message", &Question::constraint_message},
}};

inline constexpr std::array<std::string Bind::*, 10> kExpressionsOfBind{
    &Bind::relevant,      &Bind::required, &Bind::constraint,    &Bind::calculation, &Bind::read_only,
    &Bind::default_value, &Bind::trigger,  &Bind::choice_filter, &Bind::choice_seed, &Bind::repeat_count};

}  // namespace tertulia
