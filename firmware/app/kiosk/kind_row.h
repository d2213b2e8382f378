// SPDX-License-Identifier: Apache-2.0
// What the rows of the table of question kinds have in common. For question_kinds.cpp only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "firmware/app/kiosk/kiosk_answers.h"
#include "firmware/app/kiosk/numbers.h"
#include "firmware/app/kiosk/question_kinds.h"

namespace tertulia::kinds {

// One row of the table. Each kind has its own specialisation below.
template <class Kind>
struct Row;

// An answer that can only be read, from here on by its value alone.
inline std::string shown_text(const AnswerValue& answer) {
  const auto* text = std::get_if<std::string>(&answer);
  return text ? *text : std::string();
}
inline std::string shown_number(const AnswerValue& answer, const Catalogue& words) {
  const auto* number = std::get_if<double>(&answer);
  return with_decimal_mark(number ? number_text(*number) : typed_number(answer), words);
}

// What rows have in common. A row says by its base how it is answered, and has to define the rest itself.
struct AnyRow {
  static bool can_share_a_page(const auto&) { return false; }
  static bool is_answered_by_one_tap(const auto&) { return false; }
  static std::string problem_text(const auto&, AnswerProblem problem, const Catalogue& words) {
    return tertulia::problem_text(problem, words);
  }
  static std::optional<AnswerValue> move(const auto&, const AnswerValue&, const std::string&, std::size_t) {
    return std::nullopt;
  }
  static std::string how_to(const auto&, const Catalogue&) { return {}; }
};
struct NotTyped : AnyRow {
  static constexpr bool kIsTyped = false;
  static std::string typed_text(const auto&, const AnswerValue&) { return {}; }
  static AnswerValue typed_answer(const auto&, const std::string&) { return {}; }
  static TextEntry press(const auto&, const TextEntry& entry, const Key&) { return entry; }
};
struct ByChoice : NotTyped {
  static std::optional<AnswerValue> choose_step(const auto&, int) { return std::nullopt; }
};
struct ByStep : NotTyped {
  static std::optional<AnswerValue> choose(const auto&, const AnswerValue&, const std::string&) {
    return std::nullopt;
  }
};
struct ByKeys : AnyRow {
  static constexpr bool kIsTyped = true;
  static std::optional<AnswerValue> choose(const auto&, const AnswerValue&, const std::string&) {
    return std::nullopt;
  }
  static std::optional<AnswerValue> choose_step(const auto&, int) { return std::nullopt; }
};

}  // namespace tertulia::kinds
