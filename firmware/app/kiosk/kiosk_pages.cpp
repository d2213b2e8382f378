// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/kiosk_pages.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "firmware/app/kiosk/question_kinds.h"

namespace tertulia {
namespace {

constexpr std::size_t kMostMatrixRows = 20;  // a list of more is no page that anybody reads

using Paths = std::set<std::string_view>;

// Of questions that may offer other choices than their neighbours, or only show their answer: the rows of a
// matrix are alike.
Paths set_apart_in(const Questionnaire& form) {
  Paths apart;
  for (const Bind& bind : form.binds)
    if (!bind.choice_filter.empty() || !bind.read_only.empty()) apart.insert(bind.path);
  return apart;
}

bool is_matrix(const Page& page, const Paths& set_apart) {
  if (page.questions.size() < 2 || page.questions.size() > kMostMatrixRows) return false;
  const QuestionKind& first = page.questions.front().kind;
  return can_share_a_page(first) &&
         std::all_of(page.questions.begin(), page.questions.end(), [&](const Question& question) {
           return question.kind == first && question.picture.empty() && !set_apart.contains(question.path);
         });
}

}  // namespace

const PageQuestion* KioskPage::typed() const {
  if (questions.empty() || question().now->is_read_only || !is_typed(question().kind())) return nullptr;
  return &question();
}

bool KioskPage::is_required() const {
  return std::any_of(questions.begin(), questions.end(),
                     [](const PageQuestion& each) { return each.now->is_required; });
}

bool KioskPage::has_one_hint() const {
  return std::all_of(questions.begin(), questions.end(), [this](const PageQuestion& each) {
    return each.question->hint == question().question->hint;
  });
}

std::vector<PageRange> kiosk_pages_of(const Questionnaire& form, const FormNow& now) {
  const Paths set_apart = set_apart_in(form);
  std::vector<PageRange> pages;
  for (std::size_t at = 0; at < now.questions.size();) {
    const QuestionNow& first = now.questions[at];
    const bool shares =
        first.more_of.empty() && first.number == 0 && is_matrix(form.pages[first.page], set_apart);
    const std::size_t count = shares ? form.pages[first.page].questions.size() : 1;
    pages.push_back({at, count});
    at += count;
  }
  return pages;
}

const std::string& name_of(const FormNow& now, const PageRange& range) {
  const QuestionNow& first = now.questions[range.first];
  return first.more_of.empty() ? first.name : first.more_of;
}

bool is_relevant(const FormNow& now, const PageRange& range) {
  const auto first = now.questions.begin() + static_cast<std::ptrdiff_t>(range.first);
  return std::any_of(first, first + static_cast<std::ptrdiff_t>(range.count),
                     [](const QuestionNow& question) { return question.is_relevant; });
}

KioskPage page_in(const Questionnaire& form, const FormNow& now, const PageRange& range) {
  const QuestionNow& first = now.questions[range.first];
  KioskPage page{&form.pages[first.page], {}, first.more_of.empty() ? nullptr : &first};
  if (page.more) return page;
  const bool is_asked = is_relevant(now, range);
  for (std::size_t at = range.first; at < range.first + range.count; ++at) {
    const QuestionNow& each = now.questions[at];
    if (each.is_relevant || !is_asked)
      page.questions.push_back({&page.form_page->questions[each.number], &each});
  }
  return page;
}

bool is_answered_by_one_tap(const KioskPage& page) {
  return page.questions.size() == 1 && !page.question().now->is_read_only &&
         is_answered_by_one_tap(page.question().kind());
}

}  // namespace tertulia
