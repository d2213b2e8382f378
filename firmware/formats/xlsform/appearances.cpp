// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/appearances.h"

#include "firmware/formats/text/strings.h"

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

void take_heading(Page& page) {
  if (!page.title.empty() || page.questions.size() < 3) return;
  const Question& first = page.questions.front();
  const bool is_heading = std::holds_alternative<Note>(first.kind) && !first.is_conditional;
  if (!is_heading || !is_likert(page.questions[1])) return;
  page.title = first.label;
  page.questions.erase(page.questions.begin());
}

}  // namespace tertulia::formats
