// SPDX-License-Identifier: Apache-2.0
// How a questionnaire is cut into the pages of a kiosk.
#include "firmware/app/kiosk/kiosk_pages.h"

#include <gtest/gtest.h>

using namespace tertulia;

namespace {

Question ask(std::string name, QuestionKind kind) {
  Question question;
  question.name = std::move(name);
  question.kind = std::move(kind);
  return question;
}

std::vector<std::size_t> sizes(const Questionnaire& form) {
  std::vector<std::size_t> result;
  for (const KioskPage& page : kiosk_pages_of(form)) result.push_back(page.questions.size());
  return result;
}

Questionnaire one_page(std::vector<Question> questions) {
  Questionnaire form;
  form.pages = {{{}, std::move(questions)}};
  return form;
}

TEST(kiosk_pages, each_question_has_a_screen_of_its_own) {
  EXPECT_EQ(sizes(one_page({ask("a", Text{}), ask("b", Integer{}), ask("c", Note{})})),
            (std::vector<std::size_t>{1, 1, 1}));
}

TEST(kiosk_pages, ranges_on_the_same_scale_share_a_screen) {
  EXPECT_EQ(sizes(one_page({ask("a", Range{}), ask("b", Range{}), ask("c", Range{})})),
            std::vector<std::size_t>{3});
}

TEST(kiosk_pages, a_page_with_another_scale_or_question_is_no_matrix) {
  EXPECT_EQ(sizes(one_page({ask("a", Range{}), ask("b", Range{0, 10, 1})})),
            (std::vector<std::size_t>{1, 1}));
  EXPECT_EQ(sizes(one_page({ask("a", Range{}), ask("b", Text{})})), (std::vector<std::size_t>{1, 1}));
}

TEST(kiosk_pages, a_matrix_of_more_rows_than_anybody_reads_on_one_page_is_asked_one_by_one) {
  std::vector<Question> rows;
  for (char name = 'a'; name <= 't'; ++name) rows.push_back(ask(std::string(1, name), Range{}));
  EXPECT_EQ(sizes(one_page(rows)), std::vector<std::size_t>{20});
  rows.push_back(ask("u", Range{}));
  EXPECT_EQ(sizes(one_page(rows)), std::vector<std::size_t>(21, 1));
}

TEST(kiosk_pages, only_a_choice_with_faces_is_answered_by_one_tap) {
  const Questionnaire faces = one_page({ask("a", SelectOne{{}, ChoiceLook::kFaces})});
  const Questionnaire list = one_page({ask("a", SelectOne{})});
  EXPECT_TRUE(is_answered_by_one_tap(kiosk_pages_of(faces).front()));
  EXPECT_FALSE(is_answered_by_one_tap(kiosk_pages_of(list).front()));
}

}  // namespace
