// SPDX-License-Identifier: Apache-2.0
// UTF-8 to code points, and the few questions about a code point that several parts of the text engine ask.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/text/wipe.h"

namespace tertulia::ui {

// Code points and, for each, the byte where it starts; `bytes` has one entry more, the length of the text.
struct DecodedText {
  PrivateVector<std::uint32_t> code_points;
  PrivateVector<std::uint32_t> bytes;

  [[nodiscard]] std::size_t size() const { return code_points.size(); }
};

// Each broken sequence becomes one U+FFFD (the "maximal subpart" practice of Unicode 15, section 3.9).
[[nodiscard]] DecodedText decode(std::string_view utf8);

// Marks, embeddings, overrides and isolates (UAX #9): they order text and are never seen.
[[nodiscard]] bool is_bidi_control(std::uint32_t code_point);

// White space that hangs over the end of a line; a no-break space does not.
[[nodiscard]] bool hangs_at_line_end(std::uint32_t code_point);

// Ends a line by itself; "\r\n" is two such characters with one break.
[[nodiscard]] bool ends_line(std::uint32_t code_point);

// C0 and C1, those that end a line included: nothing in a font stands for them.
[[nodiscard]] bool is_control(std::uint32_t code_point);

}  // namespace tertulia::ui
