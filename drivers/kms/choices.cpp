// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/choices.h"

#include <algorithm>
#include <tuple>

namespace tertulia {
namespace {

constexpr double kSparsest = 1.0;  // a 4K projection of four metres
constexpr double kDensest = 25.0;  // a telephone
// 16 x 9 or 16 x 10 cm: an EDID that has the shape of the picture where its size should stand.
constexpr int kShapeAsWidth = 160;

template <class Rank>
std::optional<std::size_t> best(std::span<const PanelMode> modes, Rank rank) {
  const auto found = std::max_element(
      modes.begin(), modes.end(), [&](const PanelMode& a, const PanelMode& b) { return rank(a) < rank(b); });
  if (found == modes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - modes.begin());
}

bool assign_from(std::size_t connector, std::span<const std::uint32_t> masks, std::vector<int>& units) {
  if (connector == masks.size()) return true;
  for (int unit = 0; unit < 32; ++unit) {
    const bool is_possible = (masks[connector] >> unit & 1U) != 0;
    if (!is_possible || std::find(units.begin(), units.end(), unit) != units.end()) continue;
    units.push_back(unit);
    if (assign_from(connector + 1, masks, units)) return true;
    units.pop_back();
  }
  return false;
}

}  // namespace

std::optional<std::size_t> choose_mode(std::span<const PanelMode> modes, Size wanted) {
  const auto area = [](const PanelMode& mode) { return std::int64_t{mode.size.width} * mode.size.height; };
  if (wanted == Size{})
    return best(modes, [&](const PanelMode& mode) {
      return std::tuple(mode.is_preferred, area(mode), mode.refresh);
    });
  const auto index =
      best(modes, [&](const PanelMode& mode) { return std::tuple(mode.size == wanted, mode.refresh); });
  return index && modes[*index].size == wanted ? index : std::nullopt;
}

// What the panel tells may be a shape and no width; what a person measured is a width.
double density(Size pixels, GlassWidth width) {
  const int told = width.told == kShapeAsWidth ? 0 : width.told;
  const int millimetres = width.measured > 0 ? width.measured : told;
  if (millimetres <= 0) return 0;
  const double value = static_cast<double>(pixels.width) / millimetres;
  return value < kSparsest || value > kDensest ? 0 : value;
}

std::optional<std::vector<int>> assign_units(std::span<const std::uint32_t> masks) {
  std::vector<int> units;
  if (!assign_from(0, masks, units)) return std::nullopt;
  return units;
}

std::vector<PlacedPanel> place_panels(std::span<const std::string> wishes,
                                      std::span<const FreePanel> panels) {
  std::vector<PlacedPanel> placed;
  std::vector<std::uint32_t> masks;
  const auto place = [&](std::size_t screen, std::size_t panel) {
    const auto is_taken = [panel](const PlacedPanel& each) { return each.panel == panel; };
    if (std::any_of(placed.begin(), placed.end(), is_taken)) return false;
    masks.push_back(panels[panel].units);
    const auto units = assign_units(masks);
    if (!units) {
      masks.pop_back();
      return false;
    }
    placed.push_back({screen, panel, 0});
    for (std::size_t i = 0; i < placed.size(); ++i) placed[i].unit = (*units)[i];
    return true;
  };
  for (const bool names_one : {true, false})
    for (std::size_t screen = 0; screen < wishes.size(); ++screen) {
      if (wishes[screen].empty() == names_one) continue;
      for (std::size_t panel = 0; panel < panels.size(); ++panel)
        if ((!names_one || wishes[screen] == panels[panel].connector) && place(screen, panel)) break;
    }
  return placed;
}

std::optional<InputKind> choose_kind(const InputAbilities& abilities) {
  if (abilities.is_touchpad) return std::nullopt;
  if (abilities.has_slots && abilities.has_mt_position) return InputKind::kMultiTouch;
  if (abilities.has_position && (abilities.has_touch || abilities.has_left_button))
    return InputKind::kSingleTouch;
  if (abilities.has_movement && abilities.has_left_button) return InputKind::kMouse;
  return std::nullopt;
}

bool is_keyboard(const InputAbilities& abilities) { return abilities.has_alt; }

std::optional<int> choose_screen(std::string_view device, std::span<const std::string> wishes) {
  const auto index_of = [&](auto is_right) -> std::optional<int> {
    const auto found = std::find_if(wishes.begin(), wishes.end(), is_right);
    if (found == wishes.end()) return std::nullopt;
    return static_cast<int>(found - wishes.begin());
  };
  const auto named = index_of(
      [&](const std::string& wish) { return !wish.empty() && device.find(wish) != std::string_view::npos; });
  return named ? named : index_of([](const std::string& wish) { return wish.empty(); });
}

}  // namespace tertulia
