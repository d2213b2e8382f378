// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/limits.h"

#include <functional>

#include <gtest/gtest.h>

#include "firmware/domain/questionnaire.h"

namespace tertulia {
namespace {

Questionnaire with_one_of_all() {
  Questionnaire form;
  Question question;
  question.kind = SelectOne{{Choice{"a", {}}}};
  form.pages.push_back({{}, {question}});
  form.binds.emplace_back();
  form.tables.push_back({"", {""}, {{""}}});
  form.calculated.emplace_back();
  form.repeats.emplace_back();
  form.pictures.emplace_back();
  return form;
}

using TextOf = std::function<std::string&(Questionnaire&)>;
using WordsOf = std::function<LocalizedText&(Questionnaire&)>;

Question& question_in(Questionnaire& form) { return form.pages[0].questions[0]; }
Choice& choice_in(Questionnaire& form) { return std::get<SelectOne>(question_in(form).kind).choices[0]; }

TEST(bytes_of_texts, count_every_name_and_expression) {
  const TextOf texts[] = {
      [](auto& form) -> std::string& { return form.id; },
      [](auto& form) -> std::string& { return form.version; },
      [](auto& form) -> std::string& { return form.pages[0].repeat; },
      [](auto& form) -> std::string& { return question_in(form).name; },
      [](auto& form) -> std::string& { return question_in(form).path; },
      [](auto& form) -> std::string& { return choice_in(form).name; },
      [](auto& form) -> std::string& { return form.binds[0].path; },
      [](auto& form) -> std::string& { return form.binds[0].relevant; },
      [](auto& form) -> std::string& { return form.binds[0].required; },
      [](auto& form) -> std::string& { return form.binds[0].constraint; },
      [](auto& form) -> std::string& { return form.binds[0].calculation; },
      [](auto& form) -> std::string& { return form.binds[0].read_only; },
      [](auto& form) -> std::string& { return form.binds[0].default_value; },
      [](auto& form) -> std::string& { return form.binds[0].trigger; },
      [](auto& form) -> std::string& { return form.binds[0].choice_list; },
      [](auto& form) -> std::string& { return form.binds[0].choice_filter; },
      [](auto& form) -> std::string& { return form.binds[0].choice_seed; },
      [](auto& form) -> std::string& { return form.binds[0].repeat_count; },
      [](auto& form) -> std::string& { return form.tables[0].name; },
      [](auto& form) -> std::string& { return form.tables[0].columns[0]; },
      [](auto& form) -> std::string& { return form.tables[0].rows[0][0]; },
      [](auto& form) -> std::string& { return form.calculated[0].name; },
      [](auto& form) -> std::string& { return form.calculated[0].path; },
      [](auto& form) -> std::string& { return form.repeats[0].path; },
      [](auto& form) -> std::string& { return form.pictures[0].name; },
  };
  const std::size_t before = bytes_of_texts(with_one_of_all());
  std::size_t number = 0;
  for (const TextOf& text : texts) {
    Questionnaire form = with_one_of_all();
    text(form) += std::string(1'000, 'x');
    EXPECT_EQ(bytes_of_texts(form), before + 1'000) << "text " << number;
    ++number;
  }
}

TEST(bytes_of_texts, count_whatever_people_read_in_each_language) {
  const WordsOf words[] = {
      [](auto& form) -> LocalizedText& { return form.title; },
      [](auto& form) -> LocalizedText& { return form.pages[0].title; },
      [](auto& form) -> LocalizedText& { return form.repeats[0].title; },
      [](auto& form) -> LocalizedText& { return question_in(form).label; },
      [](auto& form) -> LocalizedText& { return question_in(form).hint; },
      [](auto& form) -> LocalizedText& { return question_in(form).required_message; },
      [](auto& form) -> LocalizedText& { return question_in(form).constraint_message; },
      [](auto& form) -> LocalizedText& { return question_in(form).picture; },
      [](auto& form) -> LocalizedText& { return choice_in(form).label; },
      [](auto& form) -> LocalizedText& { return choice_in(form).picture; },
  };
  const std::size_t before = bytes_of_texts(with_one_of_all());
  std::size_t number = 0;
  for (const WordsOf& text : words) {
    Questionnaire form = with_one_of_all();
    for (const char* language : {"en", "fr"}) text(form).set(language, std::string(1'000, 'x'));
    EXPECT_GE(bytes_of_texts(form), before + 2'000) << "words " << number;
    ++number;
  }
}

std::size_t size_with(QuestionKind kind) {
  Questionnaire form;
  Question question;
  question.name = "q";
  question.kind = std::move(kind);
  form.pages.push_back({{}, {std::move(question)}});
  return size_without_texts(form);
}

TEST(the_largest_answer, has_the_longest_choices_that_may_be_chosen_together) {
  const auto list = [](std::initializer_list<std::size_t> sizes) {
    std::vector<Choice> choices;
    for (const std::size_t size : sizes) choices.push_back({std::string(size, 'x'), {}});
    return choices;
  };
  const auto some = list({3, 50, 7, 40, 1});
  EXPECT_EQ(size_with(SelectOne{some}), size_with(SelectOne{list({50})}));
  EXPECT_EQ(size_with(SelectMultiple{some, 2}), size_with(SelectMultiple{list({40, 50}), {}}));
  EXPECT_EQ(size_with(SelectMultiple{some, 9}), size_with(SelectMultiple{some, {}}));
  EXPECT_EQ(size_with(SelectMultiple{some, 5}), size_with(Ranking{some}));
  EXPECT_LT(size_with(SelectMultiple{some, 4}), size_with(Ranking{some}));
}

}  // namespace
}  // namespace tertulia
