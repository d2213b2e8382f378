// SPDX-License-Identifier: Apache-2.0
#include "ui/drawing/logo_ground.h"

#include <cstdint>

#include "ui/theme/contrast.h"

namespace tertulia::ui {
namespace {

constexpr Color kPlates[] = {rgb(0xffffff), rgb(0x0d171f)};
constexpr double kEnough = 0.9;  // of the outline
constexpr double kWorthwhile = 0.1;
constexpr std::uint32_t kVisible = 128;  // of 255

bool is_visible(std::uint32_t pixel) { return pixel >> 24U >= kVisible; }

bool is_outline(const Picture& logo, int x, int y) {
  const auto is_clear = [&](int at_x, int at_y) {
    const bool is_inside = at_x >= 0 && at_y >= 0 && at_x < logo.size.width && at_y < logo.size.height;
    return is_inside && !is_visible(logo.at(at_x, at_y));
  };
  return is_visible(logo.at(x, y)) &&
         (is_clear(x - 1, y) || is_clear(x + 1, y) || is_clear(x, y - 1) || is_clear(x, y + 1));
}

}  // namespace

double seen_on(Color ground, const Picture& logo) {
  int all = 0;
  int seen = 0;
  for (int y = 0; y < logo.size.height; ++y)
    for (int x = 0; x < logo.size.width; ++x) {
      if (!is_outline(logo, x, y)) continue;
      ++all;
      if (contrast({0xFF000000U | logo.at(x, y)}, ground) >= kShapeContrast) ++seen;
    }
  return all == 0 ? 1.0 : static_cast<double>(seen) / all;
}

std::optional<Color> plate_on(Color ground, const Picture& logo) {
  double best = seen_on(ground, logo);
  if (best >= kEnough) return std::nullopt;
  best += kWorthwhile;
  std::optional<Color> plate;
  for (const Color each : kPlates)
    if (const double seen = seen_on(each, logo); seen > best) {
      best = seen;
      plate = each;
    }
  return plate;
}

}  // namespace tertulia::ui
