// SPDX-License-Identifier: Apache-2.0
// Adds a texture of colours, in its own size, to an ImGui draw list.
#pragma once

#include <cstdint>

#include "firmware/ports/geometry.h"

struct ImDrawList;

namespace tertulia::ui {

// `texture`: its index (ui/raster/texture.h).
void draw_texture(ImDrawList& list, std::uintptr_t texture, const Rect& area);

}  // namespace tertulia::ui
