// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_pages.h"

#include <algorithm>

#include "firmware/app/kiosk/question_kinds.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostMatrixRows = 20;  // a list of more is no page that anybody reads

bool is_matrix(const Page& page) {
  if (page.questions.size() < 2 || page.questions.size() > kMostMatrixRows) return false;
  const QuestionKind& first = page.questions.front().kind;
  return can_share_a_page(first) &&
         std::all_of(page.questions.begin(), page.questions.end(),
                     [&first](const Question& question) { return question.kind == first; });
}

}  // namespace

std::vector<KioskPage> kiosk_pages_of(const Questionnaire& questionnaire) {
  std::vector<KioskPage> pages;
  for (const Page& page : questionnaire.pages) {
    if (is_matrix(page)) {
      KioskPage matrix{&page, {}};
      for (const Question& question : page.questions) matrix.questions.push_back(&question);
      pages.push_back(std::move(matrix));
    } else {
      for (const Question& question : page.questions) pages.push_back({&page, {&question}});
    }
  }
  return pages;
}

bool is_answered_by_one_tap(const KioskPage& page) {
  return !page.is_matrix() && is_answered_by_one_tap(page.question().kind);
}

}  // namespace tertulia
