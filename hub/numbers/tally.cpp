// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/tally.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <vector>

namespace tertulia::hub {
namespace {

constexpr double kLast = std::numeric_limits<double>::max();

const std::vector<Choice>* choices_of(const Question* question) {
  if (question == nullptr) return nullptr;
  if (const auto* one = std::get_if<SelectOne>(&question->type)) return &one->choices;
  if (const auto* multiple = std::get_if<SelectMultiple>(&question->type)) return &multiple->choices;
  return nullptr;
}

// What is not in the list may be anything that a person typed.
Value choice_value(const std::string& name, const std::vector<Choice>& choices) {
  const auto found =
      std::find_if(choices.begin(), choices.end(), [&](const Choice& c) { return c.name == name; });
  if (found == choices.end()) return {kLast, std::string(kOtherValue)};
  return {static_cast<double>(found - choices.begin()), name};
}

template <class Number>
Value number_value(Number number) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {static_cast<double>(number), std::string(digits.data(), end)};
}

std::vector<Value> values_of(const AnswerValue& answer, const Question* question) {
  const auto* choices = choices_of(question);
  if (const auto* one = std::get_if<std::string>(&answer))
    return {choices ? choice_value(*one, *choices) : Value{kLast, std::string(kTextValue)}};
  if (const auto* whole = std::get_if<std::int64_t>(&answer)) return {number_value(*whole)};
  if (const auto* number = std::get_if<double>(&answer)) return {number_value(*number)};
  std::vector<Value> values;
  if (const auto* several = std::get_if<std::vector<std::string>>(&answer))
    for (const std::string& name : *several)
      values.push_back(choices ? choice_value(name, *choices) : Value{kLast, std::string(kTextValue)});
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace

void TallySheet::add(const Answers& answers, const Questionnaire* form) {
  ++submissions_;
  for (const auto& [name, answer] : answers) {
    if (std::holds_alternative<std::monostate>(answer)) continue;
    Tally& tally = tallies_[name];
    ++tally.n;
    for (const Value& value : values_of(answer, form ? form->find(name) : nullptr)) ++tally.counts[value];
  }
}

void TallySheet::add(const std::string& question, const Tally& tally) {
  Tally& sum = tallies_[question];
  sum.n += tally.n;
  for (const auto& [value, count] : tally.counts) sum.counts[value] += count;
}

}  // namespace tertulia::hub
