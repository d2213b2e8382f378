// SPDX-License-Identifier: Apache-2.0
// UTF-8 (RFC 3629). Every part of the program decodes and encodes it here, with the library utf8proc. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tertulia {

inline constexpr char32_t kReplacement = 0xFFFD;  // stands for bytes that are not UTF-8

struct CodePoint {
  char32_t value = kReplacement;
  std::size_t bytes = 1;  // of the text
  bool is_valid = false;  // false: these bytes are not UTF-8, and `value` is kReplacement
};

// The code point at the start of `text`, which must not be empty. A sequence that breaks off counts once, as
// far as it is right (the "maximal subpart" of Unicode 15, section 3.9).
[[nodiscard]] CodePoint first_code_point(std::string_view text);

// Calls visit(CodePoint) for each code point of `text`, in order.
template <class Visit>
void each_code_point(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    text.remove_prefix(next.bytes);
    visit(next);
  }
}

[[nodiscard]] bool is_utf8(std::string_view text);
// In Unicode's normal form C: an 'e' and its accent become one letter. Bytes that are not UTF-8 stay.
[[nodiscard]] std::string composed(std::string_view text);
// Appends nothing for a value above U+10FFFF.
void append_code_point(std::string& text, char32_t code_point);

}  // namespace tertulia
