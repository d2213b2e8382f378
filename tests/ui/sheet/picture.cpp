// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sheet/picture.h"

#include <algorithm>

namespace tertulia::test {
namespace {

std::size_t index_of(Size size, int x, int y) { return static_cast<std::size_t>(y * size.width + x); }

std::uint32_t mean_of(PixelView picture, const Rect& area) {
  std::uint64_t red = 0, green = 0, blue = 0;
  for (int y = area.top; y < area.bottom; ++y)
    for (int x = area.left; x < area.right; ++x) {
      const std::uint32_t pixel = picture.pixels[index_of(picture.size, x, y)];
      red += pixel >> 16U & 0xFFU;
      green += pixel >> 8U & 0xFFU;
      blue += pixel & 0xFFU;
    }
  const auto count = static_cast<std::uint64_t>(area.width()) * static_cast<std::uint64_t>(area.height());
  const auto mean = [count](std::uint64_t sum) { return static_cast<std::uint32_t>(sum / count); };
  return 0xFF000000U | mean(red) << 16U | mean(green) << 8U | mean(blue);
}

}  // namespace

Screenshot blank(Size size, std::uint32_t color) {
  return {size, std::vector<std::uint32_t>(
                    static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), color)};
}

void paste(Screenshot& into, PixelView from, Point at) {
  const Rect area = intersection({at.x, at.y, at.x + from.size.width, at.y + from.size.height},
                                 {0, 0, into.size.width, into.size.height});
  for (int y = area.top; y < area.bottom; ++y)
    for (int x = area.left; x < area.right; ++x)
      into.pixels[index_of(into.size, x, y)] = from.pixels[index_of(from.size, x - at.x, y - at.y)];
}

Screenshot shrunk(PixelView picture, int width) {
  const int wide = std::min(width, picture.size.width);
  const Size size{wide, std::max(1, picture.size.height * wide / picture.size.width)};
  Screenshot result = blank(size, 0);
  const auto edge = [](int index, int count, int whole) { return index * whole / count; };
  for (int y = 0; y < size.height; ++y)
    for (int x = 0; x < size.width; ++x)
      result.pixels[index_of(size, x, y)] = mean_of(
          picture,
          {edge(x, size.width, picture.size.width), edge(y, size.height, picture.size.height),
           edge(x + 1, size.width, picture.size.width), edge(y + 1, size.height, picture.size.height)});
  return result;
}

}  // namespace tertulia::test
