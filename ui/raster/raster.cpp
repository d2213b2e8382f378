// SPDX-License-Identifier: Apache-2.0
#include "ui/raster/raster.h"

#include <algorithm>
#include <iterator>

#include "ui/raster/damage.h"
#include "ui/raster/paint.h"

namespace tertulia::ui {
namespace {

constexpr std::uint32_t kBlack = 0xff000000;

bool hides(const Primitive& primitive, const Rect& area) {
  const auto* rect = std::get_if<SolidRect>(&primitive.shape);
  return rect != nullptr && rect->colour >> 24 == 255 && intersection(primitive.box, area) == area;
}

void paint_part(const Canvas& canvas, const Primitive& primitive, const Rect& area, Textures textures) {
  const Rect part = intersection(primitive.box, area);
  if (part.empty()) return;
  if (const auto* solid = std::get_if<SolidRect>(&primitive.shape)) paint(canvas, *solid, part);
  if (const auto* glyph = std::get_if<TexturedRect>(&primitive.shape)) paint(canvas, *glyph, part, textures);
  if (const auto* triangle = std::get_if<Triangle>(&primitive.shape)) paint(canvas, *triangle, part);
}

std::size_t pixel_count(Size size) {
  return static_cast<std::size_t>(std::max(size.width, 0)) *
         static_cast<std::size_t>(std::max(size.height, 0));
}

}  // namespace

Raster::Raster(Size size) : size_(size), pixels_(pixel_count(size), kBlack) {}

std::span<const Rect> Raster::render(const ImDrawData& frame, Textures textures) {
  now_.clear();
  flatten(frame, textures, size_, now_);
  damage_ = is_stale_ ? std::vector<Rect>{{0, 0, size_.width, size_.height}} : changed();
  is_stale_ = false;
  moved_.clear();
  for (const Rect& area : damage_) redraw(area, textures);
  last_.swap(now_);
  return damage_;
}

std::vector<Rect> Raster::changed() const {
  if (moved_.empty()) return damage_between(last_, now_);
  Damage damage;
  Primitives before = last_;
  Primitives after = now_;
  for (const Rect& moved : moved_) {
    const Rect area = intersection(moved, {0, 0, size_.width, size_.height});
    const auto is_inside = [&area](const Primitive& each) {
      return intersection(each.box, area) == each.box;
    };
    std::erase_if(before, is_inside);
    std::erase_if(after, is_inside);
    damage.add(area);
  }
  for (const Rect& rect : damage_between(before, after)) damage.add(rect);
  return damage.rects();
}

void Raster::redraw(const Rect& area, Textures textures) {
  const Canvas canvas{pixels_.data(), size_};
  const auto top = std::find_if(now_.rbegin(), now_.rend(),
                                [&](const Primitive& primitive) { return hides(primitive, area); });
  if (top == now_.rend()) paint(canvas, SolidRect{kBlack}, area);
  const auto first = top == now_.rend() ? now_.begin() : std::prev(top.base());
  for (auto primitive = first; primitive != now_.end(); ++primitive)
    paint_part(canvas, *primitive, area, textures);
}

}  // namespace tertulia::ui
