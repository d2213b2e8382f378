// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/questionnaire.h"

namespace tertulia {
namespace {

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

// Nothing said: no value, no choice, or a text of blanks.
bool is_unanswered(const AnswerValue& answer) {
  if (const auto* text = std::get_if<std::string>(&answer)) return is_blank(*text);
  if (const auto* names = std::get_if<std::vector<std::string>>(&answer)) return names->empty();
  return std::holds_alternative<std::monostate>(answer);
}

}  // namespace

const Question* Questionnaire::find(std::string_view name) const {
  for (const Page& page : pages)
    for (const Question& question : page.questions)
      if (question.name == name) return &question;
  return nullptr;
}

PackedPicture Questionnaire::picture(std::string_view name) const {
  for (const FormPicture& each : pictures)
    if (each.name == name) return each.picture;
  return {};
}

std::string_view question_of(std::string_view answer_name) {
  return answer_name.substr(0, answer_name.find('['));
}

AnswerProblem check_answer(const QuestionKind& kind, const AnswerValue& answer, bool is_required) {
  if (is_unanswered(answer))
    return asks(kind) && is_required ? AnswerProblem::kRequired : AnswerProblem::kNone;
  return std::visit([&answer](const auto& each) { return each.check(answer); }, kind);
}

AnswerProblem check_answer(const Question& question, const AnswerValue& answer) {
  return check_answer(question.kind, answer, question.required);
}

}  // namespace tertulia
