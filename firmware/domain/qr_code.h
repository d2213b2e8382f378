// SPDX-License-Identifier: Apache-2.0
// A QR code (ISO/IEC 18004) as a square of dark and light modules, without its quiet zone.
#pragma once

#include <cstddef>
#include <vector>

namespace tertulia {

struct QrCode {
  static constexpr int kQuiet = 4;  // width of the quiet zone in modules; scanners need it

  int side = 0;            // modules; 0: none
  std::vector<bool> dark;  // row by row

  // False outside of it.
  [[nodiscard]] bool is_dark(int row, int column) const {
    const bool inside = row >= 0 && column >= 0 && row < side && column < side;
    if (!inside) return false;
    const auto index = [](int number) { return static_cast<std::size_t>(number); };
    return dark[index(row) * index(side) + index(column)];
  }
  friend bool operator==(const QrCode&, const QrCode&) = default;
};

}  // namespace tertulia
