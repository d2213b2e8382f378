// SPDX-License-Identifier: Apache-2.0
// The colours of the steps of a scale: they part from its middle towards both ends. Pure.
#pragma once

#include "ui/theme/theme.h"

namespace tertulia::ui {

// Of step `index` of `count`, 2 to 11. The middle step of an odd count has no hue; an even count has none
// such. The lightness falls from the middle towards both ends.
[[nodiscard]] Color step_color(const ScaleColors& scale, int index, int count);

// What is written on a coloured ground: dark, black or white, at least 4.5:1.
[[nodiscard]] Color ink_on(Color ground);

}  // namespace tertulia::ui
