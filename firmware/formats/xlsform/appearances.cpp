// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/appearances.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

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

// Nothing of it is lost when only its label is shown, always.
bool is_only_label(const Question& note, const SurveyReading& survey) {
  if (!note.hint.empty() || !note.picture.empty()) return false;
  const auto bind = std::find_if(survey.binds.begin(), survey.binds.end(),
                                 [&](const Bind& each) { return each.path == note.path; });
  return bind != survey.binds.end() && bind->relevant.empty();
}

std::string_view group_of(const Question& question) {
  return std::string_view(question.path).substr(0, question.path.rfind('/'));
}

// The rows of a matrix behind the note: those on one scale, in its group. Less than two are none.
std::size_t rows_below(const std::vector<Question>& questions, std::size_t note) {
  if (!std::holds_alternative<Note>(questions[note].kind) || note + 1 == questions.size()) return 0;
  const Question& first = questions[note + 1];
  const auto* one = std::get_if<SelectOne>(&first.kind);
  if (one == nullptr || one->look != ChoiceLook::kLikert) return 0;
  std::size_t end = note + 1;
  while (end < questions.size() && questions[end].kind == first.kind &&
         group_of(questions[end]) == group_of(questions[note]))
    ++end;
  return end - note > 2 ? end - note - 1 : 0;
}

// In each language that one of them has: the title, and below it the heading.
LocalizedText title_over(const LocalizedText& title, const LocalizedText& heading, const Language& fallback) {
  if (title.empty() || title == heading) return heading;
  LocalizedText both;
  for (const LocalizedText* texts : {&title, &heading})
    for (const auto& [language, text] : texts->all())
      both.set(language, title.in(language, fallback) + "\n" + heading.in(language, fallback));
  return both;
}

// Cuts a page at its matrices, which are pages of their own.
class PageCutter {
 public:
  PageCutter(const SurveyReading& survey, const Language& fallback) : survey_(survey), fallback_(fallback) {}

  void cut(Page page) {
    begin(page);
    for (std::size_t at = 0; at < page.questions.size();) {
      const std::size_t rows = rows_below(page.questions, at);
      Question& question = page.questions[at++];
      const bool is_title = rows > 0 && is_title_of(page, question);
      LocalizedText title = is_title ? title_over(page.title, question.label, fallback_) : page.title;
      if (!is_title) page_.questions.push_back(std::move(question));
      // A matrix without any title would say less than its rows one by one.
      if (rows == 0 || (!is_title && page.title.empty())) continue;
      begin(page);
      page_.title = std::move(title);
      for (const std::size_t end = at + rows; at < end; ++at)
        page_.questions.push_back(std::move(page.questions[at]));
      begin(page);
    }
    begin({});
  }

  std::vector<Page> take() { return std::move(pages_); }

 private:
  // A note may be long. Only where the page has no title it is sure to be one.
  [[nodiscard]] bool is_title_of(const Page& page, const Question& note) const {
    return (page.title.empty() || survey_.headings.contains(note.path)) && is_only_label(note, survey_);
  }

  void begin(const Page& like) {
    if (!page_.questions.empty()) pages_.push_back(std::move(page_));
    page_ = {like.title, {}, like.repeat};
  }

  const SurveyReading& survey_;
  const Language& fallback_;
  Page page_;
  std::vector<Page> pages_;
};

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

void take_headings(SurveyReading& survey, const Language& fallback) {
  PageCutter cutter(survey, fallback);
  for (Page& page : survey.pages) cutter.cut(std::move(page));
  survey.pages = cutter.take();
}

}  // namespace tertulia::formats
