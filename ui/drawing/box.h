// SPDX-License-Identifier: Apache-2.0
// A rectangle in pixels. Screens are laid out by cutting strips off it. Written for left-to-right reading;
// the Frame mirrors it for right-to-left languages.
#pragma once

#include <algorithm>

namespace tertulia::ui {

struct Box {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] float middle_x() const { return x + w / 2; }
  [[nodiscard]] float middle_y() const { return y + h / 2; }

  // Cuts a strip off this box and returns it; never more than there is.
  Box cut_top(float height) {
    const float part = std::clamp(height, 0.0F, h);
    const Box taken{x, y, w, part};
    y += part;
    h -= part;
    return taken;
  }
  Box cut_bottom(float height) {
    const float part = std::clamp(height, 0.0F, h);
    h -= part;
    return {x, y + h, w, part};
  }
  Box cut_left(float width) {
    const float part = std::clamp(width, 0.0F, w);
    const Box taken{x, y, part, h};
    x += part;
    w -= part;
    return taken;
  }
  Box cut_right(float width) {
    const float part = std::clamp(width, 0.0F, w);
    w -= part;
    return {x + w, y, part, h};
  }

  [[nodiscard]] Box inset(float horizontal, float vertical) const {
    return {x + horizontal, y + vertical, std::max(0.0F, w - 2 * horizontal),
            std::max(0.0F, h - 2 * vertical)};
  }
  [[nodiscard]] Box inset(float all) const { return inset(all, all); }
  // A box of that size in the middle of this one.
  [[nodiscard]] Box centred(float width, float height) const {
    return {x + (w - width) / 2, y + (h - height) / 2, width, height};
  }
  // Cell `index` of `count` equal cells: column() puts them side by side, row() on top of each other.
  [[nodiscard]] Box column(int index, int count, float gap) const {
    const float each = (w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {x + (each + gap) * static_cast<float>(index), y, each, h};
  }
  [[nodiscard]] Box row(int index, int count, float gap) const {
    const float each = (h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {x, y + (each + gap) * static_cast<float>(index), w, each};
  }
};

}  // namespace tertulia::ui
