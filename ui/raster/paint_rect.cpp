// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include "ui/raster/paint.h"

namespace tertulia::ui {
namespace {

bool is_unscaled(const TexturedRect& rect) {
  const auto is_whole = [](int fixed) { return fixed % kSubpixel == 0; };
  return rect.to.width() == rect.from.width() && rect.to.height() == rect.from.height() &&
         is_whole(rect.to.left) && is_whole(rect.to.top) && is_whole(rect.from.left) &&
         is_whole(rect.from.top);
}

std::ptrdiff_t offset(const Texture& texture, int x, int y) {
  return std::ptrdiff_t{y} * texture.size.width + x;
}

const std::uint8_t* texel(const Texture& texture, int x, int y) {
  return texture.coverage + offset(texture, x, y);
}

void copy(const Canvas& canvas, const TexturedRect& rect, const Rect& area, const Texture& texture) {
  const int shift_x = (rect.from.left - rect.to.left) / kSubpixel;
  const int shift_y = (rect.from.top - rect.to.top) / kSubpixel;
  for (int y = area.top; y < area.bottom; ++y) {
    const std::span<std::uint32_t> run = canvas.row(y, area.left, area.right);
    const std::ptrdiff_t first = offset(texture, area.left + shift_x, y + shift_y);
    if (texture.colours != nullptr)
      cover(run, texture.colours + first, rect.colour >> 24);
    else
      cover(run, texture.coverage + first, rect.colour);
  }
}

// Where between two texels a pixel's centre falls, and how near the second (0-255 of 256).
struct Sample {
  int first = 0;
  int second = 0;
  int nearness = 0;
};

struct Range {
  int begin = 0;
  int end = 0;
};

Sample sample_at(int pixel, Range to, Range from) {
  const std::int64_t along = std::int64_t{pixel} * kSubpixel + kSubpixel / 2 - to.begin;
  const std::int64_t offset = along * (from.end - from.begin) / (to.end - to.begin);
  const int place = from.begin + static_cast<int>(offset) - kSubpixel / 2;
  const int lowest = from.begin / kSubpixel;
  const int highest = std::max(lowest, (from.end + kSubpixel - 1) / kSubpixel - 1);
  const int texel = place >> 8;
  return {std::clamp(texel, lowest, highest), std::clamp(texel + 1, lowest, highest), place & 255};
}

std::uint32_t mixed(int a, int b, int nearness) {
  return static_cast<std::uint32_t>(a * (256 - nearness) + b * nearness);
}

void scale(const Canvas& canvas, const TexturedRect& rect, const Rect& area, const Texture& texture) {
  for (int y = area.top; y < area.bottom; ++y) {
    const Sample row = sample_at(y, {rect.to.top, rect.to.bottom}, {rect.from.top, rect.from.bottom});
    const std::span<std::uint32_t> run = canvas.row(y, area.left, area.right);
    for (int x = area.left; x < area.right; ++x) {
      const Sample column = sample_at(x, {rect.to.left, rect.to.right}, {rect.from.left, rect.from.right});
      const auto across = [&](int line) {
        return mixed(*texel(texture, column.first, line), *texel(texture, column.second, line),
                     column.nearness);
      };
      const std::uint32_t sum = across(row.first) * static_cast<std::uint32_t>(256 - row.nearness) +
                                across(row.second) * static_cast<std::uint32_t>(row.nearness);
      const auto coverage = static_cast<std::uint8_t>((sum + (1U << 15)) >> 16);
      cover(run.subspan(static_cast<std::size_t>(x - area.left), 1), &coverage, rect.colour);
    }
  }
}

}  // namespace

void paint(const Canvas& canvas, const SolidRect& rect, const Rect& area) {
  for (int y = area.top; y < area.bottom; ++y) fill(canvas.row(y, area.left, area.right), rect.colour);
}

void paint(const Canvas& canvas, const TexturedRect& rect, const Rect& area, Textures textures) {
  if (rect.texture >= textures.size()) return;
  const Texture& texture = textures[rect.texture];
  if (is_unscaled(rect))
    copy(canvas, rect, area, texture);
  else
    scale(canvas, rect, area, texture);
}

}  // namespace tertulia::ui
