// SPDX-License-Identifier: Apache-2.0
// Analyses a paragraph by the Unicode algorithms before any glyph is chosen: levels (UAX #9, with isolates),
// line breaks (UAX #14), and runs of one level, script and face. For ui/text only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ui/text/fonts.h"
#include "ui/text/paragraph.h"
#include "ui/text/unicode.h"

namespace tertulia::ui {

enum class Break : std::uint8_t { kNever, kAllowed, kMandatory };

// Code points that are shaped together.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::int8_t level = 0;     // odd: right to left
  std::uint32_t script = 0;  // an hb_script_t
  FaceId face;
};

struct Analysis {
  Weight weight = Weight::kRegular;
  DecodedText text;  // tabs are spaces, other control characters are invisible
  std::int8_t base_level = 0;
  std::vector<std::int8_t> levels;
  std::vector<Break> breaks;            // after each code point
  std::vector<Range> source_lines;      // between mandatory breaks, without them; at least one
  float line_height = kBodyLineHeight;  // what the scripts need, times the size
};

[[nodiscard]] Analysis analyse(const Paragraph& paragraph);

// The runs of one source line, in logical order.
[[nodiscard]] std::vector<Run> itemise(Fonts& fonts, const Analysis& analysis, Range line);

// The parts of analyse(). resolve_levels() writes the levels of a line in place; they start as the base
// level.
[[nodiscard]] std::int8_t base_level(const DecodedText& text, const Paragraph& paragraph);
void resolve_levels(Analysis& analysis, Range line);
[[nodiscard]] std::vector<Break> find_breaks(const DecodedText& text, const Language& language);

}  // namespace tertulia::ui
