// SPDX-License-Identifier: Apache-2.0
// Dates and times of day while they are typed. Digits fill a pattern from its start: the entry holds the
// digits alone, "1105"; the field shows "11/05/" and, for what is still unfilled, "YYYY". Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "firmware/domain/catalogue.h"
#include "firmware/domain/question_kinds.h"

namespace tertulia {

// How many digits an answer has.
[[nodiscard]] constexpr std::size_t digit_count(const Date& kind) {
  return kind.parts == DateParts::kDay ? 8 : kind.parts == DateParts::kMonth ? 6 : 4;
}
[[nodiscard]] constexpr std::size_t digit_count(const TimeOfDay&) { return 4; }
[[nodiscard]] constexpr std::size_t digit_count(const DateTime&) { return 12; }

// The answer that the digits are ("11052027" is "2027-05-11"); empty unless all digits are there.
[[nodiscard]] std::string answer_of(const Date& kind, std::string_view digits);
[[nodiscard]] std::string answer_of(const TimeOfDay& kind, std::string_view digits);
[[nodiscard]] std::string answer_of(const DateTime& kind, std::string_view digits);
// The digits of an answer; empty when it has another form.
[[nodiscard]] std::string digits_of(const Date& kind, std::string_view answer);
[[nodiscard]] std::string digits_of(const TimeOfDay& kind, std::string_view answer);
[[nodiscard]] std::string digits_of(const DateTime& kind, std::string_view answer);

// "DD/MM/YYYY" with the letters and separators of the language. Its first letters, as many as there are
// digits, stand for the digits. Whatever follows is said behind the answer ("እ.ኤ.አ.").
[[nodiscard]] std::string pattern_for(const Catalogue& words, const Date& kind);
[[nodiscard]] std::string pattern_for(const Catalogue& words, const TimeOfDay& kind);
[[nodiscard]] std::string pattern_for(const Catalogue& words, const DateTime& kind);

struct FilledPattern {
  std::string typed;     // with the separators up to the next digit
  std::string unfilled;  // what is left of the pattern; keeps its order when set from left to right
};
// `count` letters of the pattern stand for digits.
[[nodiscard]] FilledPattern fill_pattern(std::string_view pattern, std::size_t count,
                                         std::string_view digits);

}  // namespace tertulia
