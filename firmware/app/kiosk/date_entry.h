// SPDX-License-Identifier: Apache-2.0
// Dates and times of day while they are typed: digits fall into the places of a pattern, one after the other.
// The entry holds the digits alone, "1105"; the field shows "11/05/" and, still empty, "YYYY". Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "firmware/domain/catalogue.h"
#include "firmware/domain/questionnaire.h"

namespace tertulia {

// How many digits the answer has: 8 of a date, 4 of a time of day; 0 when it is not typed into places.
[[nodiscard]] std::size_t places_of(const QuestionType& type);

// What was typed as an answer ("11052027" is "2027-05-11") and back. Empty unless every place is filled.
[[nodiscard]] std::string answer_of_digits(const QuestionType& type, std::string_view digits);
[[nodiscard]] std::string digits_of_answer(const QuestionType& type, std::string_view answer);

// "DD/MM/YYYY" with the letters and separators of the language. Its first letters, as many as there are
// places, stand for them; whatever follows is said behind the answer ("እ.ኤ.አ.").
[[nodiscard]] std::string pattern_for(const Catalogue& words, const QuestionType& type);

struct FilledPattern {
  std::string typed;  // with the separators up to the next place
  std::string rest;   // the places that are still empty; keeps its order when set from left to right
};
[[nodiscard]] FilledPattern fill_places(std::string_view pattern, std::size_t places,
                                        std::string_view digits);

}  // namespace tertulia
