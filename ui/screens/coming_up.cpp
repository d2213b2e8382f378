// SPDX-License-Identifier: Apache-2.0
// The list of what comes next on a room display.
#include <algorithm>
#include <cmath>

#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

Color kind_color(const Theme& theme, SegmentKind kind) {
  switch (kind) {
    case SegmentKind::kDiscussion:
      return theme.amber;
    case SegmentKind::kBreak:
      return theme.slate;
    case SegmentKind::kGroups:
      return theme.sky;
    case SegmentKind::kOpening:
    case SegmentKind::kPresentation:
    case SegmentKind::kResponse:
    case SegmentKind::kLearningPoints:
    case SegmentKind::kOther:
      break;
  }
  return theme.primary;
}

constexpr int kMostLines = 4;

// One line of what comes; its height follows its title. False when there is no more room.
bool draw_coming(Frame& frame, Box& list, const ComingUp& item) {
  const Theme& theme = frame.theme();
  const float time_width = frame.text_px(82);
  const Type title{24, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kTop, kMostLines};
  const Type detail{kSmallSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 1};
  const float text_width = list.w - time_width - frame.px(23);
  const float title_height = std::min(static_cast<float>(frame.measure(item.title, title, text_width).height),
                                      kMostLines * static_cast<float>(frame.measure("x", title).height)) +
                             1;
  const float detail_height = static_cast<float>(frame.measure(item.detail, detail).height) + 1;
  const float height = title_height + detail_height;
  if (height > list.h) return false;
  Box row = list.cut_top(height);
  list.cut_top(frame.px(31));
  frame.write(row.cut_left(time_width), item.time,
              {24, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kTop, 1, Digits::kEqualWidth});
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
  frame.write(list.cut_top(frame.text_px(32)), view.coming_up_label,
              {20, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  list.cut_top(frame.px(24));
  for (const ComingUp& item : view.coming_up)
    if (!draw_coming(frame, list, item)) break;
}

}  // namespace tertulia::ui
