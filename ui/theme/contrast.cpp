// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace tertulia::ui {
namespace {

// Where black and white are equally far.
constexpr double kMiddleLuminance = 0.179;

double linear(std::uint32_t channel) {
  const double value = (channel & 0xFFU) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

}  // namespace

double luminance(Color color) {
  return 0.2126 * linear(color.argb >> 16U) + 0.7152 * linear(color.argb >> 8U) + 0.0722 * linear(color.argb);
}

double contrast(Color a, Color b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

Color legible(Color color, Color ground, double least) {
  if (contrast(color, ground) >= least) return color;
  const Color end = luminance(ground) > kMiddleLuminance ? rgb(0x000000) : rgb(0xffffff);
  for (std::uint32_t part = 1; part < 255; ++part)
    if (const Color nearer = mixed(color, end, part); contrast(nearer, ground) >= least) return nearer;
  return end;
}

}  // namespace tertulia::ui
