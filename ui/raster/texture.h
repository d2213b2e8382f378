// SPDX-License-Identifier: Apache-2.0
// Textures of draw commands, and how an ImTextureID names them.
//
// A texture id is an index into the textures that are given to Raster::render: 0 is ImGui's own font atlas
// (its default), 1 our glyph atlas, 2 the logo, from 3 on pictures. The pixels must be valid during render()
// only.
#pragma once

#include <cstdint>
#include <span>

#include "firmware/ports/geometry.h"

namespace tertulia::ui {

inline constexpr std::uintptr_t kFontTexture = 0;
inline constexpr std::uintptr_t kGlyphTexture = 1;
inline constexpr std::uintptr_t kLogoTexture = 2;
inline constexpr std::uintptr_t kFirstPictureTexture = 3;

struct Texture {
  const std::uint8_t* coverage = nullptr;  // one byte a pixel, rows without padding; null: covers everywhere
  Size size;
  // Must change when pixels that may be on the screen moved or changed (the atlas was packed anew), not when
  // glyphs were added. Everything drawn from the texture is then drawn again.
  std::uint32_t generation = 0;
  // Colours in place of coverage: 0xAARRGGBB, not premultiplied. Drawn in their own size only; of the
  // command's colour only the alpha counts.
  const std::uint32_t* colours = nullptr;
};

using Textures = std::span<const Texture>;

// The index as ImGui wants it. Never dereferenced.
[[nodiscard]] inline void* texture_id(std::uintptr_t index) {
  return reinterpret_cast<void*>(index);  // NOLINT(performance-no-int-to-ptr): an index, never dereferenced
}

}  // namespace tertulia::ui
