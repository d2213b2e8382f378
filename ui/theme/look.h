// SPDX-License-Identifier: Apache-2.0
// The look of a screen, chosen once by the configuration of the device and the visit pack.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "firmware/domain/picture.h"
#include "ui/theme/theme.h"

namespace tertulia::ui {

enum class Motion { kFull, kReduced };  // kReduced: nothing moves except what tells time

// kByRole: paper where people touch, night on room displays.
enum class ThemeChoice { kByRole, kAlwaysPaper, kAlwaysNight, kContrasting };

struct Look {
  Motion motion = Motion::kFull;
  ThemeChoice theme = ThemeChoice::kByRole;
  float text_scale = 1;                        // 1 to 1.5: type grows as far as the screen has room
  std::optional<Color> accent = std::nullopt;  // of the programme
  bool shifts = false;                         // the picture moves a little now and then: see glass/shift.h
  std::string ribbon = {};                     // over every page: "Rehearsal"; empty: none
  std::shared_ptr<const Picture> logo = nullptr;  // of the programme, one for all screens; null: none
};

}  // namespace tertulia::ui
