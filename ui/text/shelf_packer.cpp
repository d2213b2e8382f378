// SPDX-License-Identifier: Apache-2.0
#include "ui/text/shelf_packer.h"

#include <algorithm>

namespace tertulia::ui {

std::optional<Point> ShelfPacker::place(Size item) {
  if (item.width > area_.width || item.height > area_.height) return std::nullopt;
  Shelf* shelf = shelf_for(item);
  if (shelf == nullptr) return std::nullopt;
  const Point corner{shelf->used, shelf->top};
  shelf->used += item.width;
  return corner;
}

// The lowest shelf that is high enough; a new one while there is room, rather than waste more than half a
// shelf.
ShelfPacker::Shelf* ShelfPacker::shelf_for(Size item) {
  Shelf* best = nullptr;
  for (Shelf& shelf : shelves_)
    if (shelf.height >= item.height && shelf.used + item.width <= area_.width &&
        (best == nullptr || shelf.height < best->height))
      best = &shelf;
  if (best != nullptr && best->height <= item.height * 2) return best;
  const int top = shelves_.empty() ? 0 : shelves_.back().top + shelves_.back().height;
  const int height = std::min((item.height + 3) / 4 * 4, area_.height - top);
  if (height < item.height) return best;
  return &shelves_.emplace_back(Shelf{top, height, 0});
}

}  // namespace tertulia::ui
