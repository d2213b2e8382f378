// SPDX-License-Identifier: Apache-2.0
// Makes triangles of curved and slanted shapes, with a soft edge of one pixel, for an ImGui draw list.
//
// ImGui's own shapes differ between machines: it uses the processor's approximate reciprocal root and the C
// library's single-precision sine. Here everything is exact arithmetic on doubles, rounded to the grid of the
// raster (1/256 pixel). See decision 018.
#pragma once

#include <span>
#include <vector>

#include "ui/theme/theme.h"

struct ImDrawList;

namespace tertulia::ui {

struct Spot {  // pixels
  float x = 0;
  float y = 0;
};
using Path = std::vector<Spot>;

struct Arc {
  Spot centre;
  float radius = 0;
  float from = 0;  // radians from the right, clockwise
  float to = 0;    // more than `from`
};

// Points of a part of a circle, both ends included.
[[nodiscard]] Path arc_path(const Arc& arc);
// Points of a whole circle; the first point is not repeated.
[[nodiscard]] Path circle_path(Spot centre, float radius);
// A box with rounded corners, from its upper left to its lower right corner. The radius is at most half of a
// side.
[[nodiscard]] Path rounded_path(Spot from, Spot to, float radius);

// Fills a convex area whose points go clockwise.
void fill_path(ImDrawList& list, std::span<const Spot> path, Color color);

enum class Ends { kOpen, kJoined };
struct Pen {
  float thickness = 1;  // pixels, at least 1
  Color color;
  Ends ends = Ends::kOpen;
};
void stroke_path(ImDrawList& list, std::span<const Spot> path, const Pen& pen);

}  // namespace tertulia::ui
