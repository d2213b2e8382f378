// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/palette.h"

#include "ui/theme/contrast.h"

namespace tertulia::ui {
namespace {

constexpr std::uint32_t kSelectedPart = 40;  // of 255 from a card towards the accent

Palette plain_palette(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::kByRole:
      return {kPaper, kNight, kNight};
    case ThemeChoice::kAlwaysPaper:
      return {kPaper, kPaper, kNight};
    case ThemeChoice::kAlwaysNight:
      return {kNight, kNight, kNight};
    case ThemeChoice::kContrasting:
      break;
  }
  return {kContrastDay, kContrastNight, kContrastNight};
}

Theme with_accent(Theme theme, Color accent, double least) {
  theme.primary = legible(legible(accent, theme.background, least), theme.card, least);
  // Black or white: one of them has always 4.5:1.
  const bool is_light = contrast(rgb(0x000000), theme.primary) > contrast(rgb(0xffffff), theme.primary);
  theme.on_primary = is_light ? rgb(0x000000) : rgb(0xffffff);
  theme.selected = mixed(theme.card, theme.primary, kSelectedPart);
  return theme;
}

}  // namespace

Palette palette_of(const Look& look) {
  Palette palette = plain_palette(look.theme);
  if (!look.accent) return palette;
  const double least = look.theme == ThemeChoice::kContrasting ? kHighContrast : kTextContrast;
  for (Theme* theme : {&palette.light, &palette.dark, &palette.strip})
    *theme = with_accent(*theme, *look.accent, least);
  return palette;
}

}  // namespace tertulia::ui
