// SPDX-License-Identifier: Apache-2.0
// A paragraph as glyphs at whole pixels, lines, and a map back to the bytes of the text. A value without
// handles: it may be stored, copied and drawn again. The memory of glyphs and map is overwritten when it is
// destroyed. Pixels count from the top left corner of the box of the paragraph; x of a centred or
// right-aligned line counts in that box.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/ports/geometry.h"
#include "ui/text/fonts.h"
#include "ui/text/paragraph.h"
#include "ui/text/wipe.h"

namespace tertulia::ui {

struct Glyph {
  std::uint32_t id = 0;  // in its face; of Family::kMissing the code point
  FaceId face;
  int x = 0;               // where its pen starts
  int y = 0;               // its baseline
  std::uint32_t byte = 0;  // where its cluster starts in the text; an ellipsis has the byte where the cut is
  friend bool operator==(const Glyph&, const Glyph&) = default;
};

// The smallest part that cannot be divided: one or several characters and the space that they take.
struct Cluster {
  std::uint32_t byte_begin = 0;
  std::uint32_t byte_end = 0;
  int left = 0;
  int right = 0;
  Direction direction = Direction::kLeftToRight;
  friend bool operator==(const Cluster&, const Cluster&) = default;
};

// One line; its glyphs and clusters are those from its first to the first of the next line, in visual order.
struct Line {
  std::uint32_t byte_begin = 0;
  std::uint32_t byte_end = 0;  // without the line break
  std::uint32_t first_glyph = 0;
  std::uint32_t first_cluster = 0;
  int x = 0;
  int width = 0;  // without the white space that hangs over its end
  int top = 0;
  int baseline = 0;
  friend bool operator==(const Line&, const Line&) = default;
};

struct Layout {
  Size size;            // widest line, all lines
  int size_px = 0;      // of the type, for every glyph; smaller than asked for after fit()
  int line_height = 0;  // pixels
  Direction direction = Direction::kLeftToRight;  // resolved, never kFromText
  std::vector<Line> lines;                        // at least one
  PrivateVector<Glyph> glyphs;
  PrivateVector<Cluster> clusters;
  bool ellipsized = false;
  bool broke_word = false;  // a word alone was wider than the line
  int missing_glyphs = 0;
  friend bool operator==(const Layout&, const Layout&) = default;
};

// Works for any bytes; what cannot be drawn becomes boxes and is counted in missing_glyphs.
[[nodiscard]] Layout lay_out(Fonts& fonts, const Paragraph& paragraph);

// The rule for all texts (firmware/docs/rendering.md): wraps, then shrinks by at most a quarter until it fits
// `height` pixels without breaking a word, then breaks words and ends with an ellipsis.
[[nodiscard]] Layout fit(Fonts& fonts, const Paragraph& paragraph, int height);

// The characters of the text that no font has, sorted, each once.
[[nodiscard]] std::vector<std::uint32_t> missing_characters(Fonts& fonts, const Paragraph& paragraph);

struct Caret {
  int line = 0;
  int x = 0;
  friend bool operator==(const Caret&, const Caret&) = default;
};

// The position before the character at `byte`, or behind the last one when `byte` is the length of the text.
[[nodiscard]] Caret caret_at(const Layout& layout, std::uint32_t byte);
// The boundary between two letters that is nearest to a point. `text` is the text of the layout.
[[nodiscard]] std::uint32_t byte_at(const Layout& layout, std::string_view text, Point at);

}  // namespace tertulia::ui
