// SPDX-License-Identifier: Apache-2.0
// The rows of what a room has answered: where their labels and lines stand.
#pragma once

#include <string>
#include <vector>

#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

// In tokens and, the shares, in parts of the page's width.
struct RowStyle {
  float line;  // the height that a line has where there is room
  float gap;
  float least_share;
  float most_share;
  Align align;  // of labels beside their lines
};
struct ResultRow {
  Box label;
  Box line;
};
struct ResultRows {
  Type label;
  std::vector<ResultRow> each;
};

// The label stands beside its line; on a portrait screen above it. All have the same size, smaller where they
// are many, and as much of the width as they need. Rows without any label have lines of the whole width.
[[nodiscard]] ResultRows lay_out_rows(Frame& frame, const Box& page, const std::vector<std::string>& labels,
                                      const RowStyle& style);

// How a number of a result is written.
[[nodiscard]] Type number_type(const Frame& frame, float size, Align align);
// The space of a number beside its line: higher than a line that many rows have made low.
[[nodiscard]] Box beside(const Frame& frame, const Box& line, float x, float width);
// How wide the widest of the texts is, at most a quarter of the page; 0: all are empty.
[[nodiscard]] float column_width(Frame& frame, const std::vector<std::string>& texts, const Type& type,
                                 const Box& page);

void draw_bars(Frame& frame, Box page, const std::vector<ResultBar>& bars);
void draw_scales(Frame& frame, Box page, const ResultsView& view);

// Which ends of a part of a line are round.
struct RoundEnds {
  bool start = true;
  bool end = true;
};
void fill_part(Frame& frame, const Box& box, Color color, RoundEnds ends);

}  // namespace tertulia::ui
