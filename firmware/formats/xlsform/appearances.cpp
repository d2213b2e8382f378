// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/appearances.h"

#include <algorithm>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsform_survey.h"

namespace tertulia::formats {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "columns-3" of "columns-".
bool is_counted(std::string_view word, std::string_view stem) {
  return word.starts_with(stem) && is_digits(word.substr(stem.size()));
}

bool is_likert(const Question& question) {
  const auto* one = std::get_if<SelectOne>(&question.kind);
  return one && one->look == ChoiceLook::kLikert;
}

// Nothing of it is lost when only its label is shown, always.
bool is_title(const Question& question, const SurveyReading& survey) {
  if (!std::holds_alternative<Note>(question.kind) || !question.hint.empty() || !question.picture.empty())
    return false;
  const auto bind = std::find_if(survey.binds.begin(), survey.binds.end(),
                                 [&](const Bind& each) { return each.path == question.path; });
  return bind != survey.binds.end() && bind->relevant.empty();
}

std::string_view group_of(const Question& question) {
  return std::string_view(question.path).substr(0, question.path.rfind('/'));
}

}  // namespace

bool is_layout(std::string_view word) {
  return is_counted(word, "w") || is_counted(word, "columns-") || is_counted(word, "compact-") ||
         is_one_of(word, {"autocomplete", "columns", "columns-pack", "compact", "horizontal",
                          "horizontal-compact", "list", "list-nolabel", "minimal", "no-buttons", "vertical"});
}

void make_row_of_table(QuestionKind& kind) {
  if (auto* one = std::get_if<SelectOne>(&kind); one && one->look == ChoiceLook::kList)
    one->look = ChoiceLook::kLikert;
}

void take_headings(SurveyReading& survey) {
  for (Page& page : survey.pages) {
    if (!page.title.empty() || page.questions.size() < 3) continue;
    const Question& first = page.questions.front();
    if (!is_likert(page.questions[1]) || !is_title(first, survey)) continue;
    if (group_of(first) != group_of(page.questions[1])) continue;
    page.title = first.label;
    page.questions.erase(page.questions.begin());
  }
}

}  // namespace tertulia::formats
