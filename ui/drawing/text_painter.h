// SPDX-License-Identifier: Apache-2.0
// Adds laid-out paragraphs to an ImGui draw list. Owns the layout cache and the one glyph atlas. Main thread;
// the fonts must outlive it.
#pragma once

#include "ui/raster/texture.h"
#include "ui/text/atlas.h"
#include "ui/text/layout_cache.h"
#include "ui/theme/theme.h"

struct ImDrawList;

namespace tertulia::ui {

class TextPainter {
 public:
  explicit TextPainter(Fonts& fonts) : layouts_(fonts), atlas_(fonts) {}

  [[nodiscard]] LayoutCache& layouts() { return layouts_; }

  // Draws with the layout's top left corner at `at`, in whole pixels.
  void draw(ImDrawList& list, const Layout& layout, Point at, Color color);

  [[nodiscard]] Texture texture() const { return {atlas_.pixels(), atlas_.size(), atlas_.generation()}; }
  // When it changes during a frame, that frame must be drawn once more.
  [[nodiscard]] std::uint32_t generation() const { return atlas_.generation(); }

 private:
  LayoutCache layouts_;
  Atlas atlas_;
};

}  // namespace tertulia::ui
