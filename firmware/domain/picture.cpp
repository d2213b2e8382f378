// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/picture.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tertulia {
namespace {

using Sum = std::uint64_t;

Sum channel(std::uint32_t pixel, unsigned shift) { return (pixel >> shift) & 0xFFU; }

// Part of a line of source pixels that one pixel of the copy stands for. Lengths are counted in parts of a
// source pixel, as many as the copy is long: so all are whole numbers.
struct Span {
  int first = 0;
  std::vector<Sum> weights;  // of the source pixel `first` and those behind it
};

std::vector<Span> spans(int source, int copy) {
  std::vector<Span> all;
  for (int pixel = 0; pixel < copy; ++pixel) {
    const std::int64_t from = std::int64_t{pixel} * source;
    const std::int64_t to = from + source;
    Span span{static_cast<int>(from / copy), {}};
    for (std::int64_t index = span.first; index * copy < to; ++index)
      span.weights.push_back(
          static_cast<Sum>(std::min(to, (index + 1) * copy) - std::max(from, index * copy)));
    all.push_back(std::move(span));
  }
  return all;
}

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
  const std::vector<Span> columns = spans(picture.size.width, size.width);
  for (const Span& rows : spans(picture.size.height, size.height))
    for (const Span& across : columns) {
      Mean mean;
      int row = rows.first;
      for (const Sum height : rows.weights) {
        int column = across.first;
        for (const Sum width : across.weights) mean.add(picture.at(column++, row), height * width);
        ++row;
      }
      copy.pixels.push_back(mean.pixel());
    }
  return copy;
}

}  // namespace tertulia
