// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/long_views.h"

#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/text/labels.h"
#include "firmware/domain/emphasis.h"
#include "tests/ui/screens/sample_pictures.h"
#include "tests/ui/screens/sample_search.h"

namespace tertulia::test {
namespace {

constexpr std::size_t kEightThousand = 8'000;

std::vector<ChoiceButton> buttons_of(const std::vector<std::string>& labels) {
  std::vector<ChoiceButton> buttons;
  for (const std::string& label : labels)
    buttons.push_back({std::to_string(buttons.size() + 1), label, buttons.empty()});
  return buttons;
}

QuestionView with_headline(QuestionView view, std::string headline) {
  view.headline = std::move(headline);
  return view;
}

QuestionView with_problem(QuestionView view, std::string problem) {
  view.problem = std::move(problem);
  return view;
}

ScaleBody numbers(const SampleTexts& say, const std::string& label) {
  ScaleBody body{{"1", "2", "3", "4", "5"}, {}};
  for (const std::string& statement : say.statements)
    body.rows.push_back({std::to_string(body.rows.size() + 1), statement, {}});
  body.rows.back().label = label;
  return body;
}

RankBody ranks(const SampleTexts& say, const std::string& label) {
  RankBody body{"rank", {}};
  for (const std::string& choice : say.choices)
    body.rows.push_back({std::to_string(body.rows.size() + 1), choice, 0});
  body.rows.back().label = label;
  return body;
}

// Above its keyboard, and without it.
void add_searches(const SampleTexts& say, std::vector<SampleView>& all) {
  const std::string lines = long_text(say, 300);
  const auto add = [&](std::string name, QuestionView view) {
    all.push_back({std::move(name), say.language, std::move(view)});
  };
  add("search", searched(say, say.agree));
  add("search under three lines", searched(say, lines));
  add("search under a long text", searched(say, long_text(say, kEightThousand)));
  add("search of one word", searched(say, long_word(say, 100)));
  add("search with a long problem", with_problem(searched(say, say.agree), lines));
  QuestionView view = searched(say, say.agree);
  view.hint = lines;
  view.skip = say.skip;
  add("search with a long hint", view);
  view = searched(say, say.agree);
  view.group = lines;
  view.picture = sample_picture(1, {480, 320});
  add("search with a long title of a group and a picture", view);
  add("search without keys", with_headline(turned_search(plain_question(say, NoteBody{}), say), lines));
}

// The words between the first and the last one.
std::string bold_in_the_middle(const std::string& text) {
  const std::size_t begin = text.find(' ') + 1;
  const std::size_t end = text.rfind(' ');
  return begin < end ? text.substr(0, begin) + in_bold(text.substr(begin, end - begin)) + text.substr(end)
                     : in_bold(text);
}

QuestionView bold_words(const SampleTexts& say) {
  ChoicesBody body{"one", false, buttons_of(say.choices)};
  body.choices.resize(3);
  for (ChoiceButton& choice : body.choices) choice.label = bold_in_the_middle(choice.label);
  QuestionView view = plain_question(say, std::move(body));
  view.headline = bold_in_the_middle(say.obstacles);
  view.hint = bold_in_the_middle(say.no_names);
  return view;
}

}  // namespace

std::string long_text(const SampleTexts& say, std::size_t bytes) {
  const std::string sentences = say.saved + " " + say.obstacles + " " + say.soon + " " + say.useful + "\n";
  std::string text = say.no_names;
  while (text.size() < bytes) text += (text.back() == '\n' ? "" : " ") + sentences;
  while (text.back() == '\n' || text.back() == ' ') text.pop_back();
  return text;
}

std::string long_word(const SampleTexts& say, int letters) {
  const std::string letter = say.language == "ar" ? "س" : say.language == "am" ? "ሰ" : "m";
  std::string word;
  for (int i = 0; i < letters; ++i) word += letter;
  return word;
}

QuestionView plain_question(const SampleTexts& say, QuestionBody body) {
  QuestionView view;
  view.tongue = tongue_of(say.language);
  view.page = "long";
  view.number = 2;
  view.total = 5;
  view.progress = "2" + say.of + "5";
  view.headline = say.agree;
  view.next = say.next;
  view.can_go_back = true;
  view.body = std::move(body);
  return view;
}

QuestionView long_note(const SampleTexts& say, std::size_t bytes) {
  return with_headline(plain_question(say, NoteBody{}), long_text(say, bytes));
}

QuestionView long_consent(const SampleTexts& say, std::size_t bytes) {
  return with_headline(plain_question(say, ChoicesBody{"consent", true, {{"OK", say.here, false}}}),
                       long_text(say, bytes));
}

QuestionView shown_answer(const SampleTexts& say, std::string answer) {
  return with_headline(plain_question(say, NoteBody{std::move(answer)}), say.group);
}

QuestionView thirty_choices(const SampleTexts& say, std::size_t bytes_of_each) {
  return plain_question(
      say,
      ChoicesBody{"one", false, buttons_of(std::vector<std::string>(30, long_text(say, bytes_of_each)))});
}

QuestionView worded_matrix(const SampleTexts& say, std::size_t rows) {
  ScaleBody body{say.faces, {}, 0, {"1", "2", "3", "4", "5"}};
  for (std::size_t i = 0; i < rows; ++i)
    body.rows.push_back({"row" + std::to_string(i + 1), say.statements[i % say.statements.size()], {}});
  body.rows.front().chosen = 3;
  if (rows == 1) body.rows.front().label.clear();
  return plain_question(say, std::move(body));
}

QuestionView typed(const SampleTexts& say, std::string headline) {
  const Catalogue words(say.language, {{"space", {say.space}}, {"Next", {say.next}}}, {});
  TextBody body;
  body.question = "typed";
  body.text = say.typed;
  body.caret = body.text.size();
  body.multiline = true;
  body.count = "44 / 400";
  body.keyboard =
      keyboard_for(words, {say.typed, say.typed.size(), KeyboardPage::kLetters}, LineMode::kMultiline);
  return with_headline(plain_question(say, std::move(body)), std::move(headline));
}

QuestionView searched(const SampleTexts& say, std::string headline) {
  return with_headline(search(plain_question(say, NoteBody{}), say), std::move(headline));
}

QuestionView large_pictures(const SampleTexts& say, std::size_t bytes_of_each) {
  QuestionView view = with_pictures(thirty_choices(say, bytes_of_each), 3);
  auto& body = std::get<ChoicesBody>(view.body);
  for (std::size_t i = 0; i < body.choices.size(); ++i)
    if (bytes_of_each == 0) body.choices[i].label = say.choices[i];
  body.at_once = 2;
  return view;
}

std::vector<SampleView> pictured_views(const SampleTexts& say) {
  const auto named = [&](std::string name, QuestionView view) {
    return SampleView{std::move(name), say.language, std::move(view)};
  };
  QuestionView search = searched(say, say.agree);
  search.group = say.group;
  search.hint = say.no_names;
  search.skip = say.skip;
  return {named("likert-words", worded_matrix(say, 4)),
          named("likert-words-one", worded_matrix(say, 1)),
          named("consent", long_consent(say, 1'500)),
          named("answer", shown_answer(say, say.typed)),
          named("search-words", std::move(search)),
          named("large-pictures", large_pictures(say, 0)),
          named("large-pictures-long", large_pictures(say, 120)),
          named("bold-words", bold_words(say))};
}

std::vector<SampleView> long_views(const SampleTexts& say) {
  const std::string text = long_text(say, kEightThousand);
  const std::string lines = long_text(say, 300);
  const std::string word = long_word(say, 100);
  std::vector<SampleView> all;
  const auto add = [&](std::string name, QuestionView view) {
    all.push_back({std::move(name), say.language, std::move(view)});
  };
  const QuestionView choices = plain_question(say, ChoicesBody{"one", false, buttons_of(say.choices)});
  add("note", long_note(say, kEightThousand));
  add("note of one word", with_headline(plain_question(say, NoteBody{}), word));
  add("consent", long_consent(say, kEightThousand));
  add("answer", shown_answer(say, text));
  add("long question with choices", with_headline(choices, lines));
  add("very long question with choices", with_headline(choices, text));
  add("question of one word", with_headline(choices, word));
  add("thirty choices", thirty_choices(say, 260));
  QuestionView view = choices;
  std::get<ChoicesBody>(view.body).choices[2].label = word;
  add("choice of one word", view);
  view = choices;
  std::get<ChoicesBody>(view.body).choices[2].label = text;
  add("very long choice", view);
  view = thirty_choices(say, 400);
  std::get<ChoicesBody>(view.body).at_once = 2;
  add("large choices", view);
  view = choices;
  view.hint = lines;
  add("long hint", view);
  view = choices;
  view.group = lines;
  add("long title of a group", view);
  add("long problem", with_problem(choices, lines));
  view = plain_question(say, FacesBody{"faces", buttons_of(say.faces)});
  std::get<FacesBody>(view.body).faces[1].label = lines;
  add("faces", view);
  add("matrix of numbers", plain_question(say, numbers(say, lines)));
  view = plain_question(say, numbers(say, lines));
  std::get<ScaleBody>(view.body).at_once = 1;
  add("large matrix of numbers", view);
  add("matrix of words", worded_matrix(say, 12));
  add("matrix of words under a long title", with_headline(worded_matrix(say, 12), lines));
  view = worded_matrix(say, 4);
  std::get<ScaleBody>(view.body).rows[1].label = lines;
  add("matrix of words with a long row", view);
  view = worded_matrix(say, 4);
  std::get<ScaleBody>(view.body).steps[2] = lines;
  add("matrix of long words", view);
  view = worded_matrix(say, 4);
  std::get<ScaleBody>(view.body).at_once = 1;
  add("large matrix of words", view);
  add("one row of words", worded_matrix(say, 1));
  add("ranking", plain_question(say, ranks(say, lines)));
  add("stars", with_headline(plain_question(say, StarsBody{"stars", {"1", "2", "3", "4", "5"}, {}}), lines));
  add("slider", with_headline(plain_question(say, SliderBody{"slider", {"0", "1", "2"}, 1}), lines));
  add("typed", typed(say, text));
  add("typed under three lines", typed(say, lines));
  add("typed wrongly", with_problem(typed(say, say.take_home), lines));
  view = typed(say, say.take_home);
  view.hint = lines;
  view.skip = say.skip;
  add("typed with a long hint", view);
  view = typed(say, say.take_home);
  view.group = lines;
  add("typed under a long title of a group", view);
  add_searches(say, all);
  add("large pictures", large_pictures(say, 260));
  view = choices;
  std::get<ChoicesBody>(view.body).choices[0].label = lines;
  add("a picture with a long label", with_pictures(view, 1));
  return all;
}

}  // namespace tertulia::test
