// SPDX-License-Identifier: Apache-2.0
#include "ui/drawing/picture_textures.h"

#include <algorithm>
#include <cmath>

#include "ui/drawing/draw_texture.h"

namespace tertulia::ui {
namespace {

// How much of the pixel lies inside the round corner whose square it is in, 0..255; counts from the corner.
std::uint32_t inside_corner(int x, int y, int radius) {
  const double across = radius - x - 0.5;
  const double down = radius - y - 0.5;
  const double beyond = std::sqrt(across * across + down * down) - radius + 0.5;
  return static_cast<std::uint32_t>(std::lround(255 * std::clamp(1 - beyond, 0.0, 1.0)));
}

void round_corners(Picture& picture, int radius) {
  const auto [width, height] = picture.size;
  const int reach = std::min({radius, width / 2, height / 2});
  for (int y = 0; y < reach; ++y)
    for (int x = 0; x < reach; ++x) {
      const std::uint32_t part = inside_corner(x, y, reach);
      for (const int row : {y, height - 1 - y})
        for (const int column : {x, width - 1 - x}) {
          std::uint32_t& pixel =
              picture.pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                             static_cast<std::size_t>(column)];
          pixel = (pixel & 0xFFFFFFU) | ((pixel >> 24U) * part / 255) << 24U;
        }
    }
}

}  // namespace

void PictureTextures::begin_frame() {
  for (Shown& each : shown_) each.is_used = false;
}

void PictureTextures::end_frame() {
  for (Shown& each : shown_)
    if (!each.is_used) each = {};
  while (!shown_.empty() && !shown_.back().is_used) shown_.pop_back();
}

PictureTextures::Shown& PictureTextures::shown(const PackedPicture& picture, PictureSize size, int radius) {
  const auto known = std::find_if(shown_.begin(), shown_.end(), [&](const Shown& each) {
    return each.pixels.size == size && each.radius == radius && each.picture == picture;
  });
  if (known != shown_.end()) return *known;
  const auto free =
      std::find_if(shown_.begin(), shown_.end(), [](const Shown& each) { return !each.picture.exists(); });
  Shown& place = free == shown_.end() ? shown_.emplace_back() : *free;
  place = {picture, radius, scaled_down(picture.unpacked(), size), ++generation_};
  round_corners(place.pixels, radius);
  return place;
}

void PictureTextures::draw(ImDrawList& list, const PackedPicture& picture, const Rect& area, int radius) {
  Shown& place = shown(picture, {area.width(), area.height()}, radius);
  place.is_used = true;
  draw_texture(list, kFirstPictureTexture + static_cast<std::uintptr_t>(&place - shown_.data()), area);
}

void PictureTextures::add_to(std::vector<Texture>& textures) const {
  for (const Shown& each : shown_) {
    const PictureSize size = each.pixels.size;
    textures.push_back({nullptr, {size.width, size.height}, each.generation, each.pixels.pixels.data()});
  }
}

}  // namespace tertulia::ui
