// SPDX-License-Identifier: Apache-2.0
// What a person takes for one letter, for caret, backspace and the length of an answer: extended grapheme
// clusters (UAX #29, Unicode 15.0). Pure. Offsets are bytes of UTF-8 text and may lie inside of a letter.
#pragma once

#include <cstddef>
#include <string_view>

namespace tertulia {

// Walks along code points.
class GraphemeWalk {
 public:
  // True when a cluster starts at this code point; the first one always does.
  [[nodiscard]] bool starts(char32_t point);

 private:
  char32_t before_ = 0;
  bool is_first_ = true;
  bool after_picture_ = false;    // a picture and what extends it stand before
  std::size_t flag_letters_ = 0;  // in a row, just before
};

[[nodiscard]] std::size_t grapheme_count(std::string_view text);
// The end of the letter at `byte`; the length of the text at its end.
[[nodiscard]] std::size_t next_boundary(std::string_view text, std::size_t byte);
// The start of the letter that ends at `byte` or goes over it: what a backspace removes. 0 at the beginning.
[[nodiscard]] std::size_t previous_boundary(std::string_view text, std::size_t byte);

}  // namespace tertulia
