// SPDX-License-Identifier: Apache-2.0
// The dark strip on top of the moderator's desk: room, how the device stands with the world, the clock.
#include <algorithm>

#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

Color dot_color(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::kCalm:
      return theme.good;
    case Tone::kAmber:
      return theme.amber;
    case Tone::kRed:
      return theme.red;
    case Tone::kPaused:
    case Tone::kMuted:
      break;
  }
  return theme.muted;
}

// From the end of the line; each gets its share of what is left.
void draw_status(Frame& frame, Box& header, const std::vector<Chip>& status) {
  const Theme& theme = frame.theme(Ground::kStrip);
  const Type type{20, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 3};
  const float dot_width = frame.px(30);
  auto left = static_cast<float>(status.size());
  for (auto chip = status.rbegin(); chip != status.rend(); ++chip, --left) {
    header.cut_right(frame.px(24));
    const float width = static_cast<float>(frame.measure(chip->text, type).width) + frame.px(4);
    frame.write(header.cut_right(std::min(width, header.w / left - dot_width)), chip->text, type);
    const Box dot = header.cut_right(dot_width);
    frame.disc(dot.x + frame.px(8), dot.middle_y(), frame.px(7), dot_color(theme, chip->tone));
  }
}

}  // namespace

void draw_desk_header(Frame& frame, const Box& strip, const ModeratorView& view) {
  const Theme& theme = frame.theme(Ground::kStrip);
  frame.fill(strip, theme.card);
  Box header = strip.inset(frame.px(kEdge), 0);
  const Type clock{28, theme.text,         Weight::kBold, Align::kEnd, VerticalAlign::kMiddle,
                   1,  Digits::kEqualWidth};
  frame.write(header.cut_right(frame.text_px(90)), view.clock, clock);
  const Type room{kLabelSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(view.room, room).width) + frame.px(4);
  frame.write(header.cut_left(std::min(width, header.w)), view.room, room);
  header.cut_left(frame.px(14));
  draw_status(frame, header, view.status);
  // The first to go where problems need the room.
  const Type role{kLabelSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  if (static_cast<float>(frame.measure(view.role, role).width) <= header.w)
    frame.write(header, view.role, role);
}

}  // namespace tertulia::ui
