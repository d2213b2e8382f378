// SPDX-License-Identifier: Apache-2.0
#include "ui/text/atlas.h"

#include <algorithm>
#include <utility>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "ui/text/missing_box.h"

namespace tertulia::ui {
namespace {

constexpr int kGutter = 1;  // free pixels right of and below each glyph, for a renderer that interpolates

std::size_t area_of(Size size) {
  return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
}

// Light hinting moves points only up and down: the widths that HarfBuzz measured stay true.
const FT_GlyphSlotRec_* rasterise(FT_FaceRec_* face, std::uint32_t glyph) {
  if (face == nullptr) return nullptr;
  if (FT_Load_Glyph(face, glyph, FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT) != 0) return nullptr;
  return face->glyph->bitmap.pixel_mode == FT_PIXEL_MODE_GRAY ? face->glyph : nullptr;
}

}  // namespace

std::size_t Atlas::Hash::operator()(const GlyphKey& key) const {
  const auto face =
      static_cast<std::uint64_t>(key.face.family) * 2 + static_cast<std::uint64_t>(key.face.weight);
  const std::uint64_t packed =
      static_cast<std::uint64_t>(key.id) << 32 | static_cast<std::uint64_t>(key.size_px) << 9 | face;
  return static_cast<std::size_t>(packed * 0x9E3779B97F4A7C15u >> 16);
}

Atlas::Atlas(Fonts& fonts, AtlasLimits limits)
    : fonts_(fonts),
      limits_(limits),
      packer_({limits.first, limits.first}),
      pixels_(area_of(packer_.area())) {}

AtlasGlyph Atlas::find(const GlyphKey& key) {
  if (const auto known = glyphs_.find(key); known != glyphs_.end()) return known->second;
  const AtlasGlyph glyph = draw(key);
  glyphs_.emplace(key, glyph);
  return glyph;
}

AtlasGlyph Atlas::draw(const GlyphKey& key) {
  if (key.face.family == Family::kMissing) {
    const MissingBox box = missing_box(key.id, key.size_px);
    return store({box.size, box.left, box.top, box.coverage.data(), box.size.width});
  }
  const FT_GlyphSlotRec_* slot = rasterise(fonts_.drawing(key.face, key.size_px), key.id);
  if (slot == nullptr) return {};
  const FT_Bitmap& bitmap = slot->bitmap;
  return store({{static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows)},
                slot->bitmap_left,
                slot->bitmap_top,
                bitmap.buffer,
                bitmap.pitch});
}

AtlasGlyph Atlas::store(const Coverage& glyph) {
  if (glyph.size.width == 0 || glyph.size.height == 0) return {};
  const std::optional<Point> corner = make_room({glyph.size.width + kGutter, glyph.size.height + kGutter});
  if (!corner) return {};
  const Rect rect{corner->x, corner->y, corner->x + glyph.size.width, corner->y + glyph.size.height};
  for (int row = 0; row < glyph.size.height; ++row) {
    const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(rect.top + row) * size().width + rect.left;
    std::copy_n(glyph.rows + row * glyph.pitch, glyph.size.width, pixels_.begin() + to);
  }
  return {rect, glyph.left, glyph.top};
}

std::optional<Point> Atlas::make_room(Size item) {
  if (item.width > limits_.largest || item.height > limits_.largest) return std::nullopt;
  std::optional<Point> corner = packer_.place(item);
  while (!corner) {
    if (!grow(item)) start_anew();
    corner = packer_.place(item);
  }
  return corner;
}

// Doubles the height before the width, which costs no change of rows; false when it is as large as allowed.
bool Atlas::grow(Size item) {
  const Size old = size();
  Size larger = old;
  int& side = item.width > old.width || old.height > old.width ? larger.width : larger.height;
  int& other = &side == &larger.width ? larger.height : larger.width;
  int& chosen = side < limits_.largest ? side : other;
  if (chosen >= limits_.largest) return false;
  chosen = std::min(chosen * 2, limits_.largest);
  std::vector<std::uint8_t> pixels(area_of(larger));
  for (int row = 0; row < old.height; ++row)
    std::copy_n(pixels_.begin() + static_cast<std::ptrdiff_t>(row) * old.width, old.width,
                pixels.begin() + static_cast<std::ptrdiff_t>(row) * larger.width);
  pixels_ = std::move(pixels);
  packer_.grow(larger);
  ++generation_;
  return true;
}

void Atlas::start_anew() {
  packer_ = ShelfPacker({limits_.first, limits_.first});
  pixels_.assign(area_of(size()), 0);
  pixels_.shrink_to_fit();
  glyphs_.clear();
  ++generation_;
}

}  // namespace tertulia::ui
