// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/answer_name.h"

#include "firmware/domain/questionnaire.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

std::optional<AnswerName> parse_answer_name(std::string_view name) {
  AnswerName parsed{question_of(name), {}};
  std::string_view rest = name.substr(parsed.question.size());
  while (!rest.empty()) {
    const std::size_t end = rest.find(']');
    if (rest.front() != '[' || end == std::string_view::npos) return std::nullopt;
    const auto number = whole_number(rest.substr(1, end - 1));
    if (!number || *number < 1) return std::nullopt;
    parsed.repetitions.push_back(static_cast<std::size_t>(*number));
    rest.remove_prefix(end + 1);
  }
  return parsed;
}

}  // namespace tertulia::formats
