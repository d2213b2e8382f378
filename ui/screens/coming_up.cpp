// SPDX-License-Identifier: Apache-2.0
// The list of what comes next on a room display.
#include <algorithm>
#include <cmath>

#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr int kMostLines = 7;  // of a title on the smallest panel

// One line of what comes; its height follows its title, which stands below the time where a word of it is too
// long beside it. False when there is no more room.
bool draw_coming(Frame& frame, Box& list, const ComingUp& item) {
  const Theme& theme = frame.theme();
  const float time_width = frame.text_px(96);
  const Type title{kFarSize, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kTop, kMostLines};
  const Type detail{kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 1};
  const float line = static_cast<float>(frame.measure("x", title).height);
  const auto height_in = [&](float width) {
    return std::min(static_cast<float>(frame.measure(item.title, title, width).height), kMostLines * line) +
           1;
  };
  float text_width = list.w - time_width - frame.px(23);
  const bool is_below = !frame.shows_all({0, 0, text_width, height_in(text_width)}, item.title, title);
  if (is_below) text_width += time_width;
  const float title_height = height_in(text_width);
  const float detail_height = static_cast<float>(frame.measure(item.detail, detail).height) + 1;
  const float height = title_height + detail_height + (is_below ? line : 0);
  if (height > list.h) return false;
  Box row = list.cut_top(height);
  list.cut_top(frame.px(20));
  frame.write(
      is_below ? row.cut_top(line) : row.cut_left(time_width), item.time,
      {kFarSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kTop, 1, Digits::kEqualWidth});
  frame.fill(row.cut_left(std::round(frame.px(5))), kind_color(theme, item.kind), frame.px(2.5F));
  row.cut_left(frame.px(18));
  frame.write(row.cut_top(title_height), item.title, title);
  frame.write(row, item.detail, detail);
  return true;
}

}  // namespace

void draw_coming_up(Frame& frame, const Box& box, const RoomView& view) {
  const Theme& theme = frame.theme();
  frame.fill(box, theme.card, frame.px(kCardRadius));
  Box list = box.inset(frame.px(29), frame.px(22));
  frame.write(list.cut_top(frame.text_px(40)), view.coming_up_label,
              {kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  list.cut_top(frame.px(14));
  for (const ComingUp& item : view.coming_up)
    if (!draw_coming(frame, list, item)) break;
}

}  // namespace tertulia::ui
