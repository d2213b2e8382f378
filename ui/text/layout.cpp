// SPDX-License-Identifier: Apache-2.0
#include "ui/text/layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/text/analysis.h"
#include "ui/text/shaper.h"
#include "ui/text/source_line.h"

namespace tertulia::ui {
namespace {

// Ascent and descent of the Noto Sans family in parts of its size. All scripts share one baseline, so mixed
// lines and neighbouring texts stand level.
constexpr float kAscent = 1.069f;
constexpr float kDescent = 0.293f;

std::int32_t to_pixels(std::int32_t value) { return (value + 32) >> 6; }
std::int32_t to_pixels_up(std::int32_t value) { return (value + 63) >> 6; }

float line_height_of(const TextStyle& style, const Analysis& analysis) {
  if (style.line_height <= 0) return analysis.line_height;
  // A headline sets Arabic and Ethiopic as close as Latin. Signs above and below the letters of other scripts
  // would touch.
  const bool would_touch = analysis.line_height > kTallScriptLineHeight;
  return would_touch ? std::max(style.line_height, analysis.line_height) : style.line_height;
}

// Fills lines from first to last and writes them into a layout.
class Setter {
 public:
  Setter(Fonts& fonts, const Paragraph& paragraph)
      : fonts_(fonts),
        paragraph_(paragraph),
        analysis_(analyse(paragraph)),
        shaper_(fonts, paragraph),
        box_(static_cast<int>(std::clamp(paragraph.width, 0.0f, 1e6f))) {
    const auto size = static_cast<float>(paragraph.style.size_px);
    const float height = line_height_of(paragraph.style, analysis_) * size;
    layout_.size_px = paragraph.style.size_px;
    layout_.line_height = static_cast<int>(std::lround(height));
    layout_.direction = analysis_.base_level == 1 ? Direction::kRightToLeft : Direction::kLeftToRight;
    ascent_ = static_cast<int>(std::lround((height - (kAscent + kDescent) * size) / 2 + kAscent * size));
    limit_ = paragraph.width > 0 ? box_ * 64 : std::numeric_limits<std::int32_t>::max() / 2;
  }

  Layout set() {
    for (const Range range : analysis_.source_lines)
      if (!layout_.ellipsized) set_source_line(range);
    align();
    return std::move(layout_);
  }

 private:
  void set_source_line(Range range) {
    const SourceLine source(fonts_, shaper_, analysis_, range);
    std::size_t begin = range.begin;
    do {
      const ComposedLine line = fill(source, begin);
      const bool is_all = line.range.end == analysis_.source_lines.back().end;
      if (is_last_allowed() && !is_all) return write(cut_off(source, begin));
      write(line);
      begin = line.range.end;
    } while (begin < range.end);
  }

  [[nodiscard]] bool is_last_allowed() const {
    return paragraph_.max_lines > 0 && static_cast<int>(layout_.lines.size()) + 1 >= paragraph_.max_lines;
  }

  // The longest line from `begin` that ends where a break is allowed, or inside of a word that is too wide.
  ComposedLine fill(const SourceLine& source, std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t at = source.boundary_after(begin); source.width({begin, at}) <= limit_;
         at = source.boundary_after(at)) {
      if (source.may_break_before(at)) end = at;
      if (at == source.range().end) break;
    }
    if (end == begin) end = inside_word(source, begin);
    // A cut can change the letters beside it, so the estimate is checked against the line itself.
    ComposedLine line = source.compose({begin, end}, Ending::kPlain);
    while (line.width > limit_ && end > source.boundary_after(begin)) {
      end = shorter(source, {begin, end});
      line = source.compose({begin, end}, Ending::kPlain);
    }
    return line;
  }

  // At least one cluster, even if it is wider than the line.
  std::size_t inside_word(const SourceLine& source, std::size_t begin) {
    if (begin == source.range().end) return begin;  // an empty line
    layout_.broke_word = true;
    std::size_t end = source.boundary_after(begin);
    for (std::size_t at = end; source.width({begin, at}) <= limit_; at = source.boundary_after(at)) {
      end = at;
      if (at == source.range().end) break;
    }
    return end;
  }

  std::size_t shorter(const SourceLine& source, Range line) {
    std::size_t end = source.boundary_before(line.end);
    while (end > line.begin && !source.may_break_before(end)) end = source.boundary_before(end);
    if (end > line.begin) return end;
    layout_.broke_word = true;
    return source.boundary_before(line.end);
  }

  // As many clusters as leave room for the ellipsis; nothing at all where not even that has room.
  ComposedLine cut_off(const SourceLine& source, std::size_t begin) {
    layout_.ellipsized = true;
    const std::int32_t room = limit_ - source.compose({begin, begin}, Ending::kEllipsis).width;
    if (room < 0) return {{begin, begin}, {}, 0, 0};
    std::size_t end = begin;
    while (end < source.range().end && source.width({begin, source.boundary_after(end)}) <= room)
      end = source.boundary_after(end);
    ComposedLine line = source.compose({begin, end}, Ending::kEllipsis);
    while (line.width > limit_ && end > begin) {
      end = source.boundary_before(end);
      line = source.compose({begin, end}, Ending::kEllipsis);
    }
    return line;
  }

