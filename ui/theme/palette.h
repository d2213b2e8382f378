// SPDX-License-Identifier: Apache-2.0
// The colours of one screen: those of its Look on light and on dark ground. A value, made once.
#pragma once

#include "ui/theme/look.h"
#include "ui/theme/theme.h"

namespace tertulia::ui {

// What a part of a screen stands on when nobody chose a theme.
enum class Ground {
  kLight,  // what is touched, a free room
  kDark,   // room displays, a session that runs
  kStrip,  // the header of the moderator's desk: dark in every theme
};

struct Palette {
  Theme light;
  Theme dark;
  Theme strip;

  [[nodiscard]] const Theme& on(Ground ground) const {
    switch (ground) {
      case Ground::kLight:
        return light;
      case Ground::kDark:
        return dark;
      case Ground::kStrip:
        break;
    }
    return strip;
  }
};

// The accent, where there is one, takes the place of the primary colour, made legible on every ground.
[[nodiscard]] Palette palette_of(const Look& look);

}  // namespace tertulia::ui
