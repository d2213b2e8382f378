// SPDX-License-Identifier: Apache-2.0
// How answers to each kind of question are counted, on the device and at the hub. values.cpp is a table with
// one row per kind; a kind without a row does not compile. Pure.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/question_kinds.h"

namespace tertulia::numbers {

inline constexpr std::string_view kTextValue = "(text)";    // counted, never shown: what a visitor typed
inline constexpr std::string_view kOtherValue = "(other)";  // the form does not offer it
inline constexpr std::string_view kUnknownValue = "(unknown question)";  // counted, never shown
inline constexpr std::string_view kRareValue = "(rare)";  // numbers that fewer than k people gave

// What is shown of an answer. `order` is the position of the choice in its list, or the number itself.
struct Value {
  double order = 0;
  std::string text;
  friend auto operator<=>(const Value&, const Value&) = default;
};

enum class Counting {
  kOneOf,   // each answer is one of few values
  kNumber,  // each answer is one value, and a rare one may say whose it is
  kEach,    // each value stands for itself: somebody gave it or did not
};

[[nodiscard]] Counting counting_of(const QuestionKind& kind);
// In a repeat each value stands for itself, whatever the kind (decision 107).
[[nodiscard]] inline Counting counting_of(const QuestionKind& kind, bool in_repeat) {
  return in_repeat ? Counting::kEach : counting_of(kind);
}
// Several only for several choices, each once. An answer that is not of the kind is one kOtherValue.
[[nodiscard]] std::vector<Value> values_of(const QuestionKind& kind, const AnswerValue& answer);
// Of a question that no form here asks. It is counted as kEach.
[[nodiscard]] Value unknown_value();
[[nodiscard]] Value rare_value();
[[nodiscard]] Value other_value();

}  // namespace tertulia::numbers
