// SPDX-License-Identifier: Apache-2.0
// What a person takes for one letter, for caret and backspace: extended grapheme clusters of UAX #29 as far
// as the languages of the house need them (marks, joined emoji, flags, Korean syllables). Offsets are bytes
// of UTF-8 text and may lie inside of a letter.
#pragma once

#include <cstddef>
#include <string_view>

namespace tertulia::ui {

// The end of the letter at `byte`; the length of the text at its end.
[[nodiscard]] std::size_t next_boundary(std::string_view text, std::size_t byte);
// The start of the letter that ends at `byte` or goes over it: what a backspace removes. 0 at the beginning.
[[nodiscard]] std::size_t previous_boundary(std::string_view text, std::size_t byte);
[[nodiscard]] std::size_t count_graphemes(std::string_view text);

}  // namespace tertulia::ui
