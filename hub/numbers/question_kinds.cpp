// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/question_kinds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace tertulia::hub {
namespace {

constexpr double kLast = std::numeric_limits<double>::max();

Value other() { return {kLast, std::string(kOtherValue)}; }

// What is not in the list may be anything that a person typed.
Value choice_value(const std::string& name, const std::vector<Choice>& choices) {
  const auto found =
      std::find_if(choices.begin(), choices.end(), [&](const Choice& c) { return c.name == name; });
  return found == choices.end() ? other() : Value{static_cast<double>(found - choices.begin()), name};
}

template <class Number>
Value number_value(Number number) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {static_cast<double>(number), std::string(digits.data(), end)};
}

// JSON may hand back a whole number as an integer.
Value any_number_value(const AnswerValue& answer) {
  if (const auto* whole = std::get_if<std::int64_t>(&answer)) return number_value(*whole);
  const auto* number = std::get_if<double>(&answer);
  return number ? number_value(*number) : other();
}

Value text_value(const AnswerValue& answer) {
  return std::holds_alternative<std::string>(answer) ? Value{kLast, std::string(kTextValue)} : other();
}

// The rows of the table.
struct Values {
  const AnswerValue& answer;

  std::vector<Value> operator()(const SelectOne& kind) const {
    const auto* name = std::get_if<std::string>(&answer);
    return {name ? choice_value(*name, kind.choices) : other()};
  }
  std::vector<Value> operator()(const SelectMultiple& kind) const {
    const auto* names = std::get_if<std::vector<std::string>>(&answer);
    if (!names) return {other()};
    std::vector<Value> values;
    for (const std::string& name : *names) values.push_back(choice_value(name, kind.choices));
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
  }
  std::vector<Value> operator()(const Text&) const { return {text_value(answer)}; }
  std::vector<Value> operator()(const Integer&) const { return {any_number_value(answer)}; }
  std::vector<Value> operator()(const tertulia::Range&) const { return {any_number_value(answer)}; }
  std::vector<Value> operator()(const Note&) const { return {other()}; }
  // A day may be that of somebody's birth.
  std::vector<Value> operator()(const Date&) const { return {text_value(answer)}; }
  std::vector<Value> operator()(const TimeOfDay&) const { return {text_value(answer)}; }
  std::vector<Value> operator()(const Decimal&) const { return {any_number_value(answer)}; }
  // How often each choice stood in each place: "2: register".
  std::vector<Value> operator()(const Ranking& kind) const {
    const auto* names = std::get_if<std::vector<std::string>>(&answer);
    if (!names) return {other()};
    std::vector<Value> values;
    const auto count = static_cast<double>(kind.choices.size());
    for (std::size_t place = 0; place < names->size(); ++place) {
      Value value = choice_value((*names)[place], kind.choices);
      if (value == other()) return {other()};
      value.order += static_cast<double>(place) * count;
      value.text = std::to_string(place + 1) + ": " + value.text;
      values.push_back(std::move(value));
    }
    return values;
  }
  std::vector<Value> operator()(const Acknowledge&) const {
    const auto* text = std::get_if<std::string>(&answer);
    return {text && *text == kAcknowledged ? Value{0, *text} : other()};
  }
};

}  // namespace

std::vector<Value> values_of(const QuestionKind& kind, const AnswerValue& answer) {
  return std::visit(Values{answer}, kind);
}

Value unknown_value() { return {kLast, std::string(kUnknownValue)}; }

}  // namespace tertulia::hub
