// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/graphemes.h"

#include <utf8proc.h>

#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

// Calls `see` with the offset of each letter's start, in order, until it returns false.
template <class See>
void walk(std::string_view text, See see) {
  GraphemeWalk letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = first_code_point(text.substr(at));
    if (letters.starts(next.value) && !see(at)) return;
    at += next.is_valid ? next.bytes : 1;
  }
}

}  // namespace

bool GraphemeWalk::starts(char32_t point) {
  const bool is_start =
      !before_ || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(*before_),
                                                   static_cast<utf8proc_int32_t>(point), &state_);
  before_ = point;
  return is_start;
}

std::size_t grapheme_count(std::string_view text) {
  std::size_t count = 0;
  walk(text, [&](std::size_t) { return ++count > 0; });
  return count;
}

std::size_t next_boundary(std::string_view text, std::size_t byte) {
  std::size_t found = text.size();
  walk(text, [&](std::size_t start) {
    if (start > byte) found = start;
    return start <= byte;
  });
  return found;
}

std::size_t previous_boundary(std::string_view text, std::size_t byte) {
  std::size_t found = 0;
  walk(text, [&](std::size_t start) {
    if (start < byte) found = start;
    return start < byte;
  });
  return found;
}

}  // namespace tertulia
