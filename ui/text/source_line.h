// SPDX-License-Identifier: Apache-2.0
// One source line (the text between two line breaks of its author), shaped once. Measures any part of it and
// composes a part as a line in visual order. For ui/text only.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/text/analysis.h"
#include "ui/text/shaper.h"

namespace tertulia::ui {

// Glyphs of one level and face, left to right. An ellipsis stands for no range.
struct Piece {
  Range range;
  std::int8_t level = 0;
  FaceId face;
  ShapedGlyphs glyphs;
};

struct ComposedLine {
  Range range;
  std::vector<Piece> pieces;  // left to right
  std::int32_t width = 0;     // 1/64 pixel, without what hangs
  std::int32_t hanging = 0;   // white space at the logical end
};

enum class Ending : std::uint8_t { kPlain, kEllipsis };

class SourceLine {
 public:
  // All three must outlive the line.
  SourceLine(Fonts& fonts, Shaper& shaper, const Analysis& analysis, Range range);

  [[nodiscard]] Range range() const { return range_; }
  // Unhinted width of the code points with the white space at their end left out; as if the line were not
  // cut.
  [[nodiscard]] std::int32_t width(Range part) const;
  [[nodiscard]] bool may_break_before(std::size_t at) const;
  // The nearest boundary of clusters; the ends of the line are boundaries.
  [[nodiscard]] std::size_t boundary_after(std::size_t at) const;
  [[nodiscard]] std::size_t boundary_before(std::size_t at) const;

  // With an ellipsis, the white space before it is removed.
  [[nodiscard]] ComposedLine compose(Range part, Ending ending) const;

 private:
  struct ShapedRun {
    Run run;
    ShapedGlyphs glyphs;
  };
  struct Joint {
    std::int32_t offset = 0;  // sum of advances before the code point
    bool is_boundary = false;
    bool is_safe = false;  // both sides look the same when cut here
  };

  void measure();
  [[nodiscard]] const Joint& joint(std::size_t at) const { return joints_[at - range_.begin]; }
  [[nodiscard]] std::size_t visible_end(Range part) const;
  [[nodiscard]] ShapedGlyphs cut(const ShapedRun& shaped, Range part, Range line) const;
  [[nodiscard]] Piece ellipsis(std::size_t at) const;

  Fonts& fonts_;
  Shaper& shaper_;
  const Analysis& analysis_;
  Range range_;
  std::vector<ShapedRun> runs_;
  std::vector<Joint> joints_;  // one before each code point, one at the end
};

}  // namespace tertulia::ui
