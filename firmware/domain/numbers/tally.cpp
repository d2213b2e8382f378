// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/tally.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <vector>

namespace tertulia::numbers {

namespace {

bool is_calculated(const Questionnaire* form, std::string_view name) {
  return form != nullptr && std::any_of(form->calculated.begin(), form->calculated.end(),
                                        [&](const Calculated& value) { return value.name == name; });
}

// What one person said to one question, in all its repetitions.
struct Said {
  Counting counting = Counting::kEach;
  std::set<Value> values;
};

std::map<std::string, Said, std::less<>> said_in(const Answers& answers, const Questionnaire* form) {
  std::map<std::string, Said, std::less<>> all;
  for (const auto& [name, answer] : answers) {
    const std::string_view asked = question_of(name);
    if (std::holds_alternative<std::monostate>(answer) || is_calculated(form, asked)) continue;
    const Question* question = form ? form->find(asked) : nullptr;
    Said& said = all[std::string(asked)];
    if (question != nullptr && asked == name) said.counting = counting_of(question->kind);
    for (const Value& value : question ? values_of(question->kind, answer) : std::vector{unknown_value()})
      said.values.insert(value);
  }
  return all;
}

void count_person(Tally& tally, const std::set<Value>& said) {
  ++tally.answered;
  for (const Value& value : said) ++tally.counts[value];
}

}  // namespace

void add(Tally& tally, const Question& question, bool in_repeat, const Answers& answers) {
  tally.counting = counting_of(question.kind, in_repeat);
  ++tally.took_part;
  std::set<Value> said;
  for (const auto& [name, answer] : answers)
    if (question_of(name) == question.name && !std::holds_alternative<std::monostate>(answer))
      for (const Value& value : values_of(question.kind, answer)) said.insert(value);
  if (!said.empty()) count_person(tally, said);
}

void TallySheet::add(const Answers& answers, const Questionnaire* form) {
  ++took_part_;
  for (const auto& [question, said] : said_in(answers, form)) {
    Tally& tally = tallies_[question];
    // Versions of a form may count a question differently. kEach is right for the answers of all of them.
    tally.counting = tally.answered == 0 || tally.counting == said.counting ? said.counting : Counting::kEach;
    count_person(tally, said.values);
  }
}

std::map<std::string, Tally> TallySheet::by_question() const {
  std::map<std::string, Tally> all = tallies_;
  for (auto& [name, tally] : all) tally.took_part = took_part_;
  return all;
}

}  // namespace tertulia::numbers
