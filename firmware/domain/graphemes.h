// SPDX-License-Identifier: Apache-2.0
// Letters as a person sees them: extended grapheme clusters (UAX #29), found with the library utf8proc. The
// caret, the backspace key and the length of an answer count them. Pure. Offsets are bytes of UTF-8 text and
// may lie inside of a letter; each byte that is not UTF-8 is a letter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tertulia {

// Walks along code points.
class GraphemeWalk {
 public:
  // True when a letter starts at this code point; the first one always does.
  [[nodiscard]] bool starts(char32_t point);

 private:
  std::optional<char32_t> before_;
  std::int32_t state_ = 0;  // of utf8proc
};

[[nodiscard]] std::size_t grapheme_count(std::string_view text);
// The end of the letter at `byte`; the length of the text at its end.
[[nodiscard]] std::size_t next_boundary(std::string_view text, std::size_t byte);
// The start of the letter that ends at `byte` or goes over it: what a backspace removes. 0 at the beginning.
[[nodiscard]] std::size_t previous_boundary(std::string_view text, std::size_t byte);

}  // namespace tertulia
