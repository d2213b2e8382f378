// SPDX-License-Identifier: Apache-2.0
// The colours of one screen, on light and on dark ground. A value, made once.
#pragma once

#include "ui/theme/look.h"
#include "ui/theme/theme.h"

namespace tertulia::ui {

// The ground of a part of a screen where no theme is chosen.
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

// The accent of the programme, where there is one, replaces the primary colour and is made legible on every
// ground.
[[nodiscard]] Palette palette_of(const Look& look);

}  // namespace tertulia::ui
