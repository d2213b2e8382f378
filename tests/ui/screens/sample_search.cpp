// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_search.h"

#include <string>
#include <utility>

#include "firmware/app/kiosk/keyboard.h"

namespace tertulia::test {

QuestionView search(QuestionView question, const SampleTexts& say) {
  const Catalogue words(say.language, {{"space", {say.space}}, {"Next", {say.next}}}, {});
  question.headline = say.obstacles;
  SearchBody body;
  body.question = "obstacles";
  body.several = true;
  body.field.keyboard = keyboard_for(words, {"", 0, KeyboardPage::kLetters}, LineMode::kSearch);
  body.placeholder = say.search;
  body.count = "1–50 / 2400";
  for (std::size_t at = 0; at < 50; ++at) {
    const bool is_chosen = at < 2;
    ChoiceButton button{"choice" + std::to_string(at), say.choices[at % say.choices.size()], is_chosen};
    (is_chosen ? body.chosen : body.found).push_back(std::move(button));
  }
  body.after = say.more;
  question.body = std::move(body);
  return question;
}

QuestionView turned_search(QuestionView question, const SampleTexts& say) {
  QuestionView view = search(std::move(question), say);
  view.problem = say.choose;
  auto& body = std::get<SearchBody>(view.body);
  body.field.keyboard.clear();
  body.part = 1;
  body.before = say.before;
  body.chosen.clear();
  return view;
}

}  // namespace tertulia::test
