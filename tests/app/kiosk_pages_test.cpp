// SPDX-License-Identifier: Apache-2.0
// How a questionnaire is cut into the pages of a kiosk.
#include "firmware/app/kiosk/kiosk_pages.h"

#include <gtest/gtest.h>

#include "firmware/app/kiosk/plain_run.h"

using namespace tertulia;

namespace {

Question ask(std::string name, QuestionKind kind) {
  Question question;
  question.name = std::move(name);
  question.kind = std::move(kind);
  return question;
}

FormNow plain_now(const Questionnaire& form) {
  return plain_run(std::make_shared<const Questionnaire>(form))->now();
}

std::vector<std::size_t> sizes(const Questionnaire& form) {
  std::vector<std::size_t> result;
  for (const PageRange& page : kiosk_pages_of(form, plain_now(form))) result.push_back(page.count);
  return result;
}

bool takes_one_tap(const Questionnaire& form, const FormNow& now) {
  return is_answered_by_one_tap(page_in(form, now, kiosk_pages_of(form, now).front()));
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

SelectOne likert(std::vector<Choice> choices = {{"1", {}}, {"2", {}}}) {
  return {std::move(choices), ChoiceLook::kLikert};
}

TEST(kiosk_pages, likert_questions_with_the_same_choices_share_a_screen) {
  EXPECT_EQ(sizes(one_page({ask("a", likert()), ask("b", likert())})), std::vector<std::size_t>{2});
  EXPECT_EQ(sizes(one_page({ask("a", likert()), ask("b", likert({{"1", {}}, {"3", {}}}))})),
            (std::vector<std::size_t>{1, 1}));
  EXPECT_EQ(sizes(one_page({ask("a", SelectOne{likert().choices}), ask("b", SelectOne{likert().choices})})),
            (std::vector<std::size_t>{1, 1}));
}

TEST(kiosk_pages, a_row_that_may_have_other_choices_is_in_no_matrix) {
  Questionnaire form = one_page({ask("a", likert()), ask("b", likert())});
  form.pages[0].questions[1].path = "/data/b";
  Bind bind;
  bind.path = "/data/b";
  form.binds = {bind};
  EXPECT_EQ(sizes(form), std::vector<std::size_t>{2});
  form.binds[0].choice_filter = "name != '1'";
  EXPECT_EQ(sizes(form), (std::vector<std::size_t>{1, 1}));
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

TEST(kiosk_pages, only_a_choice_with_faces_or_a_quick_one_is_answered_by_one_tap) {
  const Questionnaire faces = one_page({ask("a", SelectOne{{}, ChoiceLook::kFaces})});
  const Questionnaire quick = one_page({ask("a", SelectOne{{}, ChoiceLook::kQuick})});
  const Questionnaire list = one_page({ask("a", SelectOne{})});
  EXPECT_TRUE(takes_one_tap(faces, plain_now(faces)));
  EXPECT_TRUE(takes_one_tap(quick, plain_now(quick)));
  EXPECT_FALSE(takes_one_tap(list, plain_now(list)));
}

TEST(kiosk_pages, one_tap_answers_nothing_that_may_only_be_read) {
  const Questionnaire faces = one_page({ask("a", SelectOne{{}, ChoiceLook::kFaces})});
  FormNow now = plain_now(faces);
  now.questions.front().is_read_only = true;
  EXPECT_FALSE(takes_one_tap(faces, now));
}

TEST(kiosk_pages, a_matrix_has_the_rows_that_are_relevant) {
  const Questionnaire form = one_page({ask("a", Range{}), ask("b", Range{}), ask("c", Range{})});
  FormNow now = plain_now(form);
  now.questions[1].is_relevant = false;
  const PageRange all = kiosk_pages_of(form, now).front();
  EXPECT_TRUE(is_relevant(now, all));
  const KioskPage page = page_in(form, now, all);
  ASSERT_EQ(page.questions.size(), 2U);
  EXPECT_EQ(page.questions[1].name(), "c");
  for (QuestionNow& each : now.questions) each.is_relevant = false;
  EXPECT_FALSE(is_relevant(now, all));
  EXPECT_EQ(page_in(form, now, all).questions.size(), 3U);  // whoever stands at it sees it until they go on
}

}  // namespace
