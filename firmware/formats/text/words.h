// SPDX-License-Identifier: Apache-2.0
// The words of a title, in a form in which words of eight languages compare. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

// Lower case; Latin letters without marks ("Café" -> "cafe"). Arabic without vowel marks, with one alef, one
// teh and one yeh, and without a leading article. Ethiopic letters of one sound are one letter. Georgian
// capitals are small. Everything but letters and digits separates.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);

// The parts of a title between brackets, colons, bars and free-standing dashes, as their words: "Budget
// (closed)" has two. Parts without a word are left out.
[[nodiscard]] std::vector<std::vector<std::string>> plain_parts(std::string_view title);

// `list` is words with a space before and behind each: " tea coffee ".
[[nodiscard]] bool is_word_of(std::string_view list, std::string_view word);

}  // namespace tertulia::formats
