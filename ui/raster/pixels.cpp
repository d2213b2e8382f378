// SPDX-License-Identifier: Apache-2.0
#include "ui/raster/pixels.h"

#include <algorithm>
#include <cstddef>

namespace tertulia::ui {

void fill(std::span<std::uint32_t> run, std::uint32_t colour) {
  const std::uint32_t alpha = colour >> 24;
  if (alpha == 255) {
    std::fill(run.begin(), run.end(), colour);
    return;
  }
  for (std::uint32_t& pixel : run) pixel = blended(pixel, colour, alpha);
}

void cover(std::span<std::uint32_t> run, const std::uint8_t* coverage, std::uint32_t colour) {
  const std::uint32_t alpha = colour >> 24;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const std::uint32_t strength = div255(coverage[i] * alpha);
    if (strength == 0) continue;  // most of a glyph's box
    run[i] = strength == 255 ? colour : blended(run[i], colour, strength);
  }
}

void cover(std::span<std::uint32_t> run, const std::uint32_t* colours, std::uint32_t alpha) {
  for (std::size_t i = 0; i < run.size(); ++i)
    run[i] = blended(run[i], colours[i], div255((colours[i] >> 24) * alpha));
}

}  // namespace tertulia::ui
