// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/visitor.h"

#include <algorithm>
#include <map>

#include "tests/robot/answers.h"

namespace tertulia::robot {
namespace {

constexpr std::size_t kLetters = 26;
constexpr int kMostScreenfuls = 300;
constexpr std::chrono::duration<double> kScreenful{0.5};  // until the page has scrolled by one

bool is_attract(const Targets& page) { return page.has_any("language:"); }
bool is_thanks(const Targets& page) { return page.has("done"); }

bool is_last(const Targets& page) {
  return !is_attract(page) && page.has_any("choice:") && question_on(page).is_last;
}

bool reads_from_the_right(const std::string& language) {
  return language == "ar" || language == "fa" || language == "he" || language == "ur";
}

// The choices lie in the reading direction of the language: until then the old picture is still there.
bool reads_like(const Targets& page, const std::string& language) {
  const auto choices = page.beginning_with("choice:");
  if (choices.size() < 2 || choices.front().top != choices.back().top) return true;
  return (choices.front().left > choices.back().left) == reads_from_the_right(language);
}

}  // namespace

void Visitor::answer(const std::string& language) {
  begin(language);
  for (const Targets* page = &glass_.now(); !is_thanks(*page); page = &glass_.now()) turn(answer_page(*page));
}

void Visitor::leave() {
  glass_.tap("done");
  glass_.wait_for(is_attract, "the attract screen");
}

void Visitor::fill(const std::string& language) {
  begin(language);
  while (!is_last(glass_.now())) turn(answer_page(glass_.now()));
  answer_page(glass_.now());
}

void Visitor::send() {
  turn("next");
  if (!is_thanks(glass_.now())) throw Stuck("no thank-you followed the last tap: " + glass_.now().names());
}

void Visitor::begin(const std::string& language) {
  language_ = language;
  answers_ = nlohmann::json::object();
  const auto version = glass_.wait_for(is_attract, "the attract screen").version;
  tap("language:" + language);
  glass_.wait_for(
      [&](const Targets& page) {
        return is_attract(page) && page.version > version && reads_like(page, language);
      },
      "the attract screen in " + language);
  ledger_.opened(language);
  if (glass_.now().has("begin")) turn("begin");
}

std::string Visitor::answer_page(const Targets& page) {
  if (page.has_any("step:")) return answer_scale(page);
  if (page.has_any("key:")) return answer_text();
  if (page.has_any("choice:")) return answer_choices(page);
  return "next";  // a note
}

std::string Visitor::answer_choices(const Targets& page) {
  const ChoiceQuestion& question = question_on(page);
  const std::string name(question.name);
  auto choices = page.beginning_with("choice:");
  std::shuffle(choices.begin(), choices.end(), chance_);
  choices.resize(question.picks == 1 ? 1 : 1 + some_number(question.picks));
  const auto value = [](const Spot& spot) { return spot.name.substr(spot.name.find(':') + 1); };
  if (question.one_tap) {
    answers_[name] = value(choices.front());
    return choices.front().name;
  }
  for (const Spot& choice : choices) {
    tap(choice.name);
    if (question.picks == 1)
      answers_[name] = value(choice);
    else
      answers_[name].push_back(value(choice));
  }
  return "next";
}

std::string Visitor::answer_scale(const Targets& page) {
  std::map<std::string, std::size_t> steps;  // of each row
  for (const Spot& spot : page.beginning_with("step:")) ++steps[spot.name.substr(0, spot.name.rfind(':'))];
  for (const auto& [row, count] : steps) {
    const std::size_t step = some_number(count);
    tap(row + ":" + std::to_string(step));
    answers_[row.substr(row.find(':') + 1)] = kFirstStep + static_cast<int>(step);
  }
  return "next";
}

std::string Visitor::answer_text() {
  const std::string words = some_words();
  type(words);
  answers_[std::string(kTextQuestion)] = words;
  return "next";
}

void Visitor::turn(const std::string& leaving_tap) {
  const std::string before = glass_.now().names();
  ledger_.sends(canonical(language_, answers_));
  tap(leaving_tap);
  const Targets& page = glass_.wait_for(
      [&](const Targets& now) { return !now.spots.empty() && now.names() != before; }, "the next page");
  is_thanks(page) ? ledger_.saw_thanks() : ledger_.saw_next_question();
  read_on();
}

// In the place of Next, on a page that is longer than the panel, until its question has been read.
void Visitor::read_on() {
  for (int screenfuls = 0; glass_.now().has("read-on"); ++screenfuls) {
    if (screenfuls == kMostScreenfuls) throw Stuck("a page has no end: " + glass_.now().names());
    tap("read-on");
    glass_.let_pass(kScreenful);
  }
}

// The keyboard begins with capitals and goes on with small letters: each key is waited for.
void Visitor::type(const std::string& text) {
  if (!glass_.now().has("key:q") && !glass_.now().has("key:Q")) tap("key:language");
  for (const char letter : text) tap(letter == ' ' ? "key:space" : std::string("key:") + letter);
}

void Visitor::tap(const std::string& name) {
  ledger_.tapped(name);
  glass_.tap(name);
}

// Two words that nobody else writes: by them the answer is known again in the databases.
std::string Visitor::some_words() {
  std::string words(1, static_cast<char>('A' + some_number(kLetters)));
  for (int i = 0; i < 9; ++i)
    words += i == 4 ? ' ' : static_cast<char>('a' + static_cast<int>(some_number(kLetters)));
  return words;
}

std::size_t Visitor::some_number(std::size_t below) { return chance_() % below; }

}  // namespace tertulia::robot
