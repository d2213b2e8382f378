// SPDX-License-Identifier: Apache-2.0
// A part of a line of results. Where it is narrower than the round end of the line, it is a slice of that.
#include <algorithm>
#include <cmath>

#include "ui/screens/results_rows.h"

namespace tertulia::ui {
namespace {

constexpr float kPartRadius = 14;
constexpr float kHalfTurn = 3.14159265F;

// Clockwise from where the upper left corner begins.
Path round_at_the_left(const Box& box, float radius) {
  // On doubles, as all that is round: see shapes.h.
  const double cosine = std::max(0.0F, (radius - box.w) / radius);
  const auto turn = static_cast<float>(std::acos(cosine));
  Path path = arc_path({{box.x + radius, box.y + radius}, radius, kHalfTurn, kHalfTurn + turn});
  if (box.w > radius) {
    path.push_back({box.right(), box.y});
    path.push_back({box.right(), box.bottom()});
  }
  const Path lower = arc_path({{box.x + radius, box.bottom() - radius}, radius, kHalfTurn - turn, kHalfTurn});
  path.insert(path.end(), lower.begin(), lower.end());
  return path;
}

}  // namespace

void fill_part(Frame& frame, const Box& box, Color color, RoundEnds ends) {
  if (box.w <= 0) return;
  // Whole pixels, as boxes have.
  const float left = std::round(box.x), top = std::round(box.y);
  const Box whole{left, top, std::round(box.right()) - left, std::round(box.bottom()) - top};
  const float radius = std::min(frame.px(kPartRadius), whole.h / 2 - 1);
  if (ends.start == ends.end || radius < 1)
    return frame.fill(whole, color, ends.start ? std::min(radius, whole.w / 2) : 0);
  Path path = round_at_the_left(whole, radius);
  if (ends.end) {
    for (Spot& spot : path) spot.x = whole.x + whole.right() - spot.x;
    std::ranges::reverse(path);
  }
  frame.fill(path, color);
}

}  // namespace tertulia::ui
