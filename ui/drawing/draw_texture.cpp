// SPDX-License-Identifier: Apache-2.0
#include "ui/drawing/draw_texture.h"

#include <imgui.h>

#include "ui/raster/texture.h"

namespace tertulia::ui {

void draw_texture(ImDrawList& list, std::uintptr_t texture, const Rect& area) {
  const auto corner = [](int x, int y) { return ImVec2(static_cast<float>(x), static_cast<float>(y)); };
  list.PushTextureID(texture_id(texture));
  list.PrimReserve(6, 4);
  list.PrimRectUV(corner(area.left, area.top), corner(area.right, area.bottom), {0, 0}, {1, 1},
                  IM_COL32_WHITE);
  list.PopTextureID();
}

}  // namespace tertulia::ui
