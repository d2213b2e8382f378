// SPDX-License-Identifier: Apache-2.0
// Converts our colours to those of Dear ImGui. Only for sources of ui that include imgui.h.
#pragma once

#include <imgui.h>

#include "ui/theme/theme.h"

namespace tertulia::ui {

[[nodiscard]] inline ImU32 imgui_color(Color color) {
  return IM_COL32((color.argb >> 16U) & 0xFFU, (color.argb >> 8U) & 0xFFU, color.argb & 0xFFU,
                  (color.argb >> 24U) & 0xFFU);
}

}  // namespace tertulia::ui
