// SPDX-License-Identifier: Apache-2.0
// Says whether a logo can be seen on a background, from its own colours. Pure.
#pragma once

#include <optional>

#include "firmware/domain/picture.h"
#include "ui/theme/theme.h"

namespace tertulia::ui {

// The part of the outline, 0..1, that has a contrast of kShapeContrast with the ground. The outline is every
// pixel beside something transparent. A logo without transparency brings its own background and is seen on
// any ground.
[[nodiscard]] double seen_on(Color ground, const Picture& logo);

// The colour of the plate under the logo where it would not be seen: white or nearly black, whichever shows
// more. None: the logo can be seen, or a plate would not help.
[[nodiscard]] std::optional<Color> plate_on(Color ground, const Picture& logo);

}  // namespace tertulia::ui
