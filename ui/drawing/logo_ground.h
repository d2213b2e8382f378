// SPDX-License-Identifier: Apache-2.0
// Whether a logo is seen on what it stands on, told by its own colours. Pure.
#pragma once

#include <optional>

#include "firmware/domain/logo.h"
#include "ui/theme/theme.h"

namespace tertulia::ui {

// The part of the logo's outline that keeps kShapeContrast on the ground, 0..1: where it ends, before
// something transparent. What fills its picture to the edges brings its own ground, and is seen on any.
[[nodiscard]] double seen_on(Color ground, const Logo& logo);

// What the logo gets under it where the ground would swallow it: white or nearly black, whichever shows more.
// None: it can be seen as it is, or a plate would be no better.
[[nodiscard]] std::optional<Color> plate_on(Color ground, const Logo& logo);

}  // namespace tertulia::ui
