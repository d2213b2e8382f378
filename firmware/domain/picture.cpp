// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/picture.h"

#include <algorithm>

namespace tertulia {
namespace {

using Sum = std::uint64_t;

Sum channel(std::uint32_t pixel, unsigned shift) { return (pixel >> shift) & 0xFFU; }

// Part of a line of source pixels that one pixel of the copy stands for. Lengths are counted in parts of a
// source pixel, as many as the copy is long: so all are whole numbers.
struct Span {
  int first = 0;
  int end = 0;  // exclusive
  int from = 0;
  int to = 0;

  Span(int pixel, int source, int copy)
      : first(static_cast<int>(std::int64_t{pixel} * source / copy)),
        end(static_cast<int>((std::int64_t{pixel + 1} * source + copy - 1) / copy)),
        from(pixel * source),
        to((pixel + 1) * source) {}

  // Of the source pixel at `index`, what lies in the span.
  [[nodiscard]] Sum weight(int index, int copy) const {
    return static_cast<Sum>(std::min(to, (index + 1) * copy) - std::max(from, index * copy));
  }
};

struct Mean {
  Sum area = 0;
  Sum alpha = 0;
  Sum red = 0;
  Sum green = 0;
  Sum blue = 0;

  void add(std::uint32_t pixel, Sum weight) {
    const Sum covered = weight * channel(pixel, 24);
    area += weight;
    alpha += covered;
    red += covered * channel(pixel, 16);
    green += covered * channel(pixel, 8);
    blue += covered * channel(pixel, 0);
  }
  [[nodiscard]] std::uint32_t pixel() const {
    if (alpha == 0) return 0;
    const auto part = [this](Sum sum) { return (sum + alpha / 2) / alpha; };
    const Sum opacity = (alpha + area / 2) / area;
    return static_cast<std::uint32_t>(opacity << 24U | part(red) << 16U | part(green) << 8U | part(blue));
  }
};

}  // namespace

PictureSize fitted(PictureSize picture, PictureSize box) {
  if (picture.width <= box.width && picture.height <= box.height) return picture;
  const auto share = [](int side, int of, int by) {
    return std::max(1, static_cast<int>((std::int64_t{side} * of + by / 2) / by));
  };
  const bool is_wider = std::int64_t{picture.width} * box.height > std::int64_t{box.width} * picture.height;
  if (is_wider) return {box.width, std::min(box.height, share(picture.height, box.width, picture.width))};
  return {std::min(box.width, share(picture.width, box.height, picture.height)), box.height};
}

Picture scaled_down(const Picture& picture, PictureSize size) {
  if (size == picture.size) return picture;
  Picture copy{size, {}};
  copy.pixels.reserve(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
  for (int y = 0; y < size.height; ++y) {
    const Span rows(y, picture.size.height, size.height);
    for (int x = 0; x < size.width; ++x) {
      const Span columns(x, picture.size.width, size.width);
      Mean mean;
      for (int row = rows.first; row < rows.end; ++row)
        for (int column = columns.first; column < columns.end; ++column)
          mean.add(picture.at(column, row),
                   rows.weight(row, size.height) * columns.weight(column, size.width));
      copy.pixels.push_back(mean.pixel());
    }
  }
  return copy;
}

}  // namespace tertulia
