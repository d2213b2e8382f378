// SPDX-License-Identifier: Apache-2.0
// A questionnaire as it stands now, cut into the pages of a kiosk: one question each, a matrix of questions
// on one scale, or "Is there another one?" behind a repeat. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/ports/form_run.h"

namespace tertulia {

struct PageQuestion {
  const Question* question = nullptr;  // of the form
  const QuestionNow* now = nullptr;

  [[nodiscard]] const std::string& name() const { return now->name; }  // of its answer
  [[nodiscard]] const QuestionKind& kind() const { return question->kind; }
};

struct KioskPage {
  const Page* form_page = nullptr;
  std::vector<PageQuestion> questions;  // several only in a matrix, of which it has those that are relevant
  const QuestionNow* more = nullptr;    // asks for one more of a repeat; then there are no questions

  [[nodiscard]] const PageQuestion& question() const { return questions.front(); }
  [[nodiscard]] bool is_matrix() const { return questions.size() > 1; }
  // The question that takes what is typed; null: nothing is typed on this page.
  [[nodiscard]] const PageQuestion* typed() const;
  [[nodiscard]] bool is_required() const;
};

// The questions of a page among those of a FormNow, relevant or not.
struct PageRange {
  std::size_t first = 0;
  std::size_t count = 0;  // at least 1
};
[[nodiscard]] std::vector<PageRange> kiosk_pages_of(const Questionnaire& form, const FormNow& now);
// What names the page as long as its form has it.
[[nodiscard]] const std::string& name_of(const FormNow& now, const PageRange& range);
[[nodiscard]] bool is_relevant(const FormNow& now, const PageRange& range);
// Points into the form and into `now`, which must outlive it. A page without a relevant question has all.
[[nodiscard]] KioskPage page_in(const Questionnaire& form, const FormNow& now, const PageRange& range);

// Five faces that one tap answers: such a first page stands on the attract screen.
[[nodiscard]] bool is_answered_by_one_tap(const KioskPage& page);

}  // namespace tertulia
