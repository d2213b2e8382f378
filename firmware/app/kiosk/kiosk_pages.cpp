// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_pages.h"

#include <algorithm>

namespace tertulia {
namespace {

constexpr std::size_t kMostMatrixRows = 20;  // a list of more is no page that anybody reads

bool is_matrix(const Page& page) {
  if (page.questions.size() < 2 || page.questions.size() > kMostMatrixRows) return false;
  const auto* first = std::get_if<Range>(&page.questions.front().type);
  return first &&
         std::all_of(page.questions.begin(), page.questions.end(), [first](const Question& question) {
           const auto* range = std::get_if<Range>(&question.type);
           return range && *range == *first;
         });
}

}  // namespace

std::vector<KioskPage> kiosk_pages_of(const Questionnaire& questionnaire) {
  std::vector<KioskPage> steps;
  for (const Page& page : questionnaire.pages) {
    if (is_matrix(page)) {
      KioskPage matrix{&page, {}};
      for (const Question& question : page.questions) matrix.questions.push_back(&question);
      steps.push_back(std::move(matrix));
    } else {
      for (const Question& question : page.questions) steps.push_back({&page, {&question}});
    }
  }
  return steps;
}

bool is_faces(const KioskPage& step) {
  const auto* select = std::get_if<SelectOne>(&step.question().type);
  return !step.is_matrix() && select && select->look == ChoiceLook::kFaces;
}

}  // namespace tertulia
