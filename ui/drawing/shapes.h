// SPDX-License-Identifier: Apache-2.0
// Curved and slanted shapes as triangles with a soft edge of one pixel, for an ImGui draw list.
//
// ImGui's own are not the same on two machines: it takes the processor's approximate reciprocal root and the
// C library's float sine, which differ by maker and model. Here everything is exact arithmetic on doubles,
// and the result lies on the grid of the raster (1/256 pixel).
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
  float from = 0;  // radians from the right, in the direction of the clock
  float to = 0;    // more than `from`
};

// The spots of a circle's part, both ends included.
[[nodiscard]] Path arc_path(const Arc& arc);
// Around once; the first spot is not repeated.
[[nodiscard]] Path circle_path(Spot centre, float radius);
// From the upper left to the lower right corner; the radius is at most half of a side.
[[nodiscard]] Path rounded_path(Spot from, Spot to, float radius);

// A convex area whose spots stand in the direction of the clock.
void fill_path(ImDrawList& list, std::span<const Spot> path, Color color);

enum class Ends { kOpen, kJoined };
struct Pen {
  float thickness = 1;  // pixels, at least 1
  Color color;
  Ends ends = Ends::kOpen;
};
void stroke_path(ImDrawList& list, std::span<const Spot> path, const Pen& pen);

}  // namespace tertulia::ui
