// SPDX-License-Identifier: Apache-2.0
// A frame as a flat list of values: rectangles, glyphs and triangles in drawing order, each with the pixels
// that it may touch. Equal primitives draw equal pixels, so frames are compared without drawing them.
//
// Positions are integers in 1/256 pixel (kSubpixel). After this point no float decides anything, so every
// machine draws the same bits.
#pragma once

#include <array>
#include <cstdint>
#include <variant>
#include <vector>

#include "firmware/ports/geometry.h"
#include "ui/raster/texture.h"

struct ImDrawData;

namespace tertulia::ui {

inline constexpr int kSubpixel = 256;

// The first pixel whose centre lies at or right of (below) a position. A shape from a to b covers the pixels
// [pixel_edge(a), pixel_edge(b)), so neighbouring shapes share no pixel and leave none out.
[[nodiscard]] inline int pixel_edge(int position) { return (position + kSubpixel / 2 - 1) >> 8; }

struct Corner {
  int x = 0;
  int y = 0;
  std::uint32_t colour = 0;  // 0xAARRGGBB, not premultiplied
  friend bool operator==(const Corner&, const Corner&) = default;
};

struct SolidRect {  // fills the primitive's whole box
  std::uint32_t colour = 0;
  friend bool operator==(const SolidRect&, const SolidRect&) = default;
};

struct TexturedRect {  // a glyph, or the logo
  Rect to;             // on the screen, 1/256 pixel
  Rect from;           // in the texture, 1/256 pixel, inside it
  std::uint32_t colour = 0;
  std::uint32_t texture = 0;
  std::uint32_t generation = 0;
  friend bool operator==(const TexturedRect&, const TexturedRect&) = default;
};

struct Triangle {
  std::array<Corner, 3> corners;
  friend bool operator==(const Triangle&, const Triangle&) = default;
};

struct Primitive {
  Rect box;  // pixels; clipped to the command's clip rectangle and the screen, never empty
  std::variant<SolidRect, TexturedRect, Triangle> shape;
  friend bool operator==(const Primitive&, const Primitive&) = default;
};

using Primitives = std::vector<Primitive>;

// Appends the primitives of a frame. Left out are:
// - invisible primitives and corners that are not a number,
// - textured triangles with more than one texture position (ImGui's baked lines must be off:
// AntiAliasedLinesUseTex = false),
// - scaled pictures with colours of their own.
void flatten(const ImDrawData& frame, Textures textures, Size screen, Primitives& out);

}  // namespace tertulia::ui
