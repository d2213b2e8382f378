// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/logo_report.h"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "ui/drawing/logo_ground.h"

namespace tertulia {

std::vector<std::string> logo_report(const Branding& branding) {
  constexpr std::pair<const char*, ui::Color> kGrounds[] = {
      {"light screens (kiosks, free rooms)", ui::kPaper.background},
      {"dark screens (room displays, doors of open sessions)", ui::kNight.background},
      {"doors of closed sessions", ui::kNight.closed}};
  constexpr double kWell = 0.9;
  std::vector<std::string> sentences;
  if (!branding.logo) return sentences;
  for (const auto& [name, ground] : kGrounds) {
    const double seen = ui::seen_on(ground, *branding.logo);
    const auto plate = ui::plate_on(ground, *branding.logo);
    const double with_plate = plate ? ui::seen_on(*plate, *branding.logo) : seen;
    if (plate)
      sentences.push_back(
          fmt::format("On {} the logo stands on a plate of its own: without it only {} % "
                      "of its outline would be seen.",
                      name, std::lround(seen * 100)));
    if (with_plate < kWell)
      sentences.push_back(
          fmt::format("On {} only {} % of the logo's outline can be seen well: a version in "
                      "fewer or stronger colours would do better.",
                      name, std::lround(with_plate * 100)));
  }
  return sentences;
}

}  // namespace tertulia
