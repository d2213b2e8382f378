// SPDX-License-Identifier: Apache-2.0
// How the hub counts answers to each kind of question. question_kinds.cpp is a table with one row per kind; a
// kind without a row does not compile. Pure.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/question_kinds.h"

namespace tertulia::hub {

inline constexpr std::string_view kTextValue = "(text)";    // counted, never shown: what a visitor typed
inline constexpr std::string_view kOtherValue = "(other)";  // the form does not offer it
inline constexpr std::string_view kUnknownValue = "(unknown question)";  // counted, never shown

// What the report shows of an answer. `order` is the position of the choice in its list, or the number
// itself.
struct Value {
  double order = 0;
  std::string text;
  friend auto operator<=>(const Value&, const Value&) = default;
};

// Several only for several choices, each once. An answer that is not of the kind is one kOtherValue.
[[nodiscard]] std::vector<Value> values_of(const QuestionKind& kind, const AnswerValue& answer);
// Of a question that no form here asks.
[[nodiscard]] Value unknown_value();

}  // namespace tertulia::hub
