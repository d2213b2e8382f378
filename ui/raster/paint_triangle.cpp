// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "ui/raster/paint.h"

namespace tertulia::ui {
namespace {

using Wide = std::int64_t;

// A value that changes evenly over the picture, at pixel centres.
struct Plane {
  Wide origin = 0;
  Wide per_column = 0;
  Wide per_row = 0;

  [[nodiscard]] Wide at(int x, int y) const { return origin + per_column * x + per_row * y; }
  friend Plane operator+(const Plane& a, const Plane& b) {
    return {a.origin + b.origin, a.per_column + b.per_column, a.per_row + b.per_row};
  }
  friend Plane operator*(const Plane& a, Wide factor) {
    return {a.origin * factor, a.per_column * factor, a.per_row * factor};
  }
};

// floor(numerator / divisor) while the numerator grows by a constant: exact without dividing again.
class Quotient {
 public:
  Quotient() = default;
  Quotient(Wide numerator, Wide step, Wide divisor)
      : divisor_(divisor),
        value_(floor_div(numerator, divisor)),
        rest_(numerator - value_ * divisor),
        value_step_(floor_div(step, divisor)),
        rest_step_(step - value_step_ * divisor) {}

  [[nodiscard]] Wide value() const { return value_; }
  void advance() {
    value_ += value_step_;
    rest_ += rest_step_;
    if (rest_ < divisor_) return;
    rest_ -= divisor_;
    ++value_;
  }

 private:
  static Wide floor_div(Wide a, Wide b) { return a / b - (a % b < 0 ? 1 : 0); }

  Wide divisor_ = 1;
  Wide value_ = 0;
  Wide rest_ = 0;
  Wide value_step_ = 0;
  Wide rest_step_ = 0;
};

// Twice the area of the triangle from `from`, `to` and a pixel's centre: positive right of the edge, looking
// along it (y grows downwards).
Plane area_beside(const Corner& from, const Corner& to) {
  const Wide dx = to.x - from.x, dy = to.y - from.y;
  constexpr Wide kCentre = kSubpixel / 2;
  return {dx * (kCentre - from.y) - dy * (kCentre - from.x), -dy * kSubpixel, dx * kSubpixel};
}

// One edge as the column at which it lets the triangle begin or end, row after row.
class Side {
 public:
  Side(const Corner& from, const Corner& to, int first_row) {
    const Plane area = area_beside(from, to);
    const Wide here = area.at(0, first_row);
    if (area.per_column > 0) {  // a left edge owns the centres that lie on it
      kind_ = Kind::kLeft;
      column_ = Quotient(area.per_column - 1 - here, -area.per_row, area.per_column);
    } else if (area.per_column < 0) {  // a right edge does not
      kind_ = Kind::kRight;
      column_ = Quotient(here - 1 - area.per_column, area.per_row, -area.per_column);
    }
  }

  void narrow(Wide& left, Wide& right) {
    if (kind_ == Kind::kLevel) return;
    if (kind_ == Kind::kLeft) left = std::max(left, column_.value());
    if (kind_ == Kind::kRight) right = std::min(right, column_.value());
    column_.advance();
  }

 private:
  enum class Kind { kLevel, kLeft, kRight };  // the range of rows deals with a level edge
  Kind kind_ = Kind::kLevel;
  Quotient column_;
};

// The colours between the corners of a triangle.
class Gradient {
 public:
  Gradient(const std::array<Corner, 3>& corners, Wide area) : area_(area), colour_(corners[0].colour) {
    const std::array<Plane, 3> weights{area_beside(corners[1], corners[2]),
                                       area_beside(corners[2], corners[0]),
                                       area_beside(corners[0], corners[1])};
    for (std::size_t channel = 0; channel < channels_.size(); ++channel) {
      Plane& sum = channels_[channel];
      sum.origin = area / 2;  // rounds to the nearest
      for (std::size_t i = 0; i < corners.size(); ++i)
        sum = sum + weights[i] * Wide{(corners[i].colour >> (8 * channel)) & 0xff};
    }
    const auto differs = [&](std::uint32_t mask) {
      return ((corners[0].colour ^ corners[1].colour) & mask) != 0 ||
             ((corners[0].colour ^ corners[2].colour) & mask) != 0;
    };
    is_flat_ = !differs(0xffffffff);
    is_fringe_ = !differs(0x00ffffff);
  }

  void paint_row(std::span<std::uint32_t> run, int left, int y) const {
    if (is_flat_) return fill(run, colour_);
    std::array<Quotient, 4> at;
    const std::size_t first = is_fringe_ ? 3 : 0;  // ImGui's soft edges change in alpha only
    for (std::size_t channel = first; channel < at.size(); ++channel)
      at[channel] = Quotient(channels_[channel].at(left, y), channels_[channel].per_column, area_);
    for (std::uint32_t& pixel : run) {
      std::uint32_t colour = is_fringe_ ? colour_ & 0x00ffffff : 0;
      for (std::size_t channel = first; channel < at.size(); ++channel) {
        colour |= static_cast<std::uint32_t>(at[channel].value()) << (8 * channel);
        at[channel].advance();
      }
      pixel = blended(pixel, colour, colour >> 24);
    }
  }

 private:
  Wide area_;
  std::uint32_t colour_;
  std::array<Plane, 4> channels_;  // blue, green, red, alpha; each times the area
  bool is_flat_ = false;
  bool is_fringe_ = false;
};

Wide twice_the_area(const std::array<Corner, 3>& corners) {
  return Wide{corners[1].x - corners[0].x} * (corners[2].y - corners[0].y) -
         Wide{corners[1].y - corners[0].y} * (corners[2].x - corners[0].x);
}

}  // namespace

void paint(const Canvas& canvas, const Triangle& triangle, const Rect& area) {
  std::array<Corner, 3> corners = triangle.corners;
  Wide size = twice_the_area(corners);
  if (size == 0) return;
  if (size < 0) {
    std::swap(corners[1], corners[2]);
    size = -size;
  }
  const Gradient gradient(corners, size);
  std::array<Side, 3> sides{Side(corners[0], corners[1], area.top), Side(corners[1], corners[2], area.top),
                            Side(corners[2], corners[0], area.top)};
  for (int y = area.top; y < area.bottom; ++y) {
    Wide left = area.left, right = area.right;
    for (Side& side : sides) side.narrow(left, right);
    if (left >= right) continue;
    gradient.paint_row(canvas.row(y, static_cast<int>(left), static_cast<int>(right)), static_cast<int>(left),
                       y);
  }
}

}  // namespace tertulia::ui
