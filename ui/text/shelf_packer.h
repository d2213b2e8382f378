// SPDX-License-Identifier: Apache-2.0
// Packs rectangles on shelves: rows as high as their first rectangle. A value; knows no pixels.
#pragma once

#include <optional>
#include <vector>

#include "firmware/ports/geometry.h"

namespace tertulia::ui {

class ShelfPacker {
 public:
  explicit ShelfPacker(Size area) : area_(area) {}

  // The top left corner of the item; none when there is no space.
  [[nodiscard]] std::optional<Point> place(Size item);
  // Packed rectangles keep their positions; `area` must not be smaller in any direction.
  void grow(Size area) { area_ = area; }
  [[nodiscard]] Size area() const { return area_; }

 private:
  struct Shelf {
    int top = 0;
    int height = 0;
    int used = 0;
  };
  [[nodiscard]] Shelf* shelf_for(Size item);

  Size area_;
  std::vector<Shelf> shelves_;
};

}  // namespace tertulia::ui
