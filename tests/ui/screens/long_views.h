// SPDX-License-Identifier: Apache-2.0
// Questions whose texts are longer than any page: what authors of forms write and no sample has.
#pragma once

#include <string>
#include <vector>

#include "tests/ui/screens/sample_texts.h"
#include "tests/ui/screens/sample_views.h"

namespace tertulia::test {

// Sentences of the language, at least so many bytes, some of them on a line of their own.
[[nodiscard]] std::string long_text(const SampleTexts& say, std::size_t bytes);
// One word of so many letters.
[[nodiscard]] std::string long_word(const SampleTexts& say, int letters);

// A question of that body, with short words.
[[nodiscard]] QuestionView plain_question(const SampleTexts& say, QuestionBody body);
[[nodiscard]] QuestionView long_note(const SampleTexts& say, std::size_t bytes);
[[nodiscard]] QuestionView long_consent(const SampleTexts& say, std::size_t bytes);
[[nodiscard]] QuestionView shown_answer(const SampleTexts& say, std::string answer);
[[nodiscard]] QuestionView thirty_choices(const SampleTexts& say, std::size_t bytes_of_each);
// A matrix of `rows` statements; its words are those of an agreement, or longer ones.
[[nodiscard]] QuestionView worded_matrix(const SampleTexts& say, std::size_t rows);
[[nodiscard]] QuestionView typed(const SampleTexts& say, std::string headline);
// A list that is searched, with its keyboard.
[[nodiscard]] QuestionView searched(const SampleTexts& say, std::string headline);
// Choices with pictures and labels of about so many bytes, for hands that tremble.
[[nodiscard]] QuestionView large_pictures(const SampleTexts& say, std::size_t bytes_of_each);

// Those that have a golden picture: a matrix in words, one row of it, a consent, an answer that is only
// shown, a search below many words, large choices with pictures, and bold words.
[[nodiscard]] std::vector<SampleView> pictured_views(const SampleTexts& say);
// One of each kind of body, with something too long in each.
[[nodiscard]] std::vector<SampleView> long_views(const SampleTexts& say);

}  // namespace tertulia::test
