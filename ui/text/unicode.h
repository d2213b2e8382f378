// SPDX-License-Identifier: Apache-2.0
// Decodes UTF-8 and answers questions about a code point for several parts of ui/text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/text/wipe.h"

namespace tertulia::ui {

// Half-open range of code points.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The code points and, for each, the byte where it starts. `bytes` has one entry more: the length of the
// text. The marks of bold words (firmware/domain/emphasis.h) are no code points of it.
struct DecodedText {
  PrivateVector<std::uint32_t> code_points;
  PrivateVector<std::uint32_t> bytes;
  std::vector<Range> bold;  // words, from first to last

  [[nodiscard]] std::size_t size() const { return code_points.size(); }
};

// Each broken sequence becomes one U+FFFD (the "maximal subpart" practice of Unicode 15, section 3.9).
[[nodiscard]] DecodedText decode(std::string_view utf8);

// Directional marks, embeddings, overrides and isolates (UAX #9): they order text and are invisible.
[[nodiscard]] bool is_bidi_control(std::uint32_t code_point);

// White space that may stand beyond the end of a line; not a no-break space.
[[nodiscard]] bool hangs_at_line_end(std::uint32_t code_point);

// Ends a line by itself; "\r\n" is two such characters with one break.
[[nodiscard]] bool ends_line(std::uint32_t code_point);

// Control characters (C0 and C1), line ends included. No font has a glyph for them.
[[nodiscard]] bool is_control(std::uint32_t code_point);

}  // namespace tertulia::ui
