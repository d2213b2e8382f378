// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "ui/text/layout.h"

namespace tertulia::ui {
namespace {

int smallest_size(int size_px) { return (size_px * 3 + 3) / 4; }

Layout lay_out_at(Fonts& fonts, Paragraph paragraph, int size_px) {
  paragraph.style.size_px = size_px;
  Layout layout = lay_out(fonts, paragraph);
  wipe(paragraph.text);
  return layout;
}

bool fits(const Layout& layout, int height) {
  return layout.size.height <= height && !layout.ellipsized && !layout.broke_word;
}

}  // namespace

Layout fit(Fonts& fonts, const Paragraph& paragraph, int height) {
  Layout best = lay_out(fonts, paragraph);
  if (fits(best, height)) return best;
  // The largest size that fits lies between one that does and one that does not.
  int fitting = smallest_size(paragraph.style.size_px);
  int too_large = paragraph.style.size_px;
  best = lay_out_at(fonts, paragraph, fitting);
  if (!fits(best, height)) {
    const int lines = std::max(1, height / std::max(1, best.line_height));
    if (static_cast<int>(best.lines.size()) <= lines) return best;
    Paragraph cut = paragraph;
    cut.max_lines = lines;
    best = lay_out_at(fonts, cut, fitting);
    wipe(cut.text);
    return best;
  }
  while (too_large - fitting > 1) {
    const int middle = (fitting + too_large) / 2;
    Layout layout = lay_out_at(fonts, paragraph, middle);
    const bool is_fitting = fits(layout, height);
    (is_fitting ? fitting : too_large) = middle;
    if (is_fitting) best = std::move(layout);
  }
  return best;
}

}  // namespace tertulia::ui
