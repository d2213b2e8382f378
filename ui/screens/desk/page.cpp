// SPDX-License-Identifier: Apache-2.0
// What the pages of the desk have in common: the ground with its strip, the headline, the line between rows.
#include <algorithm>
#include <cmath>

#include "ui/screens/desk/desk.h"

namespace tertulia::ui {

std::optional<Intent> begin_desk_page(Frame& frame, Box& page, const DeskStrip& strip) {
  frame.fill(frame.screen(), frame.theme().background);
  page = frame.screen();
  std::optional<Intent> wish = draw_desk_strip(frame, page, strip);
  page = page.inset(frame.px(frame.is_portrait() ? 40.0F : kMargin), frame.px(24));
  return wish;
}

void draw_headline(Frame& frame, Box& page, std::string_view headline, Color color, float share) {
  Type type{kQuestionSize,          color, Weight::kBold,    Align::kStart,
            VerticalAlign::kMiddle, 3,     Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h * share};
  type.size = unbroken_size(frame, headline, type, {most, 28});
  frame.write(page.cut_top(frame.height_of(headline, type, most) + 1), headline, type);
  page.cut_top(frame.px(16));
}

void draw_line_above(Frame& frame, const Box& row) {
  frame.fill({row.x, row.y, row.w, std::max(1.0F, std::round(frame.px(1.5F)))}, frame.theme().line);
}

}  // namespace tertulia::ui
