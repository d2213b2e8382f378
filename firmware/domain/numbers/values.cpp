// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/numbers/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace tertulia::numbers {
namespace {

constexpr double kLast = std::numeric_limits<double>::max();

// What is not in the list may be anything that a person typed.
Value choice_value(const std::string& name, const std::vector<Choice>& choices) {
  const auto found =
      std::find_if(choices.begin(), choices.end(), [&](const Choice& c) { return c.name == name; });
  return found == choices.end() ? other_value() : Value{static_cast<double>(found - choices.begin()), name};
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
  return number ? number_value(*number) : other_value();
}

Value text_value(const AnswerValue& answer) {
  return std::holds_alternative<std::string>(answer) ? Value{kLast, std::string(kTextValue)} : other_value();
}

// The rows of the table.
struct Values {
  const AnswerValue& answer;

  std::vector<Value> operator()(const SelectOne& kind) const {
    const auto* name = std::get_if<std::string>(&answer);
    return {name ? choice_value(*name, kind.choices) : other_value()};
  }
  std::vector<Value> operator()(const SelectMultiple& kind) const {
    const auto* names = std::get_if<std::vector<std::string>>(&answer);
    if (!names) return {other_value()};
    std::vector<Value> values;
    for (const std::string& name : *names) values.push_back(choice_value(name, kind.choices));
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
  }
  std::vector<Value> operator()(const Text&) const { return {text_value(answer)}; }
  std::vector<Value> operator()(const Integer&) const { return {any_number_value(answer)}; }
  std::vector<Value> operator()(const tertulia::Range&) const { return {any_number_value(answer)}; }
  std::vector<Value> operator()(const Note&) const { return {other_value()}; }
  // A day may be that of somebody's birth.
  std::vector<Value> operator()(const Date&) const { return {text_value(answer)}; }
  std::vector<Value> operator()(const TimeOfDay&) const { return {text_value(answer)}; }
  std::vector<Value> operator()(const DateTime&) const { return {text_value(answer)}; }
  std::vector<Value> operator()(const Decimal&) const { return {any_number_value(answer)}; }
  // What came first. Places of one person betray each other: two orders that are told whole tell the third.
  std::vector<Value> operator()(const Ranking& kind) const {
    const auto* names = std::get_if<std::vector<std::string>>(&answer);
    return {names && !names->empty() ? choice_value(names->front(), kind.choices) : other_value()};
  }
  std::vector<Value> operator()(const Acknowledge&) const {
    const auto* text = std::get_if<std::string>(&answer);
    return {text && *text == kAcknowledged ? Value{0, *text} : other_value()};
  }
};

struct HowCounted {
  Counting operator()(const SelectOne&) const { return Counting::kOneOf; }
  Counting operator()(const SelectMultiple&) const { return Counting::kEach; }
  Counting operator()(const Text&) const { return Counting::kEach; }
  Counting operator()(const Integer&) const { return Counting::kNumber; }
  // A slider has as many values as a number has.
  Counting operator()(const tertulia::Range& kind) const {
    return kind.look == RangeLook::kSlider ? Counting::kNumber : Counting::kOneOf;
  }
  Counting operator()(const Note&) const { return Counting::kEach; }
  Counting operator()(const Date&) const { return Counting::kEach; }
  Counting operator()(const TimeOfDay&) const { return Counting::kEach; }
  Counting operator()(const DateTime&) const { return Counting::kEach; }
  Counting operator()(const Decimal&) const { return Counting::kNumber; }
  Counting operator()(const Ranking&) const { return Counting::kOneOf; }
  Counting operator()(const Acknowledge&) const { return Counting::kEach; }  // not to give it is an answer
};

}  // namespace

Counting counting_of(const QuestionKind& kind) { return std::visit(HowCounted{}, kind); }

std::vector<Value> values_of(const QuestionKind& kind, const AnswerValue& answer) {
  return std::visit(Values{answer}, kind);
}

Value unknown_value() { return {kLast, std::string(kUnknownValue)}; }

Value other_value() { return {kLast, std::string(kOtherValue)}; }

Value rare_value() { return {kLast, std::string(kRareValue)}; }

}  // namespace tertulia::numbers
