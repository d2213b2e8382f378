// SPDX-License-Identifier: Apache-2.0
// Turns ImGui's draw data into the pixels of one screen, on the CPU, and draws only what changed.
//
// Owns the picture and the primitives of the last frame. One screen, one thread; make a new one when the size
// of the screen changes. One ImGui unit is one pixel. The picture depends on draw data and textures only and
// is the same on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "firmware/ports/geometry.h"
#include "firmware/ports/window.h"
#include "ui/raster/primitive.h"
#include "ui/raster/texture.h"

struct ImDrawData;

namespace tertulia::ui {

class Raster {
 public:
  explicit Raster(Size size);

  // Draws the frame and returns the rectangles that changed: at most eight, which may overlap; none if the
  // picture stayed the same. Valid until the next call. Where the frame draws nothing the picture is black.
  std::span<const Rect> render(const ImDrawData& frame, Textures textures);

  // The size is valid as long as the raster, the pixels until the next render().
  [[nodiscard]] PixelView view() const { return {pixels_.data(), size_}; }

  // The next frame draws this area as a whole and does not compare it piece by piece. For a list that moved.
  void expect_change(const Rect& area) { moved_.push_back(area); }
  // The next frame draws and reports everything.
  void invalidate() { is_stale_ = true; }

 private:
  [[nodiscard]] std::vector<Rect> changed() const;
  void redraw(const Rect& area, Textures textures);

  Size size_;
  std::vector<std::uint32_t> pixels_;
  Primitives last_;
  Primitives now_;
  std::vector<Rect> damage_;
  std::vector<Rect> moved_;
  bool is_stale_ = true;
};

}  // namespace tertulia::ui
