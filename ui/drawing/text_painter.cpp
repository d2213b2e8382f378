// SPDX-License-Identifier: Apache-2.0
#include "ui/drawing/text_painter.h"

#include <imgui.h>

#include "ui/drawing/imgui_color.h"

namespace tertulia::ui {

void TextPainter::draw(ImDrawList& list, const Layout& layout, Point at, Color color) {
  list.PushTextureID(texture_id(kGlyphTexture));
  // A long text in a list is mostly out of sight, and a draw list has room for 16,000 glyphs.
  const float highest = list.GetClipRectMin().y - static_cast<float>(2 * layout.size_px);
  const float lowest = list.GetClipRectMax().y + static_cast<float>(2 * layout.size_px);
  for (const Glyph& glyph : layout.glyphs) {
    const auto baseline = static_cast<float>(at.y + glyph.y);
    if (baseline < highest || baseline > lowest) continue;
    const AtlasGlyph found = atlas_.find({glyph.face, layout.size_px, glyph.id});
    if (found.rect.empty()) continue;
    const auto width = static_cast<float>(atlas_.size().width);
    const auto height = static_cast<float>(atlas_.size().height);
    const auto left = static_cast<float>(at.x + glyph.x + found.left);
    const auto top = static_cast<float>(at.y + glyph.y - found.top);
    list.PrimReserve(6, 4);
    list.PrimRectUV(
        {left, top},
        {left + static_cast<float>(found.rect.width()), top + static_cast<float>(found.rect.height())},
        {static_cast<float>(found.rect.left) / width, static_cast<float>(found.rect.top) / height},
        {static_cast<float>(found.rect.right) / width, static_cast<float>(found.rect.bottom) / height},
        imgui_color(color));
  }
  list.PopTextureID();
}

}  // namespace tertulia::ui
