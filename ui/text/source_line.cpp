// SPDX-License-Identifier: Apache-2.0
#include "ui/text/source_line.h"

#include <algorithm>
#include <utility>

#include <hb.h>

namespace tertulia::ui {
namespace {

constexpr std::uint32_t kEllipsis = 0x2026;

std::int32_t total_advance(const ShapedGlyphs& glyphs) {
  std::int32_t sum = 0;
  for (const ShapedGlyph& glyph : glyphs) sum += glyph.advance;
  return sum;
}

// Rule L2 of UAX #9 for whole pieces: from the highest level down to 1, every stretch at that level or above
// is turned round.
void reorder(std::vector<Piece>& pieces) {
  int highest = 0;
  for (const Piece& piece : pieces) highest = std::max<int>(highest, piece.level);
  for (int level = highest; level > 0; --level) {
    const auto is_below = [level](const Piece& piece) { return piece.level < level; };
    for (auto at = pieces.begin(); at != pieces.end();) {
      const auto begin = std::find_if_not(at, pieces.end(), is_below);
      at = std::find_if(begin, pieces.end(), is_below);
      std::reverse(begin, at);
    }
  }
}

}  // namespace

SourceLine::SourceLine(Fonts& fonts, Shaper& shaper, const Analysis& analysis, Range range)
    : fonts_(fonts), shaper_(shaper), analysis_(analysis), range_(range) {
  for (const Run& run : itemise(fonts, analysis, range))
    runs_.push_back({run, shaper.shape(analysis.text, run, range)});
  measure();
}

void SourceLine::measure() {
  const std::size_t length = range_.end - range_.begin;
  joints_.assign(length + 1, {});
  for (const ShapedRun& shaped : runs_) {
    for (const ShapedGlyph& glyph : shaped.glyphs) {
      Joint& joint = joints_[glyph.cluster - range_.begin];
      joint.offset += glyph.advance;
      joint.is_safe = !glyph.unsafe_to_break && (joint.is_safe || !joint.is_boundary);
      joint.is_boundary = true;
    }
    Joint& start = joints_[shaped.run.begin - range_.begin];
    start.is_boundary = start.is_safe = true;
  }
  std::int32_t sum = 0;
  for (Joint& joint : joints_) sum += std::exchange(joint.offset, sum);
  joints_.front().is_boundary = joints_.back().is_boundary = true;
  joints_.front().is_safe = joints_.back().is_safe = true;
}

std::size_t SourceLine::visible_end(Range part) const {
  const auto& code_points = analysis_.text.code_points;
  std::size_t end = part.end;
  while (end > part.begin &&
         (hangs_at_line_end(code_points[end - 1]) || is_bidi_control(code_points[end - 1])))
    --end;
  return end;
}

std::int32_t SourceLine::width(Range part) const {
  return joint(visible_end(part)).offset - joint(part.begin).offset;
}

bool SourceLine::may_break_before(std::size_t at) const {
  if (at == range_.begin || at == range_.end) return true;
  return analysis_.breaks[at - 1] == Break::kAllowed && joint(at).is_boundary;
}

std::size_t SourceLine::boundary_after(std::size_t at) const {
  if (at < range_.end) ++at;
  while (!joint(at).is_boundary) ++at;
  return at;
}

std::size_t SourceLine::boundary_before(std::size_t at) const {
  if (at > range_.begin) --at;
  while (!joint(at).is_boundary) --at;
  return at;
}

ShapedGlyphs SourceLine::cut(const ShapedRun& shaped, Range part, Range line) const {
  const Run& run = shaped.run;
  if (part.begin == run.begin && part.end == run.end) return shaped.glyphs;
  if (!joint(part.begin).is_safe || !joint(part.end).is_safe)
    return shaper_.shape(analysis_.text, {part.begin, part.end, run.level, run.script, run.face}, line);
  ShapedGlyphs glyphs;
  for (const ShapedGlyph& glyph : shaped.glyphs)
    if (glyph.cluster >= part.begin && glyph.cluster < part.end) glyphs.push_back(glyph);
  return glyphs;
}

Piece SourceLine::ellipsis(std::size_t at) const {
  FaceId face{Family::kSans, analysis_.weight};
  for (const ShapedRun& shaped : runs_)
    if (shaped.run.begin < at) face = shaped.run.face;
  face = fonts_.find(face, kEllipsis).value_or(face);
  DecodedText text;
  text.code_points = {kEllipsis};
  Piece piece{{at, at}, analysis_.base_level, face, {}};
  piece.glyphs = shaper_.shape(text, {0, 1, analysis_.base_level, HB_SCRIPT_COMMON, face}, {0, 1});
  for (ShapedGlyph& glyph : piece.glyphs) glyph.cluster = static_cast<std::uint32_t>(at);
  return piece;
}

ComposedLine SourceLine::compose(Range part, Ending ending) const {
  const std::size_t visible = visible_end(part);
  if (ending == Ending::kEllipsis) part.end = visible;
  ComposedLine line{part, {}, 0, 0};
  const auto add = [&](const ShapedRun& shaped, Range range, std::int8_t level) {
    range = {std::max(range.begin, shaped.run.begin), std::min(range.end, shaped.run.end)};
    if (range.begin >= range.end) return;
    line.pieces.push_back({range, level, shaped.run.face, cut(shaped, range, part)});
    ShapedGlyphs& glyphs = line.pieces.back().glyphs;
    if ((level - shaped.run.level) % 2 != 0) std::reverse(glyphs.begin(), glyphs.end());
    (range.begin < visible ? line.width : line.hanging) += total_advance(glyphs);
  };
  // Rule L1: white space at the end of a line has the level of the paragraph.
  for (const ShapedRun& shaped : runs_) add(shaped, {part.begin, visible}, shaped.run.level);
  for (const ShapedRun& shaped : runs_) add(shaped, {visible, part.end}, analysis_.base_level);
  if (ending == Ending::kEllipsis) {
    line.pieces.push_back(ellipsis(visible));
    line.width += total_advance(line.pieces.back().glyphs);
  }
  reorder(line.pieces);
  return line;
}

}  // namespace tertulia::ui
