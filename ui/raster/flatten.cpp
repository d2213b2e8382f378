// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include <imgui.h>

#include "ui/raster/pixels.h"
#include "ui/raster/primitive.h"

namespace tertulia::ui {
namespace {

// Keeps every product of two differences, times a colour, far inside 64 bits.
constexpr double kFarthest = 32768.0 * kSubpixel;
constexpr int kNowhere = INT32_MIN;

// Rounds half up. Shifted to positive values, truncation is floor: no call, no rounding mode.
int to_fixed(double value) {
  if (std::isnan(value)) return kNowhere;
  const double nearest = std::clamp(value * kSubpixel, -kFarthest, kFarthest) + 0.5;
  return static_cast<int>(nearest + 2 * kFarthest) - static_cast<int>(2 * kFarthest);
}

struct TexturePoint {  // in a texture, 1/256 pixel
  int u = 0;
  int v = 0;
  friend bool operator==(const TexturePoint&, const TexturePoint&) = default;
};

struct Vertex {
  Corner corner;
  TexturePoint texel;
};

std::uint32_t colour_of(ImU32 colour) {
  const std::uint32_t alpha = (colour >> IM_COL32_A_SHIFT) & 0xff;
  const std::uint32_t red = (colour >> IM_COL32_R_SHIFT) & 0xff;
  const std::uint32_t green = (colour >> IM_COL32_G_SHIFT) & 0xff;
  const std::uint32_t blue = (colour >> IM_COL32_B_SHIFT) & 0xff;
  return alpha << 24 | red << 16 | green << 8 | blue;
}

// Of four corners in ring order, whether the first and third span an upright rectangle.
bool is_upright(const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
  return a.x == d.x && b.x == c.x && a.y == b.y && d.y == c.y;
}

bool is_upright(TexturePoint a, TexturePoint b, TexturePoint c, TexturePoint d) {
  return a.u == d.u && b.u == c.u && a.v == b.v && d.v == c.v;
}

Rect pixels_between(const Rect& fixed) {
  return {pixel_edge(fixed.left), pixel_edge(fixed.top), pixel_edge(fixed.right), pixel_edge(fixed.bottom)};
}

bool is_same_size(const Rect& a, const Rect& b) { return a.width() == b.width() && a.height() == b.height(); }

// What is unscaled sits on whole pixels, or its strokes would blur.
Rect snapped(const Rect& to, const Rect& from) {
  if (!is_same_size(to, from)) return to;
  const int left = pixel_edge(to.left) * kSubpixel;
  const int top = pixel_edge(to.top) * kSubpixel;
  return {left, top, left + to.width(), top + to.height()};
}

bool lies_inside(const Rect& from, Size texture) {
  return from.left >= 0 && from.top >= 0 && !from.empty() && from.right <= texture.width * kSubpixel &&
         from.bottom <= texture.height * kSubpixel;
}

// One draw command: a texture and a clip rectangle for a run of triangles.
class Command {
 public:
  Command(const ImDrawCmd& command, ImVec2 origin, Textures textures, Size screen) {
    const Rect clip{to_fixed(command.ClipRect.x - origin.x), to_fixed(command.ClipRect.y - origin.y),
                    to_fixed(command.ClipRect.z - origin.x), to_fixed(command.ClipRect.w - origin.y)};
    clip_ = intersection(pixels_between(clip), {0, 0, screen.width, screen.height});
    id_ = reinterpret_cast<std::uintptr_t>(command.GetTexID());
    if (id_ < textures.size() && textures[id_].size.width > 0 && textures[id_].size.height > 0)
      texture_ = textures[id_];
  }

  [[nodiscard]] Vertex vertex(const ImDrawVert& vertex, ImVec2 origin) const {
    const Corner corner{to_fixed(vertex.pos.x - origin.x), to_fixed(vertex.pos.y - origin.y),
                        colour_of(vertex.col)};
    if (texture_.coverage == nullptr && texture_.colours == nullptr) return {corner, {}};
    return {corner,
            {to_fixed(static_cast<double>(vertex.uv.x) * texture_.size.width),
             to_fixed(static_cast<double>(vertex.uv.y) * texture_.size.height)}};
  }

