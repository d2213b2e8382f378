// SPDX-License-Identifier: Apache-2.0
#include "ui/text/missing_box.h"

#include <algorithm>

namespace tertulia::ui {
namespace {

constexpr int kDigitWidth = 3;
constexpr int kDigitHeight = 5;
constexpr int kAround = 2;  // a line and a gap on each side

// Five rows of three dots, one octal digit for each row.
constexpr std::uint32_t kDigits[] = {075557, 026227, 071747, 071717, 055711, 074717, 074757, 071222,
                                     075757, 075717, 025755, 065656, 034443, 065556, 074647, 074644};

// All lengths in dots; four hexadecimal digits in two columns, six in three.
struct Measure {
  int columns;
  int dot;  // pixels

  [[nodiscard]] int width() const { return columns * (kDigitWidth + 1) - 1 + 2 * kAround; }
  [[nodiscard]] static int height() { return 2 * kDigitHeight + 1 + 2 * kAround; }
};

Measure measure(std::uint32_t code_point, int size_px) {
  return {code_point > 0xFFFF ? 3 : 2, std::max(1, size_px / 18)};
}

bool is_set(std::uint32_t digit, int column, int row) {
  return (kDigits[digit] >> ((kDigitHeight - 1 - row) * kDigitWidth + kDigitWidth - 1 - column) & 1U) != 0;
}

}  // namespace

int missing_box_advance(std::uint32_t code_point, int size_px) {
  const Measure box = measure(code_point, size_px);
  return (box.width() + 2) * box.dot;
}

MissingBox missing_box(std::uint32_t code_point, int size_px) {
  const Measure box = measure(code_point, size_px);
  MissingBox drawn;
  drawn.size = {box.width() * box.dot, Measure::height() * box.dot};
  drawn.left = box.dot;
  drawn.top = drawn.size.height;
  drawn.coverage.resize(static_cast<std::size_t>(drawn.size.width) *
                        static_cast<std::size_t>(drawn.size.height));
  const auto put = [&](int x, int y) {
    for (int row = y * box.dot; row < (y + 1) * box.dot; ++row)
      std::fill_n(drawn.coverage.begin() + row * drawn.size.width + x * box.dot, box.dot, std::uint8_t{0xFF});
  };
  for (int x = 0; x < box.width(); ++x) put(x, 0), put(x, Measure::height() - 1);
  for (int y = 0; y < Measure::height(); ++y) put(0, y), put(box.width() - 1, y);
  const int digits = 2 * box.columns;
  for (int i = 0; i < digits; ++i) {
    const std::uint32_t digit = code_point >> static_cast<unsigned>(4 * (digits - 1 - i)) & 0xFU;
    const int left = kAround + i % box.columns * (kDigitWidth + 1);
    const int top = kAround + i / box.columns * (kDigitHeight + 1);
    for (int row = 0; row < kDigitHeight; ++row)
      for (int column = 0; column < kDigitWidth; ++column)
        if (is_set(digit, column, row)) put(left + column, top + row);
  }
  return drawn;
}

}  // namespace tertulia::ui
