// SPDX-License-Identifier: Apache-2.0
// Kinds of question that are answered by typing. For question_kinds.cpp only.
#pragma once

#include <algorithm>
#include <type_traits>
#include <utility>

#include "firmware/app/kiosk/date_entry.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/kiosk/kind_row.h"
#include "firmware/app/kiosk/limit_texts.h"
#include "firmware/app/kiosk/numbers.h"
#include "firmware/domain/graphemes.h"
#include "firmware/domain/limits.h"

namespace tertulia::kinds {

inline constexpr std::size_t kLargestLetter = 4;  // bytes

template <>
struct Row<Text> : ByKeys {
  static std::string typed_text(const Text&, const AnswerValue& answer) {
    const auto* text = std::get_if<std::string>(&answer);
    return text ? *text : std::string();
  }
  static AnswerValue typed_answer(const Text&, const std::string& typed) {
    return typed.empty() ? AnswerValue{} : AnswerValue{typed};
  }
  static std::string shown(const Text& kind, const AnswerValue& answer, const AskedPage&) {
    return typed_text(kind, answer);
  }
  static TextEntry press(const Text& kind, const TextEntry& entry, const Key& key) {
    return tertulia::press(entry, key, static_cast<std::size_t>(std::max(0, kind.max_length)));
  }
  static QuestionBody body(const Text& kind, const AskedPage& asked) {
    TextBody body = field_of(asked);
    body.multiline = kind.multiline;
    const std::size_t count = grapheme_count(body.text);
    const bool is_full = size_in_json(body.text) + kLargestLetter > asked.asking.room_for_text;
    const std::size_t most = is_full ? count : static_cast<std::size_t>(std::max(0, kind.max_length));
    body.count = fill("{count} / {most}", {{"count", std::to_string(count)}, {"most", std::to_string(most)}});
    body.keyboard = keyboard_for(asked.words, asked.asking.entry,
                                 kind.multiline ? LineMode::kMultiline : LineMode::kOneLine);
    return body;
  }
};

// A number without a lower limit may be below zero.
Sign sign_of(const auto& kind) { return kind.least.value_or(-1) < 0 ? Sign::kMinus : Sign::kNone; }

template <class Kind>
struct ByNumberPad : ByKeys {
  static std::string shown(const Kind&, const AnswerValue& answer, const AskedPage& asked) {
    return shown_number(answer, asked.words);
  }
  static std::string problem_text(const Kind& kind, AnswerProblem problem, const Catalogue& words) {
    return problem == AnswerProblem::kOutOfRange ? limit_text(kind, words)
                                                 : tertulia::problem_text(problem, words);
  }
};

template <>
struct Row<Integer> : ByNumberPad<Integer> {
  static std::string typed_text(const Integer&, const AnswerValue& answer) { return typed_number(answer); }
  static AnswerValue typed_answer(const Integer&, const std::string& typed) { return whole_answer(typed); }
  static TextEntry press(const Integer&, const TextEntry& entry, const Key& key) {
    return press_number(entry, key, Decimals::kNone);
  }
  static QuestionBody body(const Integer& kind, const AskedPage& asked) {
    TextBody body = field_of(asked);
    body.number = true;
    body.keyboard = number_pad(asked.words, sign_of(kind));
    return body;
  }
};

// The entry holds a point; the field shows the decimal mark of the language.
template <>
struct Row<Decimal> : ByNumberPad<Decimal> {
  static std::string typed_text(const Decimal&, const AnswerValue& answer) { return typed_number(answer); }
  static AnswerValue typed_answer(const Decimal&, const std::string& typed) { return decimal_answer(typed); }
  static TextEntry press(const Decimal&, const TextEntry& entry, const Key& key) {
    return press_number(entry, key, Decimals::kSome);
  }
  static QuestionBody body(const Decimal& kind, const AskedPage& asked) {
    TextBody body = field_of(asked);
    body.text = with_decimal_mark(std::move(body.text), asked.words);
    body.number = true;
    body.keyboard = number_pad(asked.words, sign_of(kind), Decimals::kSome);
    return body;
  }
};

// Digits that fill a pattern in order: a caret that a finger has put elsewhere is back at the end.
template <class Kind>
struct ByPattern : ByKeys {
  static std::string typed_text(const Kind& kind, const AnswerValue& answer) {
    const auto* text = std::get_if<std::string>(&answer);
    return text ? digits_of(kind, *text) : std::string();
  }
  static AnswerValue typed_answer(const Kind& kind, const std::string& typed) {
    std::string answer = answer_of(kind, typed);
    return answer.empty() ? AnswerValue{} : AnswerValue{std::move(answer)};
  }
  // With what the pattern says behind it.
  static std::string shown(const Kind& kind, const AnswerValue& answer, const AskedPage& asked) {
    const std::string digits = typed_text(kind, answer);
    if (digits.empty()) return shown_text(answer);
    const auto [typed, behind] = fill_pattern(pattern_for(asked.words, kind), digit_count(kind), digits);
    return typed + behind;
  }
  static TextEntry press(const Kind& kind, const TextEntry& entry, const Key& key) {
    return tertulia::press(with_caret(entry, entry.text.size()), key, digit_count(kind));
  }
  static QuestionBody body(const Kind& kind, const AskedPage& asked) {
    FilledPattern filled =
        fill_pattern(pattern_for(asked.words, kind), digit_count(kind), asked.asking.entry.text);
    TextBody body;
    body.question = asked.page.question().name();
    body.text = filled.typed;
    body.caret = body.text.size();
    body.unfilled = std::move(filled.unfilled);
    body.number = true;
    body.keyboard = number_pad(asked.words, Sign::kNone);
    return body;
  }
  static std::string problem_text(const Kind& kind, AnswerProblem problem, const Catalogue& words) {
    if constexpr (std::is_same_v<Kind, Date>)
      if (problem == AnswerProblem::kOutOfRange) return limit_text(kind, words);
    // translators: a visitor has typed only a part of a date or a time of day, as in “11/05/”
    if (problem == AnswerProblem::kWrongKind) return words.text("Some digits are missing.");
    return tertulia::problem_text(problem, words);
  }
};
template <>
struct Row<Date> : ByPattern<Date> {};
template <>
struct Row<TimeOfDay> : ByPattern<TimeOfDay> {};
template <>
struct Row<DateTime> : ByPattern<DateTime> {};

}  // namespace tertulia::kinds