  // Adds the upright rectangle a, b, c, d if it is one of a single colour.
  bool add_rect(std::span<const Vertex, 4> ring, Primitives& out) const {
    const Vertex &a = ring[0], &b = ring[1], &c = ring[2], &d = ring[3];
    const bool one_colour = a.corner.colour == b.corner.colour && a.corner.colour == c.corner.colour &&
                            a.corner.colour == d.corner.colour;
    if (!one_colour || !is_upright(a.corner, b.corner, c.corner, d.corner)) return false;
    const Rect to{std::min(a.corner.x, c.corner.x), std::min(a.corner.y, c.corner.y),
                  std::max(a.corner.x, c.corner.x), std::max(a.corner.y, c.corner.y)};
    if (to.left == kNowhere || to.top == kNowhere) return true;
    if (is_plain(a, b, c) && is_plain(a, c, d)) {
      add(to, SolidRect{covered(a)}, covered(a), out);
      return true;
    }
    const Rect from{a.texel.u, a.texel.v, c.texel.u, c.texel.v};
    if (!is_upright(a.texel, b.texel, c.texel, d.texel) || to.left != a.corner.x || to.top != a.corner.y)
      return false;
    if (!lies_inside(from, texture_.size)) return true;
    if (texture_.colours != nullptr && !is_same_size(to, from)) return true;
    const Rect texel = snapped(to, from);
    add(texel,
        TexturedRect{texel, from, a.corner.colour, static_cast<std::uint32_t>(id_), texture_.generation},
        a.corner.colour, out);
    return true;
  }

  void add_triangle(const Vertex& a, const Vertex& b, const Vertex& c, Primitives& out) const {
    const auto [left, right] = std::minmax({a.corner.x, b.corner.x, c.corner.x});
    const auto [top, bottom] = std::minmax({a.corner.y, b.corner.y, c.corner.y});
    if (left == kNowhere || top == kNowhere || !is_plain(a, b, c)) return;
    Triangle triangle{{a.corner, b.corner, c.corner}};
    triangle.corners[0].colour = covered(a);
    triangle.corners[1].colour = covered(b);
    triangle.corners[2].colour = covered(c);
    const std::uint32_t any_colour =
        triangle.corners[0].colour | triangle.corners[1].colour | triangle.corners[2].colour;
    add({left, top, right, bottom}, triangle, any_colour, out);
  }

 private:
  template <class Shape>
  void add(const Rect& fixed, const Shape& shape, std::uint32_t colour, Primitives& out) const {
    const Rect box = intersection(pixels_between(fixed), clip_);
    if (!box.empty() && colour >> 24 != 0) out.push_back({box, shape});
  }

  [[nodiscard]] static bool is_plain(const Vertex& a, const Vertex& b, const Vertex& c) {
    return a.texel == b.texel && b.texel == c.texel;
  }

  // The colour of a plain shape: its texture is one point, which makes it more or less transparent.
  [[nodiscard]] std::uint32_t covered(const Vertex& vertex) const {
    if (texture_.coverage == nullptr) return vertex.corner.colour;
    const int x = std::clamp(vertex.texel.u / kSubpixel, 0, texture_.size.width - 1);
    const int y = std::clamp(vertex.texel.v / kSubpixel, 0, texture_.size.height - 1);
    const std::uint8_t coverage = texture_.coverage[std::ptrdiff_t{y} * texture_.size.width + x];
    return with_alpha(vertex.corner.colour, div255((vertex.corner.colour >> 24) * coverage));
  }

  Rect clip_;
  std::uintptr_t id_ = 0;
  Texture texture_;
};

// ImGui writes a rectangle as the triangles a b c, a c d.
bool is_quad(std::span<const ImDrawIdx> index) {
  return index.size() >= 6 && index[0] == index[3] && index[2] == index[4];
}

void flatten_command(const ImDrawList& list, const ImDrawCmd& source, const Command& command, ImVec2 origin,
                     Primitives& out) {
  std::span<const ImDrawIdx> index{list.IdxBuffer.Data + source.IdxOffset, source.ElemCount};
  const auto at = [&](std::size_t position) {
    return command.vertex(list.VtxBuffer.Data[source.VtxOffset + index[position]], origin);
  };
  while (index.size() >= 3) {
    if (is_quad(index)) {
      const std::array<Vertex, 4> ring{at(0), at(1), at(2), at(5)};
      if (command.add_rect(ring, out)) {
        index = index.subspan(6);
        continue;
      }
    }
    command.add_triangle(at(0), at(1), at(2), out);
    index = index.subspan(3);
  }
}

}  // namespace

void flatten(const ImDrawData& frame, Textures textures, Size screen, Primitives& out) {
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    const ImDrawList& list = *frame.CmdLists[i];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback != nullptr) continue;
      flatten_command(list, command, Command(command, frame.DisplayPos, textures, screen), frame.DisplayPos,
                      out);
    }
  }
}

}  // namespace tertulia::ui