  void write(const ComposedLine& composed) {
    Line line;
    line.byte_begin = analysis_.text.bytes[composed.range.begin];
    line.byte_end = analysis_.text.bytes[composed.range.end];
    line.first_glyph = static_cast<std::uint32_t>(layout_.glyphs.size());
    line.first_cluster = static_cast<std::uint32_t>(layout_.clusters.size());
    line.width = to_pixels_up(composed.width);
    line.top = static_cast<int>(layout_.lines.size()) * layout_.line_height;
    line.baseline = line.top + ascent_;
    std::int32_t pen = layout_.direction == Direction::kRightToLeft ? -composed.hanging : 0;
    for (const Piece& piece : composed.pieces) {
      write_clusters(piece, pen);
      write_glyphs(piece, pen, line.baseline);
      for (const ShapedGlyph& glyph : piece.glyphs) pen += glyph.advance;
    }
    layout_.lines.push_back(line);
    layout_.size.width = std::max(layout_.size.width, line.width);
    layout_.size.height += layout_.line_height;
  }

  void write_glyphs(const Piece& piece, std::int32_t pen, int baseline) {
    for (const ShapedGlyph& glyph : piece.glyphs) {
      layout_.glyphs.push_back({glyph.id, piece.face, to_pixels(pen + glyph.x_offset),
                                baseline - to_pixels(glyph.y_offset), analysis_.text.bytes[glyph.cluster]});
      if (glyph.id == 0) mark_missing(layout_.glyphs.back(), analysis_.text.code_points[glyph.cluster]);
      pen += glyph.advance;
    }
  }

  void mark_missing(Glyph& glyph, std::uint32_t code_point) {
    glyph.id = code_point;
    glyph.face.family = Family::kMissing;
    ++layout_.missing_glyphs;
  }

  void write_clusters(const Piece& piece, std::int32_t pen) {
    if (piece.range.begin == piece.range.end) return;  // an ellipsis
    const bool leftwards = piece.level % 2 != 0;
    const auto& glyphs = piece.glyphs;
    std::size_t end_of_left = piece.range.end;
    for (std::size_t i = 0; i < glyphs.size();) {
      const std::uint32_t first = glyphs[i].cluster;
      const std::int32_t left = pen;
      for (; i < glyphs.size() && glyphs[i].cluster == first; ++i) pen += glyphs[i].advance;
      const std::size_t end_of_right = i < glyphs.size() ? glyphs[i].cluster : piece.range.end;
      layout_.clusters.push_back(
          {analysis_.text.bytes[first], analysis_.text.bytes[leftwards ? end_of_left : end_of_right],
           to_pixels(left), to_pixels(pen), leftwards ? Direction::kRightToLeft : Direction::kLeftToRight});
      end_of_left = first;
    }
  }

  void align() {
    const int box = paragraph_.width > 0 ? box_ : layout_.size.width;
    for (std::size_t i = 0; i < layout_.lines.size(); ++i) {
      Line& line = layout_.lines[i];
      const bool is_last = i + 1 == layout_.lines.size();
      const std::size_t glyphs_end = is_last ? layout_.glyphs.size() : layout_.lines[i + 1].first_glyph;
      const std::size_t clusters_end = is_last ? layout_.clusters.size() : layout_.lines[i + 1].first_cluster;
      line.x = left_of(line, box);
      for (std::size_t g = line.first_glyph; g < glyphs_end; ++g) layout_.glyphs[g].x += line.x;
      for (std::size_t c = line.first_cluster; c < clusters_end; ++c) {
        layout_.clusters[c].left += line.x;
        layout_.clusters[c].right += line.x;
      }
    }
  }

  [[nodiscard]] int left_of(const Line& line, int box) const {
    if (paragraph_.align == Align::kCenter) return (box - line.width) / 2;
    const bool is_start = paragraph_.align == Align::kStart;
    return is_start == (layout_.direction == Direction::kLeftToRight) ? 0 : box - line.width;
  }

  Fonts& fonts_;
  const Paragraph& paragraph_;
  Analysis analysis_;
  Shaper shaper_;
  Layout layout_;
  int box_;
  int ascent_ = 0;
  std::int32_t limit_ = 0;
};

}  // namespace

Layout lay_out(Fonts& fonts, const Paragraph& paragraph) { return Setter(fonts, paragraph).set(); }

std::vector<std::uint32_t> missing_characters(Fonts& fonts, const Paragraph& paragraph) {
  std::vector<std::uint32_t> missing;
  for (const Glyph& glyph : lay_out(fonts, paragraph).glyphs)
    if (glyph.face.family == Family::kMissing) missing.push_back(glyph.id);
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  return missing;
}

}  // namespace tertulia::ui
