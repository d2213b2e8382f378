// SPDX-License-Identifier: Apache-2.0
// The contrast of two colours, as WCAG 2.2 defines it, and how to make a colour legible. Pure.
#pragma once

#include "ui/theme/theme.h"

namespace tertulia::ui {

inline constexpr double kTextContrast = 4.5;
inline constexpr double kShapeContrast = 3.0;
inline constexpr double kHighContrast = 7.0;

// Relative luminance, 0 (black) to 1 (white).
[[nodiscard]] double luminance(Color color);

// 1 (the same) to 21 (black on white).
[[nodiscard]] double contrast(Color a, Color b);

// The colour itself, or the nearest one on its way to black or white that reaches `least` on the ground:
// darker on a light ground, lighter on a dark one.
[[nodiscard]] Color legible(Color color, Color ground, double least);

}  // namespace tertulia::ui
