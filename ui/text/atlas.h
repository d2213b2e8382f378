// SPDX-License-Identifier: Apache-2.0
// The glyph atlas: every drawn glyph, once, as coverage (one byte for each pixel). It starts small, doubles
// when it is full, and is emptied when it has the largest size. Main thread; the fonts must outlive it. It
// knows which glyphs were drawn, never in which order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "firmware/ports/geometry.h"
#include "ui/text/fonts.h"
#include "ui/text/shelf_packer.h"

namespace tertulia::ui {

struct GlyphKey {
  FaceId face;
  int size_px = 0;
  std::uint32_t id = 0;
  friend bool operator==(const GlyphKey&, const GlyphKey&) = default;
};

// Where the coverage lies in the atlas, and where to draw it: its top left pixel is (x + left, y - top) for a
// pen at x on the baseline y. An empty rectangle draws nothing.
struct AtlasGlyph {
  Rect rect;
  int left = 0;
  int top = 0;
  friend bool operator==(const AtlasGlyph&, const AtlasGlyph&) = default;
};

struct AtlasLimits {
  int first = 512;     // width and height at the start
  int largest = 4096;  // and at most; a glyph larger than this is not drawn
};

class Atlas {
 public:
  explicit Atlas(Fonts& fonts, AtlasLimits limits = {});

  // Draws the glyph into the atlas if it is not there yet.
  [[nodiscard]] AtlasGlyph find(const GlyphKey& key);

  [[nodiscard]] const std::uint8_t* pixels() const { return pixels_.data(); }  // rows without padding
  [[nodiscard]] Size size() const { return packer_.area(); }
  // Changes when the atlas grew or was emptied. Then everything that was looked up before in the same frame
  // is invalid: draw that frame once more.
  [[nodiscard]] std::uint32_t generation() const { return generation_; }

 private:
  struct Hash {
    std::size_t operator()(const GlyphKey& key) const;
  };
  // The coverage of a glyph; does not own it.
  struct Coverage {
    Size size;
    int left = 0;
    int top = 0;
    const std::uint8_t* rows = nullptr;
    std::ptrdiff_t pitch = 0;
  };
  [[nodiscard]] AtlasGlyph draw(const GlyphKey& key);
  [[nodiscard]] AtlasGlyph store(const Coverage& glyph);
  [[nodiscard]] std::optional<Point> make_room(Size item);
  [[nodiscard]] bool grow(Size item);
  void start_anew();

  Fonts& fonts_;
  AtlasLimits limits_;
  ShelfPacker packer_;
  std::vector<std::uint8_t> pixels_;
  std::unordered_map<GlyphKey, AtlasGlyph, Hash> glyphs_;
  std::uint32_t generation_ = 0;
};

}  // namespace tertulia::ui
