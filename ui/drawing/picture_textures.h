// SPDX-License-Identifier: Apache-2.0
// The pictures that one screen shows. Each is opened and scaled when it is first drawn in a size, and given
// back after the first frame without it: a page that is left costs nothing. Main thread.
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/domain/packed_picture.h"
#include "firmware/ports/geometry.h"
#include "ui/raster/texture.h"

struct ImDrawList;

namespace tertulia::ui {

class PictureTextures {
 public:
  void begin_frame();
  // Draws it in an area that is at most as large as itself, with corners of that radius (pixels).
  void draw(ImDrawList& list, const PackedPicture& picture, const Rect& area, int radius);
  void end_frame();

  // Appends the textures of the last frame, which are valid until the next begin_frame().
  void add_to(std::vector<Texture>& textures) const;

 private:
  struct Shown {
    PackedPicture picture;
    int radius = 0;
    Picture pixels;  // in the size that is shown; empty: the place is free
    std::uint32_t generation = 0;
    bool is_used = false;
  };
  Shown& shown(const PackedPicture& picture, PictureSize size, int radius);

  std::vector<Shown> shown_;  // the places are the ids of the textures
  std::uint32_t generation_ = 0;
};

}  // namespace tertulia::ui
