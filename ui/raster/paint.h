// SPDX-License-Identifier: Apache-2.0
// Draws one primitive onto a canvas, only inside `area` (part of the primitive's box). Integers only.
#pragma once

#include "ui/raster/pixels.h"
#include "ui/raster/primitive.h"

namespace tertulia::ui {

void paint(const Canvas& canvas, const SolidRect& rect, const Rect& area);

// An unscaled glyph is copied. A scaled one is sampled between the four nearest texels of its own.
void paint(const Canvas& canvas, const TexturedRect& rect, const Rect& area, Textures textures);

// A pixel belongs to a triangle when its centre does. A centre on an edge belongs to the triangle whose top
// or left edge it is, so neighbouring triangles draw each pixel once. Colours change evenly between corners.
void paint(const Canvas& canvas, const Triangle& triangle, const Rect& area);

}  // namespace tertulia::ui
