// SPDX-License-Identifier: Apache-2.0
#include "ui/drawing/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <imgui.h>

#include "ui/drawing/imgui_color.h"

namespace tertulia::ui {
namespace {

constexpr double kSoft = 1;           // width of the edge that fades out
constexpr double kGrid = 256;         // positions in a pixel
constexpr double kLongestMiter = 10;  // of a sharp corner, in half widths

struct Vector {
  double x = 0;
  double y = 0;
};

float on_grid(double value) { return static_cast<float>(std::floor(value * kGrid + 0.5) / kGrid); }

// Spots of a circle so that no edge is longer than about three pixels.
int spots_around(float radius) { return std::clamp(static_cast<int>(radius * 2.2F), 16, 160); }

// At a right angle to the edge, to the outside of a path that follows the clock; none for an edge without
// length.
Vector normal_of(Spot from, Spot to) {
  const Vector along{static_cast<double>(to.x) - from.x, static_cast<double>(to.y) - from.y};
  const double length = std::sqrt(along.x * along.x + along.y * along.y);
  if (length <= 0) return {};
  return {along.y / length, -along.x / length};
}

// Where a parallel at distance 1 has its corner between two edges.
Vector miter_of(Vector before, Vector after) {
  const Vector middle{(before.x + after.x) / 2, (before.y + after.y) / 2};
  const double square = middle.x * middle.x + middle.y * middle.y;
  const double stretch = square > 1e-6 ? std::min(1 / square, kLongestMiter * kLongestMiter) : 0;
  return {middle.x * stretch, middle.y * stretch};
}

std::vector<Vector> miters_of(std::span<const Spot> path, Ends ends) {
  const std::size_t count = path.size();
  std::vector<Vector> normals;
  for (std::size_t i = 0; i < count; ++i) normals.push_back(normal_of(path[i], path[(i + 1) % count]));
  std::vector<Vector> miters;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_first = i == 0 && ends == Ends::kOpen;
    const bool is_last = i + 1 == count && ends == Ends::kOpen;
    const Vector& before = normals[is_first ? 0 : (i + count - 1) % count];
    miters.push_back(miter_of(before, is_last ? before : normals[i]));
  }
  return miters;
}

std::size_t edges_of(std::span<const Spot> path, Ends ends) {
  return path.size() - (ends == Ends::kOpen ? 1 : 0);
}

// Writes rows of vertices beside a path, each at a distance of its own, and the bands between them.
class Bands {
 public:
  Bands(ImDrawList& list, std::span<const Spot> path, Ends ends)
      : list_(list), path_(path), miters_(miters_of(path, ends)), ends_(ends), first_(list._VtxCurrentIdx) {}

  void add_row(double distance, ImU32 color) {
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    for (std::size_t i = 0; i < path_.size(); ++i)
      list_.PrimWriteVtx(
          {on_grid(path_[i].x + miters_[i].x * distance), on_grid(path_[i].y + miters_[i].y * distance)},
          white, color);
  }
  void fill(std::size_t row) {
    for (std::size_t i = 2; i < path_.size(); ++i) add_triangle(at(row, 0), at(row, i - 1), at(row, i));
  }
  void add_band(std::size_t row, std::size_t next_row) {
    for (std::size_t i = 0; i < edges_of(path_, ends_); ++i) {
      const std::size_t next = (i + 1) % path_.size();
      add_triangle(at(row, next), at(row, i), at(next_row, i));
      add_triangle(at(next_row, i), at(next_row, next), at(row, next));
    }
  }

 private:
  [[nodiscard]] ImDrawIdx at(std::size_t row, std::size_t spot) const {
    return static_cast<ImDrawIdx>(first_ + row * path_.size() + spot);
  }
  void add_triangle(ImDrawIdx a, ImDrawIdx b, ImDrawIdx c) {
    for (const ImDrawIdx index : {a, b, c}) list_.PrimWriteIdx(index);
  }

  ImDrawList& list_;
  std::span<const Spot> path_;
  std::vector<Vector> miters_;
  Ends ends_;
  std::size_t first_;
};

bool is_apart(Spot a, Spot b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y) > 0.1F; }

// An edge of no length has no direction: where two arcs meet, their common spot stands once.
void add_arc(Path& path, const Arc& arc, int edges) {
  for (int i = 0; i <= edges; ++i) {
    const double angle = arc.from + (static_cast<double>(arc.to) - arc.from) * i / edges;
    const Spot spot{on_grid(arc.centre.x + std::cos(angle) * arc.radius),
                    on_grid(arc.centre.y + std::sin(angle) * arc.radius)};
    if (path.empty() || is_apart(path.back(), spot)) path.push_back(spot);
  }
}

}  // namespace

Path arc_path(const Arc& arc) {
  const double part = (static_cast<double>(arc.to) - arc.from) / (2 * std::numbers::pi);
  Path path;
  add_arc(path, arc, std::max(1, static_cast<int>(std::ceil(part * spots_around(arc.radius)))));
  return path;
}

Path circle_path(Spot centre, float radius) {
  Path path;
  add_arc(path, {centre, radius, 0, 2 * std::numbers::pi_v<float>}, spots_around(radius));
  if (!is_apart(path.back(), path.front())) path.pop_back();
  return path;
}

Path rounded_path(Spot from, Spot to, float radius) {
  radius = std::min({radius, (to.x - from.x) / 2, (to.y - from.y) / 2});
  if (radius < 0.5F) return {from, {to.x, from.y}, to, {from.x, to.y}};
  constexpr float kQuarter = std::numbers::pi_v<float> / 2;
  const std::array<Spot, 4> centres{Spot{to.x - radius, to.y - radius}, Spot{from.x + radius, to.y - radius},
                                    Spot{from.x + radius, from.y + radius},
                                    Spot{to.x - radius, from.y + radius}};
  Path path;
  float angle = 0;
  for (const Spot& centre : centres) {
    add_arc(path, {centre, radius, angle, angle + kQuarter}, std::clamp(spots_around(radius) / 4, 4, 16));
    angle += kQuarter;
  }
  if (!is_apart(path.back(), path.front())) path.pop_back();
  return path;
}

void fill_path(ImDrawList& list, std::span<const Spot> path, Color color) {
  if (path.size() < 3) return;
  const int count = static_cast<int>(path.size());
  list.PrimReserve((count - 2) * 3 + count * 6, count * 2);
  Bands bands(list, path, Ends::kJoined);
  const ImU32 solid = imgui_color(color);
  bands.add_row(-kSoft / 2, solid);
  bands.add_row(kSoft / 2, solid & ~IM_COL32_A_MASK);
  bands.fill(0);
  bands.add_band(0, 1);
}

void stroke_path(ImDrawList& list, std::span<const Spot> path, const Pen& pen) {
  if (path.size() < 2) return;
  const int count = static_cast<int>(path.size());
  list.PrimReserve(static_cast<int>(edges_of(path, pen.ends)) * 18, count * 4);
  Bands bands(list, path, pen.ends);
  const double half = (std::max(1.0, static_cast<double>(pen.thickness)) - kSoft) / 2;
  const ImU32 solid = imgui_color(pen.color);
  const ImU32 clear = solid & ~IM_COL32_A_MASK;
  bands.add_row(-half - kSoft, clear);
  bands.add_row(-half, solid);
  bands.add_row(half, solid);
  bands.add_row(half + kSoft, clear);
  for (const std::size_t row : {0U, 1U, 2U}) bands.add_band(row, row + 1);
}

}  // namespace tertulia::ui
